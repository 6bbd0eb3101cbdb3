import { type RedactionProfile, redactionProfiles } from "@/lib/codelists/redaction-profile";
import type { WithheldKind } from "@/lib/codelists/withheld-kind";
import { type IncidentScope, maySee, redactForExport, scopeOfRole } from "@/lib/incidents/policy";
import { strictestMark } from "@/lib/incidents/domain/marks";
import type { PublicPoint } from "@/lib/incidents/protection/withheld/domain";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { Actor, Role } from "@/lib/kernel/actor";
import { canonicalJson } from "@/lib/kernel/canonical-json";

type Rights = { readonly makes: readonly RedactionProfile[]; readonly reads: readonly RedactionProfile[] };

/**
 * Who makes and who reads which report. A report bears the organisation's name, so readers make none. What a profile shows is never
 * more than its readers may read elsewhere: INTERNAL opens restricted fields of every team, so it is for reviewers and auditors alone.
 * An administrator (and the command line, which acts as one) decides on no content and reads no protected field.
 */
export const reportRights: Record<Role, Rights> = {
  VIEWER: { makes: [], reads: ["PUBLIC"] },
  ANALYST: { makes: ["PUBLIC", "PARTNERS"], reads: ["PUBLIC", "PARTNERS"] },
  REVIEWER: { makes: ["PUBLIC", "PARTNERS", "INTERNAL"], reads: ["PUBLIC", "PARTNERS", "INTERNAL"] },
  AUDITOR: { makes: ["PUBLIC", "PARTNERS", "INTERNAL"], reads: ["PUBLIC", "PARTNERS", "INTERNAL"] },
  ADMIN: { makes: ["PUBLIC", "PARTNERS"], reads: ["PUBLIC", "PARTNERS"] },
};

export const profilesMadeBy = (actor: Actor): readonly RedactionProfile[] => reportRights[actor.role].makes;
export const profilesReadBy = (actor: Actor): readonly RedactionProfile[] => reportRights[actor.role].reads;
export const mayMakeReport = (actor: Actor, profile: RedactionProfile): boolean => profilesMadeBy(actor).includes(profile);
export const mayReadReport = (actor: Actor, profile: RedactionProfile): boolean => profilesReadBy(actor).includes(profile);

/** Names of staff stand beside a report for those who are shown names anywhere. */
export const seesAuthors = (actor: Actor): boolean => actor.role !== "VIEWER";

const factsOf = (profile: RedactionProfile) => redactionProfiles.find((entry) => entry.code === profile) ?? redactionProfiles[0];

/** What a reader of the profile may know of and read. */
export const scopeOfProfile = (profile: RedactionProfile): IncidentScope => scopeOfRole(factsOf(profile).reads);

/** A record as it was kept, with what decides who may read it. `restriction`: a licence that forbids passing it on. */
export type ReportedRecord = { readonly view: IncidentView; readonly teamId: number; readonly restriction: string | null; readonly publicPoint: PublicPoint; readonly evidenceTeams?: ReadonlyMap<number, number> };

/** What is left of a record in a report: all, a part, or nothing, and what was taken out and why. */
export type Reported = { readonly view: IncidentView | undefined; readonly withheld: readonly WithheldKind[]; readonly why: string };

const partsOf: readonly { readonly kind: WithheldKind; readonly of: (view: IncidentView) => unknown }[] = [
  { kind: "TITLE", of: ({ title }) => title },
  { kind: "NARRATIVE", of: ({ narrative }) => narrative },
  { kind: "TIME", of: ({ occurred }) => occurred },
  { kind: "PLACE", of: ({ place, claims, observations }) => [place, claims.map(({ eventPlace }) => eventPlace), observations.map(({ observerPlace, bearing16, distanceKmLow, distanceKmHigh }) => [observerPlace, bearing16, distanceKmLow, distanceKmHigh])] },
  { kind: "WORDS", of: ({ claims }) => claims.map(({ quote, locator }) => ({ quote, locator })) },
  { kind: "COUNTS", of: ({ casualties, observations }) => [casualties.map(({ source: _source, ...count }) => count), observations.map(({ kind, countLow, countBest, countHigh, countUnit }) => [kind, countLow, countBest, countHigh, countUnit])] },
  { kind: "SOURCES", of: ({ sources, claims, casualties }) => [sources, claims.map(({ source }) => source), casualties.map(({ source }) => source)] },
  { kind: "EVIDENCE", of: ({ evidence }) => evidence.map(({ id }) => id) },
];

/**
 * The record as a reader of the profile may have it, by the one function that screens and exports use, and what kinds of things that
 * left out. A record whose licence forbids passing it on is in no report: it is its team's alone.
 */
export function redactForReport(profile: RedactionProfile, { view, teamId, restriction, publicPoint, evidenceTeams }: ReportedRecord): Reported {
  if (restriction !== null) return { view: undefined, withheld: ["RECORD"], why: `Its licence forbids passing it on (${restriction}).` };
  const scope = scopeOfProfile(profile);
  const why = `Marked ${strictestMark(view)}.`;
  if (!maySee(scope, { workflow: view.workflow, teamId, wasPublished: true, restriction })) return { view: undefined, withheld: ["RECORD"], why };
  const shown = redactForExport(scope, { view, teamId, publicPoint, ...(evidenceTeams ? { evidenceTeams } : {}) });
  const withheld = partsOf.flatMap(({ kind, of }) => (canonicalJson(of(view)) === canonicalJson(of(shown)) ? [] : [kind]));
  const isElse = withheld.length === 0 && shown.redacted && !view.redacted;
  return { view: shown, withheld: isElse ? ["OTHER"] : withheld, why };
}
