import { countsOnBoard, type Verification } from "@/lib/codelists/verification";
import { logReferenceIncident } from "@/lib/incidents/service";
import type { IncidentInput } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { transitionIncident, type TransitionRequest } from "@/lib/reviews/service";
import type { IncidentRow, Reference, SourceRow } from "../files";
import { knownDays } from "../tables/known-days";
import { mutualAccusation } from "../tables/speakers";
import { admittedAndRecorded, coreAgreed, findingsOf, type FindingRow } from "../tables/incident-findings";
import { claimsOf, incidentInputOf } from "./incident-input";
import { knownAtOf } from "./known-at";
import { type Loading, accepted } from "./loading";
import { placeInputOf, readUnits } from "./places";
import { findProgress } from "./present";

const independent: readonly string[] = ["RU_MOD", "RU_MFA", "ICJ"];

/** The level by rule, with the rule: R1 to R5 of tables/incident-findings.ts. */
export function levelOf(row: IncidentRow): { level: Verification; rule: string } {
  const claims = claimsOf(row);
  if (claims.some((claim) => claim.stance === "FOUND_BY")) return { level: "V5_INVESTIGATED", rule: "R5: a published finding of a court." };
  if (admittedAndRecorded.includes(row.id)) return { level: "V4_VERIFIED", rule: "R4: a record by a body outside the two sides and the accused side's own word agree." };
  if (claims.some((claim) => independent.includes(claim.speaker))) return { level: "V3_CORROBORATED", rule: "R3: a record by a body outside the two sides." };
  if (claims.some((claim) => claim.stance === "ADMITTED_BY")) return { level: "V3_CORROBORATED", rule: "R2: the accused side says itself that it took place." };
  if (row.alleged_party === mutualAccusation || coreAgreed.includes(row.id)) return { level: "V3_CORROBORATED", rule: "R2: the two sides agree on what, where and when; they differ on who began it or why." };
  return { level: "V1_CLAIM", rule: "R1: one side says so, or the sides disagree on what happened." };
}

/** What is found for each duty that the record names. */
export function findingsFor(row: IncidentRow, input: Pick<IncidentInput, "obligations">, level: Verification): (FindingRow & { code: string })[] {
  const given = findingsOf[row.id] ?? {};
  return input.obligations.map(({ code, relation }) => {
    const found = given[code.slice(code.indexOf("-") + 1)];
    if (found) return { code, ...found };
    const why = relation === "CONTEXT" ? "Named for context." : countsOnBoard(level) ? "No record of others says that this duty was broken." : "A claim; it waits.";
    return { code, relation, effect: "NONE", why };
  });
}

/** Every record through its whole life: logged, submitted, claimed, approved by one or two, published by a reviewer. */
export async function loadIncidents(loading: Loading, reference: Reference, sourceId: (key: string) => number): Promise<number> {
  const units = readUnits();
  const places = new Map(reference.places.map((row) => [row.id, placeInputOf(row, units)]));
  const sources = new Map(reference.sources.map((row) => [row.key, row]));
  const placeOf = (key: string) => {
    const place = places.get(key);
    if (!place) throw new Error(`no place has the key "${key}"`);
    return place;
  };
  let published = 0;
  for (const row of reference.incidents) {
    const input = incidentInputOf(row, { placeOf, sourceId });
    const found = (await findProgress(row.id)) ?? { ...(await logRow(loading, row, input)), workflow: "DRAFT", wasPublished: false, approvedBy: [] };
    if (found.wasPublished) continue;
    await carryThrough(loading, found, { row, input, knownAt: knownAtOf(datesOf(row, sources)) });
    published++;
  }
  return published;
}

const logRow = async ({ importer, now }: Loading, row: IncidentRow, input: IncidentInput): Promise<{ id: number }> =>
  accepted(row.id, await logReferenceIncident(importer, { input, confidence: row.confidence, note: row.note }, now));

type Progress = { id: number; workflow: string; approvedBy: readonly number[] };

/** From wherever the record stands to published. */
async function carryThrough({ importer, reviewers, now }: Loading, progress: Progress, { row, input, knownAt }: { row: IncidentRow; input: IncidentInput; knownAt: Date }): Promise<void> {
  const step = async (actor: Actor, request: Omit<TransitionRequest, "id">) => accepted(row.id, await transitionIncident(actor, { id: progress.id, ...request }, now));
  const [first] = reviewers;
  const { level, rule } = levelOf(row);
  const findings = findingsFor(row, input, level);
  const approval = { command: "approve", verification: level, reason: reasonOf(rule, findings), findings: findings.map(({ code, relation, effect }) => ({ code, relation, effect })) } as const;
  let { workflow } = progress;
  if (workflow === "DRAFT") ({ workflow } = await step(importer, { command: "submit" }));
  if (workflow === "SUBMITTED") ({ workflow } = await step(first, { command: "claim" }));
  for (const reviewer of reviewers) {
    if (workflow === "IN_REVIEW" && !progress.approvedBy.includes(reviewer.userId)) ({ workflow } = await step(reviewer, approval));
  }
  if (workflow === "APPROVED") ({ workflow } = await step(first, { command: "publish", knownAt }));
  if (workflow !== "PUBLISHED") throw new Error(`reference row ${row.id} stands at ${workflow} and was not published`);
}

const reasonOf = (rule: string, findings: readonly (FindingRow & { code: string })[]): string => [rule, ...findings.map(({ code, relation, why }) => `${code}: ${relation}. ${why}`)].join(" ").slice(0, 2000);

const datesOf = (row: IncidentRow, sources: ReadonlyMap<string, SourceRow>) => ({
  date: row.date,
  knownOn: knownDays[row.id]?.on,
  published: row.sources.map((key) => sources.get(key)?.date ?? null),
});
