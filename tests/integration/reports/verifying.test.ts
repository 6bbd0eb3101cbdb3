import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import { mergeIncidents } from "@/lib/duplicates/service";
import { packageFiles, packReport } from "@/lib/reports/package/service";
import { makeReport } from "@/lib/reports/making/service";
import { readReport, takeReport } from "@/lib/reports/reading/service";
import { reportInput } from "@/lib/reports/schema";
import { requestReport } from "@/lib/reports/service";
import { verifyReport } from "@/lib/reports/verification/service";
import type { ReportVerdict } from "@/lib/reports/verification/schema";
import { fixedNow } from "../../support/incident-builders";
import { must, plantWorld, published, step, type World } from "../../support/incident-world";

const soon = new Date(fixedNow.getTime() + 60_000);
const later = new Date(fixedNow.getTime() + 3_600_000);

let world: World;
let records: { corrected: number; retracted: number; merged: number; survivor: number; untouched: number };
beforeAll(async () => {
  world = await plantWorld();
  const one = (title: string, over: Record<string, unknown> = {}) => published(world, { title, ...over });
  records = { corrected: await one("To be corrected"), retracted: await one("To be retracted"), merged: await one("To be merged"), survivor: await one("That it is merged into"), untouched: await one("Untouched") };
});

async function made(actor: Actor, over: Record<string, unknown> = {}) {
  const { id } = must(await requestReport(actor, reportInput.parse({ kind: "PERIOD_SITUATION", from: "2022-03-01", to: "2022-03-31", ...over }), soon));
  await makeReport(id, soon);
  return must(await readReport(actor, id));
}

const verdict = async (actor: Actor | undefined, sent: Uint8Array | string): Promise<ReportVerdict> => must(await verifyReport(actor, typeof sent === "string" ? Buffer.from(sent) : sent, later));

describe("verifying a report", () => {
  it("finds its package, its JSON and its digest genuine, for whoever holds it", async () => {
    const report = await made(world.reviewer);
    const digest = report.view.sha256 ?? "";
    for (const actor of [world.viewer, world.admin, undefined]) {
      for (const sent of [await packReport(report), report.content, JSON.stringify(JSON.parse(report.content), null, 2), digest, JSON.stringify({ digest: digest.toUpperCase() })]) {
        expect(await verdict(actor, sent)).toMatchObject({ outcome: "GENUINE", digest, problems: [] });
      }
    }
    expect(await verdict(world.viewer, await packReport(report))).toMatchObject({ isComplete: true, since: [], report: { reference: report.view.reference } });
    // Without an account nothing is told of the report itself, nor of what became of its records.
    expect(await verdict(undefined, digest)).toMatchObject({ report: null, since: null });
  });

  it("names the row in which one byte was changed, and what is missing", async () => {
    const report = await made(world.reviewer);
    const bytes = Buffer.from(await packReport(report));
    const at = bytes.indexOf("To be retracted");
    bytes[at] = "U".charCodeAt(0);
    const told = await verdict(world.viewer, bytes);
    expect(told).toMatchObject({ outcome: "ALTERED", isComplete: true });
    expect(told.problems).toContainEqual({ file: "report.json", problem: "altered", row: `TL-${String(records.retracted).padStart(6, "0")}` });
    expect(told.report?.reference).toBe(report.view.reference);
    // Somebody who packs it anew alters it no less.
    const anew = await repacked(report, (text) => text.replace("To be retracted", "Uo be retracted"));
    expect((await verdict(undefined, anew)).outcome).toBe("ALTERED");
    const cut = await verdict(world.viewer, await repacked(report, (text) => text, ["claims.csv"]));
    expect(cut).toMatchObject({ outcome: "ALTERED", isComplete: false, problems: [{ file: "claims.csv", problem: "missing", row: null }] });
  });

  it("knows nothing of a report that was made elsewhere, and refuses what is none", async () => {
    const report = await made(world.reviewer);
    const other = report.content.replace('"title":"', '"title":"Another ');
    expect(await verdict(world.viewer, other)).toMatchObject({ outcome: "UNKNOWN", report: null, since: null });
    expect(await verdict(world.viewer, "0".repeat(64))).toMatchObject({ outcome: "UNKNOWN" });
    for (const sent of ["", "{}", "nonsense", '{"digest":"abc"}']) expect(await verifyReport(world.viewer, Buffer.from(sent), later)).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
  });

  it("says of a report that the reader may not read no more than that it is genuine", async () => {
    const report = await made(world.reviewer, { profile: "INTERNAL" });
    expect(await verdict(world.viewer, report.content)).toMatchObject({ outcome: "GENUINE", report: null, since: null });
    expect((await verdict(world.auditor, report.content)).report?.profile).toBe("INTERNAL");
  });

  it("lists what was corrected, retracted and merged since, with the reason and what stands in its place", async () => {
    const report = await made(world.reviewer);
    const before = report.content;
    const correction = must(await step(world.analyst, records.corrected, { command: "correct", reason: "The place was another one." })).id;
    must(await step(world.analyst, correction, { command: "submit" }));
    must(await step(world.reviewer, correction, { command: "claim" }));
    must(await step(world.reviewer, correction, { command: "approve" }));
    must(await step(world.reviewer2, correction, { command: "publish" }));
    must(await step(world.reviewer, records.retracted, { command: "retract", reason: "The bulletin was withdrawn." }));
    must(await step(world.reviewer2, records.retracted, { command: "retract", reason: "The bulletin was withdrawn." }));
    await merge(records.survivor, records.merged);
    const { outcome, since } = await verdict(world.viewer, before);
    expect(outcome).toBe("GENUINE");
    const told = new Map(since?.map((change) => [`${change.kind} ${change.href}`, change]));
    expect(told.get(`CORRECTED /incidents/${records.corrected}`)?.replacement?.href).toBe(`/incidents/${correction}`);
    expect(told.get(`RETRACTED /incidents/${records.retracted}`)?.text).toBe("The bulletin was withdrawn.");
    expect(told.get(`MERGED /incidents/${records.merged}`)?.replacement?.href).toBe(`/incidents/${records.survivor}`);
    expect([...told.keys()].filter((key) => key.endsWith(`/${records.untouched}`))).toEqual([]);
    // The report itself stays what it was.
    expect(must(await readReport(world.viewer, report.view.id)).content).toBe(before);
  });
});

const merge = async (survivor: number, merged: number): Promise<void> => {
  must(await mergeIncidents(world.reviewer3, { id: survivor, other: merged, reason: "Both tell of one event." }, fixedNow));
};

/** A package as somebody packs it who changed its report and made the zip anew. */
async function repacked(report: Parameters<typeof packReport>[0], change: (text: string) => string, leftOut: readonly string[] = []): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { path, text } of packageFiles(report).filter((file) => !leftOut.includes(file.path))) zip.addBuffer(Buffer.from(path === "report.json" ? change(text) : text), path);
  zip.end();
  return buffer(zip.outputStream);
}

describe("a report whose record was protected since", () => {
  it("is held back from those who may not read restricted fields", async () => {
    const report = await made(world.reviewer, { from: "2022-03-25", to: "2022-03-25" });
    await db().incident.update({ where: { id: records.untouched }, data: { sensitivity: "S2_RESTRICTED" } });
    for (const actor of [world.viewer, world.analyst, world.admin]) expect(await readReport(actor, report.view.id)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect((await readReport(world.reviewer, report.view.id)).ok).toBe(true);
    expect((await takeReport(world.viewer, report.view.id, { as: "pdf", now: later })).ok).toBe(false);
    // A new one shows what may be shown now.
    const anew = await made(world.reviewer, { from: "2022-03-25", to: "2022-03-25" });
    expect(anew.document.withheld.map(({ kind }) => kind)).toContain("NARRATIVE");
    expect(must(await readReport(world.viewer, anew.view.id)).document.records.find(({ id }) => id === records.untouched)).toMatchObject({ narrative: "", isRedacted: true, place: { name: "withheld" } });
  });

  it("is held back where a single field of a record was", async () => {
    const report = await made(world.reviewer, { from: "2022-03-25", to: "2022-03-25" });
    await db().incident.update({ where: { id: records.untouched }, data: { protectedFields: { title: "S2_RESTRICTED" } } });
    expect(await readReport(world.viewer, report.view.id)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    const anew = await made(world.reviewer, { from: "2022-03-25", to: "2022-03-25" });
    expect(must(await readReport(world.viewer, anew.view.id)).document.records.find(({ id }) => id === records.untouched)).toMatchObject({ title: "Restricted record" });
  });
});
