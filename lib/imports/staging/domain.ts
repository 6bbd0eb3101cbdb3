import type { WorkflowState } from "@/lib/codelists/workflow";
import { toldPlace } from "@/lib/incidents/domain/account";
import { derivedFlags } from "@/lib/incidents/domain/flags";
import type { LedgerLine } from "@/lib/incidents/domain/ledger";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import type { ImportedIncident, ImportedSource } from "../domain/row";

/** A source that the register has, or will have once the import is written. */
export type KnownSource = { readonly id: number; readonly kind: string; readonly root: number; readonly isWithdrawn: boolean; readonly isNew: boolean };
export type KnownSpeaker = { readonly name: string; readonly side: string | null; readonly rootGroup: string; readonly kind: LedgerLine["speakerKind"] };
export type KnownPlace = { readonly id: number; readonly unitCode: string | null; readonly kind: string; readonly label: string; readonly forms: readonly string[] };

/** What the names in a record stand for. */
export type Names = {
  readonly source: (source: ImportedSource) => KnownSource | undefined;
  readonly speaker: (code: string) => KnownSpeaker | undefined;
  readonly place: (name: string, unit: string | null) => KnownPlace | undefined;
};

/** Who brings the records in. */
export type Origin = { readonly authorId: number; readonly teamId: number };

/** A record as it will stand, but for what only the commit knows. */
export type StagedContent = { readonly view: IncidentView; readonly placeId: number | null; readonly placeName: string | null; readonly newSources: readonly number[] };

/** Within ten centimetres of the equator or the meridian: JSON would print it with an exponent, which the audit's canonical form has not. */
const plainDegrees = (degrees: number | null): number | null => (degrees !== null && Math.abs(degrees) < 1e-6 ? 0 : degrees);

/** The record that this content makes, with its place, sources and flags as `logIncident` would derive them. */
export function stagedContent(incident: ImportedIncident, names: Names): StagedContent {
  const used = new Map<number, KnownSource>();
  const idOf = (source: ImportedSource | null): number | null => {
    const known = source === null ? undefined : names.source(source);
    if (known) used.set(known.id, known);
    return known?.id ?? null;
  };
  const claims = incident.claims.map((claim) => ({ ...claim, source: idOf(claim.source), mergedFrom: null }));
  const casualties = incident.casualties.map((row) => ({ ...row, source: idOf(row.source), mergedFrom: null }));
  const sources = [...new Set(incident.sources.flatMap((source) => idOf(source) ?? []))].sort((a, b) => a - b);
  const placed = placeOf(incident.place, names);
  const ledger = ledgerOf(claims, { names, used });
  const account = { occurred: incident.occurred, place: { ...toldPlace(incident.place.name, placed.onFile), unit: placed.view.unit, precision: placed.view.precision } };
  const view: IncidentView = {
    ...unknownYet(),
    externalId: incident.externalId,
    type: incident.type,
    title: incident.title,
    narrative: incident.narrative,
    occurred: { ...incident.occurred, zone: incident.occurred.zone ?? "Asia/Baku" },
    place: placed.view,
    obligations: incident.obligations.map((link) => ({ ...link, effect: "NONE" as const })).sort((a, b) => (a.code < b.code ? -1 : 1)),
    claims,
    casualties,
    observations: incident.observations.map((row) => ({ ...row, mergedFrom: null })),
    sources,
    severity: incident.severity,
    sensitivity: incident.sensitivity,
    flags: derivedFlags(ledger, casualties, { ...account, hasMismatch: false }),
  };
  return { view, placeId: placed.onFile?.id ?? null, placeName: incident.place.name, newSources: [...used.values()].filter((source) => source.isNew).map((source) => source.id) };
}

/** Where the record is: the place on file that the name stands for, and what the record shows of it. */
function placeOf({ name, unit, lat, lon, precision }: ImportedIncident["place"], names: Names): { onFile: KnownPlace | undefined; view: IncidentView["place"] } {
  const onFile = name === null ? undefined : names.place(name, unit);
  return { onFile, view: { name: onFile?.label ?? name, unit: unit ?? onFile?.unitCode ?? null, lat: plainDegrees(lat), lon: plainDegrees(lon), precision } };
}

/** What a record is before anybody looked at it; numbers and instants come with the commit. */
const unknownYet = () => ({
  id: 0, reference: "", version: 1, createdAt: "", updatedAt: "", evidence: [], verification: "V0_UNASSESSED" as const, workflow: "DRAFT" as const,
  protectedFields: {}, redacted: false, withheld: [], isDemonstration: false, notice: null, corrects: null,
});

type Claims = IncidentView["claims"];

function ledgerOf(claims: Claims, { names, used }: { names: Names; used: ReadonlyMap<number, KnownSource> }): LedgerLine[] {
  return claims.flatMap((claim): LedgerLine[] => {
    const speaker = names.speaker(claim.speaker);
    if (!speaker) return [];
    const { name: speakerName, side: speakerSide, kind: speakerKind, rootGroup } = speaker;
    const { stance, speaker: code, against } = claim;
    const againstName = against === null ? null : (names.speaker(against)?.name ?? null);
    return [{ stance, speaker: code, speakerName, speakerSide, speakerKind, rootGroup, against, againstName, ...readIn(claim.source === null ? undefined : used.get(claim.source)), eventOn: claim.eventOn, eventPlace: null }];
  });
}

const readIn = (source: KnownSource | undefined): Pick<LedgerLine, "sourceKind" | "sourceRoot" | "isSourceWithdrawn"> =>
  source ? { sourceKind: source.kind, sourceRoot: source.root, isSourceWithdrawn: source.isWithdrawn } : { sourceKind: null, sourceRoot: null, isSourceWithdrawn: false };

/**
 * Marks for what only the commit knows. No text of a record can hold one: a NUL is refused on the way in, and JSON doubles a
 * backslash that somebody wrote.
 */
export const marks = { id: "\u0000id", reference: "\u0000reference", at: "\u0000at", workflow: "\u0000workflow" } as const;

/** The snapshot of a new record as canonical JSON with its marks: the commit puts numbers in and neither parses nor sorts it again. */
export function markedSnapshot({ view }: Pick<StagedContent, "view">, { authorId, teamId }: Origin): string {
  const { id, reference, at, workflow } = marks;
  const snapshot = { ...view, contentVersion: 1, authorId, lastEditorId: authorId, teamId, confidence: null, note: null };
  return canonicalJson({ ...snapshot, id, reference, createdAt: at, updatedAt: at, workflow });
}

/** The snapshot with its marks filled in, as the commit's SQL does it. */
export function filledSnapshot(marked: string, known: { id: number; reference: string; at: string; workflow: WorkflowState }): string {
  const json = (text: string | number): string => JSON.stringify(text);
  return marked
    .replaceAll(json(marks.at), () => json(known.at))
    .replaceAll(json(marks.id), () => json(known.id))
    .replaceAll(json(marks.reference), () => json(known.reference))
    .replaceAll(json(marks.workflow), () => json(known.workflow));
}
