// `verify` and the anchors at their doors: the command line and the HTTP API.
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as list } from "@/app/api/v1/audit/route";
import { GET as verify } from "@/app/api/v1/audit/verify/route";
import { auditVerdict } from "@/lib/audit/chain/schema";
import { auditPage } from "@/lib/audit/schema";
import { appendAudit } from "@/lib/audit/store";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { ok } from "@/lib/kernel/result";
import { ensureDemoAccounts } from "@/lib/people/service";
import { send } from "../../support/api";

type Ran = { status: number | null; output: string; complaint: string };

function cli(...words: string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--disable-warning=DeprecationWarning", "--import", "tsx", "cli/main.ts", ...words], { stdio: "pipe" });
    const ran = { output: "", complaint: "" };
    child.stdout.on("data", (chunk) => (ran.output += String(chunk)));
    child.stderr.on("data", (chunk) => (ran.complaint += String(chunk)));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...ran }));
  });
}

const folder = mkdtempSync(path.join(tmpdir(), "truce-anchors-"));
const fileOf = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

beforeAll(async () => {
  await ensureDemoAccounts("demo-password-for-tests");
  for (const what of ["one", "two", "three", "four", "five"]) {
    await transaction(async (tx) => {
      await appendAudit(tx, { actorId: null, subject: { type: "reference", id: what }, at: new Date(), event: "reference.loaded", data: { what, rows: 1 } });
      return ok(what);
    });
  }
});

describe("before anybody touched the past", () => {
  it("the command verifies, anchors once a day, and holds kept lines against the chain", async () => {
    const anchored = await cli("anchor");
    expect(anchored.status).toBe(0);
    expect(anchored.output).toMatch(/^truce-ledger-audit \d{4}-\d\d-\d\d seq=\d+ count=\d+ sha256=[0-9a-f]{64}\n$/);
    expect((await cli("anchor", "--all")).output).toBe(anchored.output);
    const kept = fileOf("kept.txt", `# where the office keeps them\n${anchored.output}`);
    const verified = await cli("verify", "audit", "--anchors", kept, "--json");
    expect(verified).toMatchObject({ status: 0, complaint: "" });
    expect(JSON.parse(verified.output)).toMatchObject({ isIntact: true, anchors: 2, fault: null });
    const plain = await cli("verify", "audit");
    expect(plain.output).toMatch(/^\d+ entries are as sealed, up to link \d+ [0-9a-f]{64}\. 1 anchor agrees\.\n$/);
  }, 120_000);

  it.each([
    ["other.txt", "this is no anchor", "Line 1"],
    ["other-chain.txt", `truce-ledger-audit 2026-01-01 seq=2 count=2 sha256=${"a".repeat(64)}`, "The anchor of 2026-01-01 tells of another link 2"],
  ])("lines that don't agree end with status 1: %s", async (name, text, words) => {
    const { status, complaint } = await cli("verify", "audit", "--anchors", fileOf(name, text));
    expect(status).toBe(1);
    expect(complaint).toContain(words);
  });

  it("the API verifies for auditor and administrator, and for nobody else", async () => {
    for (const as of ["auditor", "admin"] as const) {
      const { body } = await send(verify, { as, path: "/audit/verify", expected: 200 });
      expect(auditVerdict.parse(body)).toMatchObject({ isIntact: true, latestAnchors: [{ line: expect.stringMatching(/^truce-ledger-audit /) as string }] });
    }
    for (const as of ["viewer", "analyst", "reviewer"] as const) await send(verify, { as, path: "/audit/verify", expected: 403 });
    expect((await send(verify, { path: "/audit/verify" })).status).toBe(401);
  });

  it("the list gives each entry its link", async () => {
    const { items } = auditPage.parse((await send(list, { as: "auditor", path: "/audit", expected: 200 })).body);
    expect(items.length).toBeGreaterThan(4);
    const links = items.map(({ seal }) => seal).filter((seal) => seal !== null).toSorted((a, b) => a.seq - b.seq);
    expect(links.length).toBe(items.length);
    for (const [index, link] of links.slice(1).entries()) expect(link.prevHash).toBe(links[index]?.hash);
  });
});

describe("after somebody with every right changed one byte", () => {
  beforeAll(async () => {
    await db().$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER ALL`;
    await db().$executeRaw`UPDATE audit_entry SET subject_id = subject_id || ' ' WHERE id = 3`;
    await db().$executeRaw`ALTER TABLE audit_entry ENABLE TRIGGER ALL`;
  });

  it("the command ends with status 1 and names the row", async () => {
    const { status, output, complaint } = await cli("verify", "audit", "--json");
    expect(status).toBe(1);
    expect(complaint).toMatch(/^Entry 3 \(link \d+\) is not as it was sealed: .*\n$/);
    expect(JSON.parse(output)).toMatchObject({ isIntact: false, fault: { kind: "entry-changed", entryId: "3" } });
  });

  it("the API says so too", async () => {
    const { body } = await send(verify, { as: "auditor", path: "/audit/verify", expected: 200 });
    expect(auditVerdict.parse(body)).toMatchObject({ isIntact: false, fault: { kind: "entry-changed", entryId: "3" } });
  });
});
