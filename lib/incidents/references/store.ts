import type { SpeakerKind } from "@/lib/codelists/speaker-kind";
import type { Tx } from "@/lib/db/transaction";
import type { FieldError } from "@/lib/kernel/refusal";
import { placeLabel } from "@/lib/places/domain";
import { type Derived, derivedSelect, isWithdrawn, rootIdOf } from "@/lib/sources/derivation/queries";
import type { LedgerLine } from "../domain/ledger";
import { spokenForms } from "../domain/place-name";
import type { IncidentInput } from "../schema";

/** What the input's names stand for in the database. */
export type Resolved = {
  errors: FieldError[];
  placeId: number | null;
  /** As it will be shown: both forms of a known place, else what was written. */
  placeName: string | null;
  unitCode: string | null;
  obligationIds: Map<string, number>;
  ledger: LedgerLine[];
};

/** Looks up everything that the input names, and says of each name that nothing bears it which names there are. */
export async function resolveReferences(tx: Tx, input: IncidentInput): Promise<Resolved> {
  const [speakers, obligations, sources, unit, place] = [await speakersOf(tx), await obligationsOf(tx, input), await sourcesOf(tx, input), await unitOf(tx, input), await placeOf(tx, input)];
  return {
    errors: [...speakerErrors(input, speakers), ...obligations.errors, ...sourceErrors(input, sources), ...unit.errors],
    placeId: place?.id ?? null,
    placeName: place?.label ?? input.place.name,
    unitCode: input.place.unit ?? place?.unitCode ?? null,
    obligationIds: obligations.ids,
    ledger: ledgerOf(input, speakers, sources),
  };
}

type SpeakerRow = { code: string; name: string; side: string | null; rootGroup: string; kind: string; isParty: boolean };

/** Speakers are a short list: all of them are read, so that a refusal can name them. */
async function speakersOf(tx: Tx): Promise<Map<string, SpeakerRow>> {
  const rows = await tx.speaker.findMany({ select: { code: true, name: true, side: true, rootGroup: true, kind: true, isParty: true }, orderBy: { code: "asc" } });
  return new Map(rows.map((row) => [row.code, row]));
}

function speakerErrors(input: IncidentInput, speakers: Map<string, SpeakerRow>): FieldError[] {
  const all = [...speakers.keys()].join(", ");
  const parties = [...speakers.values()].filter((row) => row.isParty).map((row) => row.code).join(", ");
  return input.claims.flatMap((claim, index): FieldError[] => {
    const errors: FieldError[] = [];
    if (!speakers.has(claim.speaker)) errors.push({ path: `claims.${index}.speaker`, code: "unknown_speaker", message: `“${claim.speaker}” is no speaker on file; there are ${all}.` });
    if (claim.against !== null && speakers.get(claim.against)?.isParty !== true)
      errors.push({ path: `claims.${index}.against`, code: "unknown_party", message: `“${claim.against}” is no side that a claim can be made against; there are ${parties}.` });
    return errors;
  });
}

async function obligationsOf(tx: Tx, input: IncidentInput): Promise<{ errors: FieldError[]; ids: Map<string, number> }> {
  if (input.obligations.length === 0) return { errors: [], ids: new Map() };
  const rows = await tx.obligation.findMany({ where: { code: { in: input.obligations.map((link) => link.code) } }, select: { id: true, code: true } });
  const ids = new Map(rows.map((row) => [row.code, row.id]));
  if (ids.size === input.obligations.length) return { errors: [], ids };
  const known = (await tx.obligation.findMany({ select: { code: true }, orderBy: { position: "asc" }, take: 100 })).map((row) => row.code).join(", ");
  const errors = input.obligations.flatMap((link, index) =>
    ids.has(link.code) ? [] : [{ path: `obligations.${index}.code`, code: "unknown_obligation", message: `“${link.code}” is no obligation on file; there are ${known}.` }],
  );
  return { errors, ids };
}

type SourceRow = Derived & { readonly kind: string };

async function sourcesOf(tx: Tx, input: IncidentInput): Promise<Map<number, SourceRow>> {
  const named = [...input.claims, ...input.casualties].flatMap((row) => (row.source === null ? [] : [row.source]));
  const ids = [...new Set([...named, ...input.sources])];
  if (ids.length === 0) return new Map();
  const rows = await tx.source.findMany({ where: { id: { in: ids } }, select: derivedSelect });
  return new Map(rows.map((row) => [row.id, row]));
}

function sourceErrors(input: IncidentInput, known: ReadonlyMap<number, SourceRow>): FieldError[] {
  const named = [
    ...input.claims.map((row, index) => ({ path: `claims.${index}.source`, id: row.source })),
    ...input.casualties.map((row, index) => ({ path: `casualties.${index}.source`, id: row.source })),
    ...input.sources.map((id, index) => ({ path: `sources.${index}`, id })),
  ];
  return named.flatMap(({ path, id }) =>
    id === null || known.has(id) ? [] : [{ path, code: "unknown_source", message: `There is no source number ${id}; register it first or choose one from the list of sources.` }],
  );
}

async function unitOf(tx: Tx, input: IncidentInput): Promise<{ errors: FieldError[] }> {
  const { unit } = input.place;
  if (unit === null || (await tx.unit.findUnique({ where: { code: unit }, select: { code: true } })) !== null) return { errors: [] };
  return { errors: [{ path: "place.unit", code: "unknown_unit", message: `“${unit}” is no unit of the basemap, such as AZE-1739; pick the district on the map or leave it empty.` }] };
}

/** The place on file that the name stands for, by any form of it; a name that fits several, even within the unit, stands for none. */
async function placeOf(tx: Tx, input: IncidentInput): Promise<{ id: number; unitCode: string | null; label: string } | undefined> {
  const { name, unit } = input.place;
  if (name === null) return undefined;
  const rows = await tx.place.findMany({
    where: { names: { some: { OR: spokenForms(name).map((form) => ({ form: { equals: escaped(form), mode: "insensitive" as const } })) } } },
    select: { id: true, unitCode: true, names: { select: { lang: true, script: true, usage: true, form: true } } },
    take: 20,
  });
  // "Kalbajar district / Karvachar" is one place, though a town of that district is called Karvachar as well.
  const whole = rows.filter((row) => placeLabel(row.names).toLowerCase() === name.trim().toLowerCase());
  const near = rows.length > 1 && unit !== null ? rows.filter((row) => row.unitCode === unit) : rows;
  const [only, ...others] = whole.length === 1 ? whole : near;
  return only && others.length === 0 ? { id: only.id, unitCode: only.unitCode, label: placeLabel(only.names) || name } : undefined;
}

/** Prisma compares without regard to case by ILIKE, where `%`, `_` and `\` mean something. */
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

function ledgerOf(input: IncidentInput, speakers: Map<string, SpeakerRow>, sources: ReadonlyMap<number, SourceRow>): LedgerLine[] {
  return input.claims.flatMap((claim): LedgerLine[] => {
    const speaker = speakers.get(claim.speaker);
    if (!speaker) return [];
    const source = claim.source === null ? undefined : sources.get(claim.source);
    return [{
      stance: claim.stance,
      speaker: claim.speaker,
      speakerName: speaker.name,
      speakerSide: speaker.side,
      speakerKind: speaker.kind as SpeakerKind,
      rootGroup: speaker.rootGroup,
      against: claim.against,
      againstName: claim.against === null ? null : (speakers.get(claim.against)?.name ?? null),
      sourceKind: source?.kind ?? null,
      sourceRoot: source ? rootIdOf(source) : null,
      isSourceWithdrawn: source !== undefined && isWithdrawn(source),
    }];
  });
}
