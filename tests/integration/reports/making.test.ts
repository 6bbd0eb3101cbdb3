import { spawn } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { reportKindCodes } from "@/lib/codelists/report-kind";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import { reportDocument } from "@/lib/reports/document/schema";
import { makeReport } from "@/lib/reports/making/service";
import { findReport, listReports } from "@/lib/reports/queries";
import { reportFilter, reportInput } from "@/lib/reports/schema";
import { requestReport } from "@/lib/reports/service";
import { theAccount } from "../../support/accounts";
import { must } from "../../support/incident-world";
import { emptyQueue, jobs, runDueJobs } from "../../support/job-queue";
import { loadReferenceData } from "../../support/reference-data";
import { bareNumbers } from "../../support/report-builders";

const now = new Date("2026-11-26T12:00:00Z");
const asks: Record<(typeof reportKindCodes)[number], Record<string, unknown>> = {
  DAILY_SITUATION: { from: "2022-03-25" },
  PERIOD_SITUATION: { from: "2022-01-01", to: "2022-12-31" },
  OBLIGATION_BRIEF: { from: "2020-11-10", to: "2022-12-31", obligation: "NK2020-3d" },
  INCIDENT_BRIEF: { incident: "TL-000032" },
  COMPLIANCE: { from: "2020-11-10", to: "2020-12-31" },
};

let reviewer: Actor;
beforeAll(async () => {
  await loadReferenceData();
  reviewer = await theAccount("reviewer");
});

const ask = (actor: Actor, input: Record<string, unknown>, at = now) => requestReport(actor, reportInput.parse(input), at);

async function made(input: Record<string, unknown>, at = now) {
  const { id } = must(await ask(reviewer, input, at));
  await makeReport(id, at);
  const row = await db().report.findUniqueOrThrow({ where: { id } });
  if (row.state !== "READY") throw new Error(`report ${id} is ${row.state}: ${row.failure}`);
  return { id, row, document: reportDocument.parse(JSON.parse(row.content ?? "")) };
}

describe("a report that is asked for", () => {
  it("waits in the queue, is made by the job, and leaves its trace", async () => {
    const { id } = must(await ask(reviewer, { kind: "DAILY_SITUATION", ...asks.DAILY_SITUATION }));
    expect(await findReport(reviewer, id)).toMatchObject({ state: "QUEUED", sha256: null, asOf: "2022-03-25", knownAt: now.toISOString() });
    expect((await jobs()).map(({ task, payload }) => [task, payload])).toContainEqual(["report.make", { reportId: id }]);
    await runDueJobs();
    expect(await findReport(reviewer, id)).toMatchObject({ state: "READY", progress: 100, failure: null });
    const events = await db().auditEntry.findMany({ where: { subjectType: "report", subjectId: String(id) }, orderBy: { id: "asc" }, select: { event: true } });
    expect(events.map(({ event }) => event)).toEqual(["report.requested", "report.made"]);
    expect(await db().reportRecord.count({ where: { reportId: id } })).toBe((await findReport(reviewer, id))?.records);
  });

  it("is refused for a role that makes no such report, and for days and knowledge that have not come", async () => {
    for (const [name, profile] of [["viewer", "PUBLIC"], ["analyst", "INTERNAL"], ["admin", "INTERNAL"]] as const) expect(await ask(await theAccount(name), { kind: "DAILY_SITUATION", from: "2022-03-25", profile })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    for (const [field, input] of [["from", { from: "2026-11-27" }], ["asOf", { from: "2022-03-25", asOf: "2026-11-27" }], ["knownAt", { from: "2022-03-25", knownAt: "2026-11-27" }]] as const) {
      expect(await ask(reviewer, { kind: "DAILY_SITUATION", ...input })).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: field, code: "in_future" }] } });
    }
    // The day that is not over yet stands for what is known so far.
    expect(await findReport(reviewer, must(await ask(reviewer, { kind: "DAILY_SITUATION", from: "2022-03-25", knownAt: "2026-11-26" })).id)).toMatchObject({ knownAt: now.toISOString() });
  });

  it("is refused for an agreement, a duty or a record that there is not", async () => {
    for (const [path, input] of [["agreement", { kind: "COMPLIANCE", from: "2022-01-01", to: "2022-02-01", agreement: "NONE" }], ["obligation", { kind: "OBLIGATION_BRIEF", from: "2022-01-01", to: "2022-02-01", obligation: "NONE" }], ["incident", { kind: "INCIDENT_BRIEF", incident: "TL-999999" }]] as const) {
      expect(await ask(reviewer, input)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path, code: "unknown" }] } });
    }
    await emptyQueue();
  });
});

describe("every kind of report", () => {
  it.each(reportKindCodes)("%s shows no number without its sources, day, unit and level, and has its limits", async (kind) => {
    const { document, row } = await made({ kind, ...asks[kind] });
    expect(bareNumbers(document)).toEqual([]);
    expect(document.limits.length).toBeGreaterThan(2);
    expect(document.isDemonstration).toBe(true);
    expect(document.sections.length).toBeGreaterThan(3);
    expect(row.pdf?.length).toBeGreaterThan(10_000);
    expect(Buffer.from(row.pdf ?? []).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("is the same by the same clocks, whenever it is made and in whatever zone", async () => {
    const clocks = { kind: "PERIOD_SITUATION", ...asks.PERIOD_SITUATION, knownAt: "2023-06-30" };
    const first = await made(clocks);
    const later = await made(clocks, new Date("2026-12-24T03:00:00Z"));
    expect(later.row.sha256).toBe(first.row.sha256);
    const zones = ["Asia/Baku", "America/Los_Angeles"];
    for (const zone of zones) expect([zone, await digestIn(zone, first.id)]).toEqual([zone, first.row.sha256]);
  });

  it("knows no more than was known then: a later knowledge gives other records", async () => {
    const then = await made({ kind: "PERIOD_SITUATION", ...asks.PERIOD_SITUATION, knownAt: "2022-05-01" });
    const since = await made({ kind: "PERIOD_SITUATION", ...asks.PERIOD_SITUATION });
    expect(then.document.records.length).toBeGreaterThan(0);
    expect(then.document.records.length).toBeLessThan(since.document.records.length);
    expect(then.document.limits.join(" ")).toContain("The knowledge ends before the day of the world");
  });

  it("is narrowed by its filters, which its front and its limits name", async () => {
    const { document } = await made({ kind: "PERIOD_SITUATION", ...asks.PERIOD_SITUATION, type: ["CH01"] });
    expect([...new Set(document.records.map(({ type }) => type))]).toEqual(["CH01"]);
    expect(document.filters).toEqual({ type: ["CH01"] });
    expect(document.limits.join(" ")).toContain("narrowed by filters");
  });
});

/** The digest of the same report, composed by a process of its own in another zone. */
const digestIn = (zone: string, id: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/report-digest.ts", String(id)], { env: { ...process.env, TZ: zone }, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    child.on("error", reject);
    child.on("close", () => resolve(output.trim()));
  });

describe("the job", () => {
  it("run again, or by two at once, leaves one report with one digest", async () => {
    const { id } = must(await ask(reviewer, { kind: "DAILY_SITUATION", ...asks.DAILY_SITUATION }));
    // As if a process had been killed in the middle.
    await db().report.update({ where: { id }, data: { state: "MAKING", progress: 40, step: "Writing the sections" } });
    await Promise.all([makeReport(id, now), makeReport(id, now)]);
    const first = await db().report.findUniqueOrThrow({ where: { id } });
    expect(first.state).toBe("READY");
    await makeReport(id, new Date("2026-12-01T00:00:00Z"));
    expect(await db().report.findUniqueOrThrow({ where: { id } })).toEqual(first);
    expect(await db().auditEntry.count({ where: { subjectType: "report", subjectId: String(id), event: "report.made" } })).toBe(1);
  });

  it("tells what can't be made, and can be run again", async () => {
    const { id } = must(await ask(reviewer, { kind: "INCIDENT_BRIEF", incident: "TL-000032", knownAt: "2020-12-01" }));
    await makeReport(id, now);
    expect(await findReport(reviewer, id)).toMatchObject({ state: "FAILED", failure: expect.stringContaining("was not public by this knowledge") as string });
    await makeReport(id, now);
    expect(await findReport(reviewer, id)).toMatchObject({ state: "FAILED" });
  });
});

describe("who may know of a report", () => {
  it("follows its profile: in the list and by its number", async () => {
    const ids = new Map<string, number>();
    for (const profile of ["PUBLIC", "PARTNERS", "INTERNAL"]) ids.set(profile, must(await ask(reviewer, { kind: "DAILY_SITUATION", from: "2021-01-01", profile })).id);
    const readable = { viewer: ["PUBLIC"], analyst: ["PUBLIC", "PARTNERS"], reviewer2: ["PUBLIC", "PARTNERS", "INTERNAL"], auditor: ["PUBLIC", "PARTNERS", "INTERNAL"], admin: ["PUBLIC", "PARTNERS"] } as const;
    for (const [name, profiles] of Object.entries(readable)) {
      const actor = await theAccount(name as keyof typeof readable);
      const listed = (await listReports(actor, reportFilter.parse({ limit: 500 }))).items;
      for (const [profile, id] of ids) {
        const isReadable = (profiles as readonly string[]).includes(profile);
        expect([name, profile, (await findReport(actor, id)) !== undefined, listed.some((item) => item.id === id)]).toEqual([name, profile, isReadable, isReadable]);
      }
      expect([name, listed.some(({ author }) => author !== null)]).toEqual([name, name !== "viewer"]);
    }
  });
});
