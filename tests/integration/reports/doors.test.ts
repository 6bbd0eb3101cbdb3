import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getJson } from "@/app/api/v1/reports/[id]/json/route";
import { GET as getPackage } from "@/app/api/v1/reports/[id]/package.zip/route";
import { GET as getPdf } from "@/app/api/v1/reports/[id]/pdf/route";
import { GET as getOne } from "@/app/api/v1/reports/[id]/route";
import { GET as list, POST as ask } from "@/app/api/v1/reports/route";
import { POST as verify } from "@/app/api/v1/reports/verify/route";
import { db } from "@/lib/db/client";
import { sha256Of } from "@/lib/reports/digest/service";
import { bearerOf, type DemoAccount, send } from "../../support/api";
import { runDueJobs } from "../../support/job-queue";
import { loadReferenceData } from "../../support/reference-data";
import { runCli as cli } from "../../support/run-cli";

const folder = mkdtempSync(path.join(tmpdir(), "reports-"));
const file = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => loadReferenceData());

const post = (body: unknown, as: DemoAccount = "reviewer") => send(ask, { as, method: "POST", path: "/reports", body });
const bytesOf = async (handler: typeof getPdf, id: number, as: DemoAccount = "viewer") => {
  const response = await handler(new Request(`http://localhost:3000/api/v1/reports/${id}`, { headers: await bearerOf(as) }), { params: Promise.resolve({ id: String(id) }) });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe("reports over HTTP", () => {
  let id: number;

  it("are asked for with 202, are not to be had before they are made, and then in three forms", async () => {
    const asked = await post({ kind: "DAILY_SITUATION", from: "2022-03-25" });
    expect(asked).toMatchObject({ status: 202, body: { state: "QUEUED", profile: "PUBLIC", sha256: null } });
    id = Number(asked.body["id"]);
    expect(asked.headers.get("location")).toBe(`/api/v1/reports/${id}`);
    expect((await bytesOf(getPdf, id)).status).toBe(409);
    await runDueJobs();
    const view = await send(getOne, { as: "viewer", path: `/reports/${id}`, params: { id: String(id) }, expected: 200 });
    expect(view.body).toMatchObject({ state: "READY", author: null });
    const digest = String(view.body["sha256"]);
    const json = await bytesOf(getJson, id);
    expect(sha256Of(json.bytes)).toBe(digest);
    expect(json.headers.get("x-report-digest")).toBe(digest);
    const pdf = await bytesOf(getPdf, id);
    expect([pdf.headers.get("content-type"), pdf.bytes.subarray(0, 5).toString(), pdf.headers.get("cache-control")]).toEqual(["application/pdf", "%PDF-", "private, no-store"]);
    const zip = await bytesOf(getPackage, id);
    expect([zip.headers.get("content-disposition"), (await bytesOf(getPackage, id, "admin")).bytes.equals(zip.bytes)]).toEqual([`attachment; filename="RP-${String(id).padStart(5, "0")}-public.zip"`, true]);
    const taken = await db().auditEntry.findMany({ where: { subjectType: "report", subjectId: String(id), event: "report.taken" }, orderBy: { id: "asc" }, select: { data: true } });
    expect(taken.map(({ data }) => (data as { as: string }).as)).toEqual(["json", "pdf", "package", "package"]);
  });

  it("are verified: as a package, as JSON, by digest, as the file of a form", async () => {
    const zip = await bytesOf(getPackage, id);
    const json = (await bytesOf(getJson, id)).bytes;
    const form = new FormData();
    form.set("file", new Blob([zip.bytes]), "package.zip");
    for (const body of [zip.bytes, json, JSON.stringify({ digest: sha256Of(json) }), form]) {
      const response = await verify(new Request("http://localhost:3000/api/v1/reports/verify", { method: "POST", body, headers: await bearerOf("viewer") }));
      expect([response.status, await response.json()]).toMatchObject([200, { outcome: "GENUINE", since: [] }]);
    }
    expect((await send(verify, { as: "viewer", method: "POST", path: "/reports/verify", body: "" })).status).toBe(422);
    expect((await send(verify, { method: "POST", path: "/reports/verify", body: { digest: "a" } })).status).toBe(401);
  });

  it("refuse what is wrong, who may not, and what nobody may know of", async () => {
    expect((await post({ kind: "PERIOD_SITUATION", from: "2022-03-25" })).body["errors"]).toMatchObject([{ path: "to" }]);
    expect((await post({ kind: "DAILY_SITUATION", from: "2022-03-25", limits: [] })).body["errors"]).toMatchObject([{ path: "limits", code: "unrecognized_keys" }]);
    expect((await post({ kind: "DAILY_SITUATION", from: "2022-03-25" }, "viewer")).status).toBe(403);
    const internal = Number((await post({ kind: "DAILY_SITUATION", from: "2022-03-25", profile: "INTERNAL" })).body["id"]);
    for (const handler of [getOne, getPdf, getJson, getPackage]) expect((await bytesOf(handler, internal, "analyst")).status).toBe(404);
    const listed = await send(list, { as: "analyst", path: "/reports", expected: 200 });
    expect((listed.body["items"] as { id: number }[]).map((item) => item.id)).not.toContain(internal);
  });
});

describe("reports at the command line", () => {
  it("are made, written, and verified; an altered one ends with status 1 and its row", async () => {
    const made = await cli(["report", "create", "--kind", "PERIOD_SITUATION", "--from", "2022-03-01", "--to", "2022-03-31", "--out", file("report.json"), "--json"]);
    expect(made.status).toBe(0);
    const view = JSON.parse(made.output) as { sha256: string; bytes: number };
    const text = readFileSync(file("report.json"), "utf8");
    expect([sha256Of(text), Buffer.byteLength(text)]).toEqual([view.sha256, view.bytes]);
    const genuine = await cli(["verify", "report", file("report.json")]);
    expect(genuine).toMatchObject({ status: 0 });
    expect(genuine.output).toContain("Genuine");
    writeFileSync(file("altered.json"), text.replace('"title":"', '"title":"A'));
    const altered = await cli(["verify", "report", file("altered.json"), "--json"]);
    expect(altered.status).toBe(1);
    expect(JSON.parse(altered.output)).toMatchObject({ outcome: "UNKNOWN" });
  }, 60_000);

  it("are refused with a reason, or as wrong usage", async () => {
    expect(await cli(["report", "create", "--kind", "DAILY_SITUATION", "--from", "2022-03-25", "--profile", "INTERNAL"])).toMatchObject({ status: 1, output: "" });
    expect((await cli(["verify", "report", file("none.zip")])).status).toBe(1);
    for (const words of [["--kind", "GOSSIP"], ["--kind", "DAILY_SITUATION", "--from", "2022-02-30"], ["--kind", "DAILY_SITUATION", "--from", "2022-03-25", "--out", file("report.doc")]]) expect((await cli(["report", "create", ...words])).status).toBe(2);
  }, 60_000);
});
