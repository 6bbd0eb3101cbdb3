import { createReadStream } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as getImport } from "@/app/api/v1/imports/[id]/route";
import { POST as cancel } from "@/app/api/v1/imports/[id]/cancel/route";
import { POST as commit } from "@/app/api/v1/imports/[id]/commit/route";
import { GET as errors } from "@/app/api/v1/imports/[id]/errors.csv/route";
import { POST as undo } from "@/app/api/v1/imports/[id]/undo/route";
import { POST as create } from "@/app/api/v1/imports/route";
import { db } from "@/lib/db/client";
import { findSavedMapping } from "@/lib/imports/mapping/queries";
import { listRows } from "@/lib/imports/queries";
import { decideRows } from "@/lib/imports/rows/service";
import { mendRow } from "@/lib/imports/rows/mending/service";
import { rowFilter } from "@/lib/imports/schema";
import { settleReading } from "@/lib/imports/service";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import type { Actor } from "@/lib/kernel/actor";
import { theAccount } from "../../support/accounts";
import { bearerOf, send, type DemoAccount } from "../../support/api";
import { fixedNow } from "../../support/incident-builders";
import { must, step } from "../../support/incident-world";
import { emptyQueue, jobs, runDueJobs } from "../../support/job-queue";

const header = "external_id,event_date,event_type,title,location_name,latitude,longitude,source_url,killed_best";
/** Each id on a day of its own, so that no record looks like another one. */
const dayOf = (id: string) => new Date(Date.UTC(2021, 0, id.charCodeAt(0) * 3 + Number(id.split("-")[1]) * 40)).toISOString().slice(0, 10);
const line = (id: string, over: { date?: string; type?: string; killed?: string } = {}) => `${id},${over.date ?? dayOf(id)},${over.type ?? "CV02"},Farm near ${id} damaged,Village ${id},40.1,46.7,https://example.invalid/${id},${over.killed ?? ""}`;
const csv = (...lines: string[]) => `${[header, ...lines].join("\r\n")}\r\n`;

let analyst: Actor;
beforeAll(async () => {
  analyst = await theAccount("analyst");
  for (const name of ["analyst2", "reviewer", "viewer", "auditor", "admin"] as const) await theAccount(name);
});
beforeEach(emptyQueue);

async function upload(body: string | Buffer, query = "", as: DemoAccount = "analyst") {
  const request = new Request(`http://localhost:3000/api/v1/imports${query}`, { method: "POST", body: new Uint8Array(Buffer.from(body)), headers: { ...(await bearerOf(as)), "content-type": "text/csv" } });
  const response = await create(request, { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as { id: number; status: string } };
}

const params = (id: number) => ({ id: String(id) });
const view = async (id: number, as: DemoAccount = "analyst") => (await send(getImport, { as, path: `/imports/${id}`, params: params(id), expected: 200 })).body;
async function read(body: string | Buffer, query = ""): Promise<number> {
  const { status, body: answer } = await upload(body, query);
  expect(status).toBe(202);
  await runDueJobs();
  return answer.id;
}
async function commitAndRun(id: number) {
  const answer = await send(commit, { as: "analyst", method: "POST", path: `/imports/${id}/commit`, params: params(id) });
  await runDueJobs();
  return answer;
}
const errorText = async (id: number) => (await send(errors, { as: "analyst", path: `/imports/${id}/errors.csv`, params: params(id), expected: 200 })).text;

describe("a file that comes in over HTTP", () => {
  it("is taken, read by a job, looked at, written and taken back", async () => {
    const sent = await upload(csv(line("H-1"), line("H-2", { date: "2021-02-30" }), line("H-3", { killed: "~5" })), "?source=A%20partner&name=april.csv");
    expect(sent).toMatchObject({ status: 202, body: { status: "UPLOADED" } });
    const { id } = sent.body;
    expect(await view(id)).toMatchObject({ status: "UPLOADED", fileName: "april.csv" });
    expect(await jobs()).toMatchObject([{ task: "imports.read", payload: { importId: id, reading: 1 } }]);
    await runDueJobs();
    expect(await view(id)).toMatchObject({
      status: "READY", format: "truce", source: "A partner", rows: { read: 3, needsReview: 1, rejected: 1 }, effects: { create: 1, needsReview: 1, rejected: 1 }, reasons: { invalid_date: 1, approximate_number: 1 },
    });
    const asked = await commitAndRun(id);
    expect(asked).toMatchObject({ status: 202, body: { status: "COMMITTING" } });
    expect(await view(id)).toMatchObject({ status: "COMMITTED" });
    expect(await db().incident.findMany({ where: { importId: id }, select: { externalId: true, workflow: true, author: { select: { email: true } } } })).toEqual([{ externalId: "H-1", workflow: "DRAFT", author: { email: "analyst@demo.invalid" } }]);
    expect(await db().importRow.findMany({ where: { importId: id }, select: { record: true }, orderBy: { record: "asc" } })).toEqual([{ record: 2 }, { record: 3 }]);
    const undone = await send(undo, { as: "analyst", method: "POST", path: `/imports/${id}/undo?reason=wrong`, params: params(id) });
    expect(undone).toMatchObject({ status: 200, body: { status: "UNDONE", removed: 1, restored: 0 } });
    expect(await db().incident.count({ where: { externalId: "H-1" } })).toBe(0);
  });

  it("comes as a form as well, with what is said of it in fields before it", async () => {
    const form = new FormData();
    form.append("format", "truce");
    form.append("dryRun", "true");
    form.append("map", JSON.stringify({ Datum: "event_date", Art: "event_type", Ort: "location_name" }));
    form.append("file", new File(["Datum,Art,Ort\n2021-03-01,CV02,Village\n"], "liste.csv"));
    const response = await create(new Request("http://localhost:3000/api/v1/imports", { method: "POST", body: form, headers: await bearerOf("analyst") }), { params: Promise.resolve({}) });
    expect(response.status).toBe(202);
    await runDueJobs();
    const { id } = (await response.json()) as { id: number };
    expect(await view(id)).toMatchObject({ status: "READY", dryRun: true, fileName: "liste.csv", effects: { create: 1 } });
    expect((await commitAndRun(id)).status).toBe(409);
  });

  it("is refused with words where it can't be read, and asks where it leaves a question open", async () => {
    const clash = await read("event_date,latitude,Latitude ,event_type\n2021-01-01,1,2,CV02\n");
    expect(await view(clash)).toMatchObject({ status: "REFUSED", problems: [{ code: "duplicate_header" }] });
    const empty = await read(`${header}\n`);
    expect(await view(empty)).toMatchObject({ status: "REFUSED", problems: [{ code: "no_records" }] });
    const asking = await read("event_date,event_type,location_name\n03/04/2021,CV02,Village A\n05/06/2021,CV02,Village B\n");
    expect(await view(asking)).toMatchObject({ status: "ASKING", plan: { questions: [{ choice: "dateOrder" }] } });
    must(await settleReading(analyst, { id: asking, choices: { dateOrder: "DMY" }, source: "A partner", commitAs: "DRAFT", save: true }, { now: fixedNow }));
    await runDueJobs();
    expect(await view(asking)).toMatchObject({ status: "READY", effects: { create: 2 } });
    expect((await listRows(asking, rowFilter.parse({}))).rows[0]?.preview).toMatchObject({ start: "2021-04-03" });
    expect(await findSavedMapping(["Event_Type", "location name", "EVENT_DATE"])).toMatchObject({ sourceName: "A partner", version: 1, choices: { dateOrder: "DMY" } });
  });

  it("too large or of nobody who may import is refused before anything is kept", async () => {
    const before = await db().importRun.count();
    for (const as of ["viewer", "auditor", "admin"] as const) expect((await upload(csv(line("R-1")), "", as)).status).toBe(403);
    expect((await upload("", "")).status).toBe(422);
    const huge = new Request("http://localhost:3000/api/v1/imports", { method: "POST", body: "x", headers: { ...(await bearerOf("analyst")), "content-length": "2000000001" } });
    expect((await create(huge, { params: Promise.resolve({}) })).status).toBe(413);
    expect(await db().importRun.count()).toBe(before);
  });

  it("is known to its team, to reviewers and auditors, and is its importer's to write", async () => {
    const id = await read(csv(line("S-1")));
    const path = { path: `/imports/${id}`, params: params(id) };
    for (const [as, status] of [["analyst", 200], ["analyst2", 404], ["reviewer", 200], ["reviewer2", 200], ["auditor", 200], ["viewer", 404], ["admin", 404]] as const) expect([as, (await send(getImport, { as, ...path })).status]).toEqual([as, status]);
    for (const as of ["reviewer", "auditor"] as const) expect((await send(commit, { as, method: "POST", ...path })).status).toBe(403);
    expect((await send(cancel, { as: "reviewer", method: "POST", ...path })).status).toBe(200);
    await runDueJobs();
    expect(await db().importRow.count({ where: { importId: id } })).toBe(0);
    expect((await send(commit, { as: "analyst", method: "POST", ...path })).status).toBe(409);
  });
});

describe("records that are held or rejected", () => {
  it("are a file that, put right, is brought in as it is", async () => {
    const id = await read(csv(line("E-1"), line("E-2", { date: "2021-02-30" }), line("E-3", { killed: "-4" })));
    await commitAndRun(id);
    const text = await errorText(id);
    expect(text.split("\r\n")[0]).toBe(`import_record,import_result,import_column,import_value,import_reason,${header}`);
    expect(text).toContain("2,rejected,event_date,2021-02-30,invalid_date: ");
    const mended = text.replace(/(rejected,.*E-2,)2021-02-30/, "$12021-02-28").replace(/-4(?=\r\n)/, "4").replace(/'4(?=\r\n)/, "4");
    const again = await read(mended);
    expect(await view(again)).toMatchObject({ status: "READY", rows: { read: 2 }, effects: { create: 2 } });
    await commitAndRun(again);
    expect(await db().incident.count({ where: { externalId: { in: ["E-1", "E-2", "E-3"] }, workflow: "DRAFT" } })).toBe(3);
  });

  it("are mended in their place, accepted as they are, or left out", async () => {
    const id = await read(csv(line("M-1", { date: "2021-02-30" }), line("M-2", { killed: "~5" }), line("M-3", { killed: "~6" })));
    expect(await mendRow(analyst, { id, record: 1, cells: { nowhere: "x" } }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    expect(must(await mendRow(analyst, { id, record: 1, cells: { event_date: "2021-02-31" } }, fixedNow))).toEqual({ record: 1, result: "rejected" });
    expect(must(await mendRow(analyst, { id, record: 1, cells: { event_date: "2020-12-28" } }, fixedNow)).result).not.toBe("rejected");
    must(await decideRows(analyst, { id, decision: "ACCEPT", reason: "approximate_number" }, fixedNow));
    must(await decideRows(analyst, { id, decision: "LEAVE_OUT", record: 3 }, fixedNow));
    expect(await view(id)).toMatchObject({ effects: { create: 2, needsReview: 1, rejected: 0 } });
    expect(await decideRows(await theAccount("reviewer"), { id, decision: "ACCEPT", record: 3 }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    await commitAndRun(id);
    expect((await db().incident.findMany({ where: { importId: id }, select: { externalId: true, occurredStart: true }, orderBy: { id: "asc" } })).map((row) => [row.externalId, row.occurredStart.toISOString().slice(0, 10)])).toEqual([["M-1", "2020-12-28"], ["M-2", dayOf("M-2")]]);
  });

  it("that name one record can't both be accepted", async () => {
    const id = await read(csv(line("D-1"), `D-1,${dayOf("D-1")},CV02,Another telling of D-1,Village,40.1,46.7,,`));
    expect(await view(id)).toMatchObject({ reasons: { same_id_different_content: 1 } });
    expect(await decideRows(analyst, { id, decision: "ACCEPT", record: 2 }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
  });
});

describe("ACLED data", () => {
  const acled =
    'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\nAZE1,2021-05-03,2021,1,Political violence,Explosions/Remote violence,Shelling/artillery/missile attack,Military Forces of Azerbaijan,,1,,,,,,31,Caucasus,Azerbaijan,Khojali,,,Parukh,40.06,46.73,1,A paper,National,"On 3 May 2021, shelling was reported.",0,,1620000000\n';

  it("is its team's alone, is said to be so, and can't be published", async () => {
    const id = await read(acled);
    const found = await view(id);
    expect(found).toMatchObject({ status: "READY", format: "acled", restriction: "ACLED_TERMS" });
    for (const [as, status] of [["reviewer", 200], ["reviewer2", 404], ["auditor", 404]] as const) expect([as, (await send(getImport, { as, path: `/imports/${id}`, params: params(id) })).status]).toEqual([as, status]);
    if ((found["effects"] as { create: number }).create === 0) must(await decideRows(analyst, { id, decision: "ACCEPT", record: 1 }, fixedNow));
    await commitAndRun(id);
    const record = await db().incident.findFirstOrThrow({ where: { importId: id }, select: { id: true, restriction: true, casualties: true } });
    expect(record.restriction).toBe("ACLED_TERMS");
    expect(await findIncident(scopeOf(analyst), record.id)).toBeDefined();
    for (const name of ["reviewer2", "auditor", "analyst2", "viewer"] as const) expect(await findIncident(scopeOf(await theAccount(name)), record.id)).toBeUndefined();
    must(await step(analyst, record.id, { command: "submit" }));
    expect(await step(await theAccount("reviewer"), record.id, { command: "publish" })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    await expect(db().$executeRaw`UPDATE incident SET workflow = 'PUBLISHED' WHERE id = ${record.id}`).rejects.toThrow(/restricted_not_public|only an APPROVED/);
  });
});

it("a file of the fixtures is read through the store as it is from the disk", async () => {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream("tests/fixtures/import/03_semicolon_decimal_comma.csv")) chunks.push(chunk as Buffer);
  const id = await read(Buffer.concat(chunks));
  expect(await view(id)).toMatchObject({ status: "READY", plan: { delimiter: ";", decimalSign: "," }, rows: { read: 2, rejected: 0 } });
});
