import { beforeAll, expect, it } from "vitest";
import { parseWithZod } from "@conform-to/zod/v4";
import { flattened, type IncidentFormValues } from "@/components/incidents/form/form-values";
import { mergedValues, partsToMerge } from "@/components/incidents/form/three-way";
import { formValuesOf } from "@/components/incidents/form/values-of-record";
import { verifyAudit } from "@/lib/audit/chain/service";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf, incidentInput, type IncidentInput } from "@/lib/incidents/schema";
import { editIncident } from "@/lib/incidents/service";
import type { Actor } from "@/lib/kernel/actor";
import { fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

/** Whoever may edit the record: its own team and the reviewers, in turn. */
const editor = (turn: number): Actor => [world.analyst, world.colleague, world.reviewer, world.reviewer2, world.reviewer3][turn % 5] ?? world.analyst;

const opened = async (id: number) => (await findIncident(scopeOf(world.reviewer3), id)) ?? expect.fail("the record is gone");

/** What the form sends: its values by their names, read by the record's own schema as the action reads them. */
function sentBy(values: IncidentFormValues): IncidentInput {
  const form = new FormData();
  for (const [name, value] of flattened(values)) form.append(name, value);
  const submission = parseWithZod(form, { schema: incidentInput });
  if (submission.status !== "success") throw new Error(JSON.stringify(submission.reply().error));
  return submission.value;
}

type Change = { readonly what: string; readonly make: (values: IncidentFormValues) => IncidentFormValues; readonly isKept: (input: IncidentInput) => boolean };

const field = (what: string, part: Partial<IncidentFormValues>, isKept: Change["isKept"]): Change => ({ what, make: (values) => ({ ...values, ...part }), isKept });
type Line = { [L in "claims" | "casualties" | "observations" | "sources" | "obligations"]?: NonNullable<IncidentFormValues[L]>[number] };
/** One more line in one list. */
const row = (what: string, line: Line, isKept: Change["isKept"]): Change => ({
  what,
  make: (values) => ({ ...values, ...Object.fromEntries(Object.entries(line).map(([list, added]) => [list, [...(values[list as keyof Line] ?? []), added]])) }),
  isKept,
});
const claimed = (speaker: string, quote: string): Change =>
  row(`the words “${quote}”`, { claims: { stance: "ALLEGED_BY", speaker, quote } }, ({ claims }) => claims.some((claim) => claim.speaker === speaker && claim.quote === quote));
const counted = (countedBy: string, best: number): Change =>
  row(`${best} counted by ${countedBy}`, { casualties: { outcome: "INJURED", status: "CIVILIAN", side: "AM", best: String(best), countedBy } }, ({ casualties }) => casualties.some((count) => count.countedBy === countedBy && count.best === best));
const observed = (countBest: number): Change =>
  row(`${countBest} observed`, { observations: { kind: "SHOT", means: "HEARD", direction: "INCOMING", countBest: String(countBest) } }, ({ observations }) => observations.some((line) => line.countBest === countBest));

/** Twenty changes, each of another part of the record or of another line. */
const changes = (sourceId: number): Change[] => [
  field("the type", { type: "CH05" }, ({ type }) => type === "CH05"),
  field("the title", { title: "Rockets reported near Parukh" }, ({ title }) => title === "Rockets reported near Parukh"),
  field("the narrative", { narrative: "Three accounts are on record." }, ({ narrative }) => narrative === "Three accounts are on record."),
  field("when", { occurred: { start: "2022-03-24", zone: "Asia/Baku", precision: "T4_DAY" } }, ({ occurred }) => occurred.start === "2022-03-24"),
  field("where", { place: { unit: "AZE-1700", precision: "L4_DISTRICT" } }, ({ place }) => place.unit === "AZE-1700"),
  field("the severity", { severity: "HIGH" }, ({ severity }) => severity === "HIGH"),
  field("the sensitivity", { sensitivity: "S1_INTERNAL" }, ({ sensitivity }) => sensitivity === "S1_INTERNAL"),
  field("the external id", { externalId: "EXT-20" }, ({ externalId }) => externalId === "EXT-20"),
  row("the source", { sources: String(sourceId) }, ({ sources }) => sources.includes(sourceId)),
  row("the duty", { obligations: { code: "T-1b", relation: "CONTEXT" } }, ({ obligations }) => obligations.some((link) => link.code === "T-1b")),
  claimed("AM_MOD", "We saw it."), claimed("AZ_MOD", "We did not."), claimed("ICJ", "Noted."), claimed("AM_MOD", "We saw it twice."),
  counted("AM_MOD", 4), counted("AZ_MOD", 2), counted("RU_MOD", 3),
  observed(11), observed(12), observed(13),
];

/** One editor at one form: changes one thing and saves; where others were faster, merges theirs with the own change and saves again. Returns how often. */
async function edited(id: number, { what, make }: Change, actor: Actor): Promise<number> {
  const first = await opened(id);
  let base = formValuesOf(entryInputOf(first));
  let mine = make(base);
  for (let version = first.version, refusals = 0; ; refusals++) {
    const saved = await editIncident(actor, { id, expectedVersion: version, input: sentBy(mine) }, fixedNow);
    if (saved.ok) return refusals;
    if (saved.refusal.kind !== "conflict" || saved.refusal.currentVersion === undefined) throw new Error(`${what}: ${JSON.stringify(saved.refusal)}`);
    const view = await opened(id);
    const sides = { base, mine, theirs: formValuesOf(entryInputOf(view)) };
    expect(partsToMerge(sides).filter(({ proposed }) => proposed === null), `${what}: nobody else changed it`).toEqual([]);
    [mine, base, version] = [mergedValues(sides, {}), sides.theirs, view.version];
  }
}

it("twenty editors racing on one record lose nothing: each stale save is refused and merged, and all twenty changes are there in the end", async () => {
  const { id: _id, terms: _terms, ...obligation } = await db().obligation.findUniqueOrThrow({ where: { id: world.obligationId } });
  await db().obligation.create({ data: { ...obligation, code: "T-1b", position: 2 } });
  const id = await log(world.analyst);
  const all = changes(world.sourceId);
  expect(all).toHaveLength(20);
  const refusals = await Promise.all(all.map((change, turn) => edited(id, change, editor(turn))));
  expect(refusals.reduce((sum, count) => sum + count, 0), "they did race").toBeGreaterThan(0);

  const view = await opened(id);
  const kept = entryInputOf(view);
  expect(all.filter(({ isKept }) => !isKept(kept)).map(({ what }) => what)).toEqual([]);
  expect([kept.claims.length, kept.casualties.length, kept.observations.length, kept.obligations.length]).toEqual([5, 3, 3, 2]);
  expect(view.version).toBe(21);
  const versions = await db().incidentVersion.findMany({ where: { incidentId: id }, select: { version: true, event: true }, orderBy: { version: "asc" } });
  expect(versions.map((row) => row.version)).toEqual(Array.from({ length: 21 }, (_none, index) => index + 1));
  expect(await db().auditEntry.count({ where: { subjectType: "incident", subjectId: String(id), event: "incident.edited" } })).toBe(20);
  expect(must(await verifyAudit(world.auditor, {}, fixedNow))).toMatchObject({ isIntact: true, fault: null });
}, 60_000);

it("the same save twice is one change and one refusal", async () => {
  const id = await log(world.analyst);
  const view = await opened(id);
  const edit = () => editIncident(world.analyst, { id, expectedVersion: view.version, input: { ...entryInputOf(view), title: "A new title" } }, fixedNow);
  const results = await Promise.all([edit(), edit()]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { kind: "conflict" } });
});
