import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ZipFile } from "yazl";
import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256Of } from "@/lib/reports/digest/service";
import { packageFiles, packReport } from "@/lib/reports/package/service";
import type { ReportView } from "@/lib/reports/schema";
import { checkPackage, manifestOf } from "@/lib/reports/verification/domain/check";
import { openPackage } from "@/lib/reports/verification/opening/service";
import { aDocument, aFigure, aRecordRow } from "../../support/report-builders";

const document = aDocument({
  sections: [{ id: "board", title: "Board", blocks: [{ type: "TABLE", name: "board", caption: "Board", columns: [{ label: "Duty", kind: "TEXT" }, { label: "Count", kind: "FIGURE" }], rows: [["T-1a", aFigure(12)]], whenEmpty: "" }] }],
  records: [aRecordRow(), aRecordRow({ reference: "TL-000008", id: 8, title: "Փառուխ, Şuşa, Шуша" })],
});
const content = canonicalJson(document);
const view = { reference: "RP-00001", madeAt: "2022-04-02T01:00:00.000Z", auditHead: { seq: 9, hash: "a".repeat(64) } } as ReportView;
const report = { view, document, content };

const filesOf = async (bytes: Uint8Array) => {
  const opened = await openPackage(bytes);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
};

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The package as a reader unpacks it. */
function unpacked(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "report-package-"));
  folders.push(folder);
  for (const file of packageFiles(report)) {
    mkdirSync(path.dirname(path.join(folder, file.path)), { recursive: true });
    writeFileSync(path.join(folder, file.path), file.text);
  }
  return folder;
}

type Ran = { status: number; verdict: { isIntact: boolean; digest: string; problems: { file: string; problem: string; row?: string }[] } };

/** Runs the package's own verifier as its reader does: plain Node, nothing of this project beside it. */
const verified = (folder: string, ...words: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, ["verify.mjs", "--json", ...words], { cwd: folder, env: { PATH: process.env["PATH"], NODE_ENV: "production" } }, (error, output) => resolve({ status: error ? Number(error.code) : 0, verdict: JSON.parse(output) as Ran["verdict"] }));
  });

const altered = (folder: string, file: string, change: (text: string) => string): void => writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), "utf8")));

describe("the package's own verifier", () => {
  it("finds an untouched package intact, and the digest that is printed its own", async () => {
    const ran = await verified(unpacked(), "--digest", sha256Of(content));
    expect(ran).toMatchObject({ status: 0, verdict: { isIntact: true, digest: sha256Of(content), problems: [] } });
    expect((await verified(unpacked(), "--digest", "0".repeat(64))).status).toBe(1);
  });

  it.each([
    ["report.json", { file: "report.json", problem: "altered", row: "TL-000008" }],
    ["records.csv", { file: "records.csv", problem: "altered", row: "line 3" }],
  ])("names the row of %s in which something was changed", async (file, problem) => {
    const folder = unpacked();
    altered(folder, file, (text) => text.replace("Şuşa", "Şuşo"));
    const ran = await verified(folder);
    expect(ran).toMatchObject({ status: 1, verdict: { isIntact: false, problems: [problem] } });
  });

  it("names every file that is altered by one byte, missing or added", async () => {
    for (const { path: file } of packageFiles(report).filter((one) => one.path !== "manifest.json" && one.path !== "verify.mjs")) {
      const folder = unpacked();
      altered(folder, file, (text) => `${text.slice(0, -3)}${text.at(-3) === "x" ? "y" : "x"}${text.slice(-2)}`);
      expect([file, [...new Set((await verified(folder)).verdict.problems.map((problem) => problem.file))]]).toEqual([file, [file]]);
    }
    const folder = unpacked();
    rmSync(path.join(folder, "claims.csv"));
    writeFileSync(path.join(folder, "tables", "more.csv"), "a");
    expect((await verified(folder)).verdict.problems).toEqual([{ file: "claims.csv", problem: "missing" }, { file: "tables/more.csv", problem: "added" }]);
  });

  it("is told by the digest where the manifest was altered along", async () => {
    const folder = unpacked();
    const changed = canonicalJson(aDocument({ title: "Another" }));
    writeFileSync(path.join(folder, "report.json"), changed);
    altered(folder, "manifest.json", (text) => text.replaceAll(sha256Of(content), sha256Of(changed)).replace(`"bytes": ${Buffer.byteLength(content)}`, `"bytes": ${Buffer.byteLength(changed)}`));
    expect((await verified(folder)).status).toBe(0);
    expect((await verified(folder, "--digest", sha256Of(content))).status).toBe(1);
  });
});

describe("the package as a zip", () => {
  it("has the same bytes in every zone", async () => {
    const before = process.env["TZ"];
    const digests: string[] = [];
    for (const zone of ["UTC", "Asia/Baku", "America/Los_Angeles"]) {
      process.env["TZ"] = zone;
      digests.push(sha256Of(await packReport(report)));
    }
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
    expect(new Set(digests).size).toBe(1);
  });

  it("is opened and checked here as its own verifier checks it", async () => {
    const files = await filesOf(await packReport(report));
    const manifest = manifestOf(files);
    if (!manifest) throw new Error("no manifest");
    expect(checkPackage(files, manifest, sha256Of)).toEqual([]);
    const bent = new Map(files);
    bent.set("report.json", Buffer.from(content.replace("Şuşa", "Şuşo")));
    bent.delete("claims.csv");
    bent.set("more.txt", Buffer.from("a"));
    expect(checkPackage(bent, manifest, sha256Of)).toEqual([{ file: "report.json", problem: "altered", row: "TL-000008" }, { file: "claims.csv", problem: "missing", row: null }, { file: "more.txt", problem: "added", row: null }]);
  });

  it("makes formulas harmless and keeps the unit, sources, day and level beside each number", async () => {
    const files = await filesOf(await packReport(report));
    const text = (file: string) => Buffer.from(files.get(file) ?? []).toString("utf8");
    expect(text("claims.csv")).toContain("'=SUM(1)");
    expect(text("tables/board.csv").split("\r\n")[0]).toBe("duty,count,count_unit,count_sources,count_as_of,count_level");
    expect(text("tables/board.csv").split("\r\n")[1]).toBe("T-1a,12,records,2,2022-03-31,levels V1 to V3");
  });

  it("is refused where it is no zip, damaged, too large unpacked, or holds one name twice", async () => {
    const zip = async (entries: [string, Buffer][]) => {
      const file = new ZipFile();
      for (const [name, bytes] of entries) file.addBuffer(bytes, name);
      file.end();
      return buffer(file.outputStream);
    };
    const whole = await packReport(report);
    for (const bytes of [Buffer.from("PK"), whole.slice(0, whole.length - 30), await zip([["a", Buffer.from("1")], ["a", Buffer.from("2")]]), await zip([["bomb", Buffer.alloc(97_000_000)]]), await zip(Array.from({ length: 401 }, (_, index) => [`f${index}`, Buffer.from("1")]))]) {
      expect(await openPackage(bytes)).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    }
  });
});
