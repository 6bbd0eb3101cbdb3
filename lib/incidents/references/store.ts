import type { SpeakerKind } from "@/lib/codelists/speaker-kind";
import type { Tx } from "@/lib/db/transaction";
import type { FieldError } from "@/lib/kernel/refusal";
import { type Derived, derivedSelect, isWithdrawn, rootIdOf } from "@/lib/sources/derivation/queries";
import type { LedgerLine } from "../domain/ledger";
import { toldPlace, type Account } from "../domain/account";
import type { IncidentInput } from "../schema";
import { placeNamed, placesNamed, type KnownPlace } from "./places/store";

/** What the input's names stand for in the database. */
export type Resolved = {
  errors: FieldError[];
  placeId: number | null;
  /** As it will be shown: both forms of a known place, else what was written. */
  placeName: string | null;
  unitCode: string | null;
  obligationIds: Map<string, number>;
  ledger: LedgerLine[];
  account: Account;
  /** The places on file that lines of the record name, by what was written. */
  linePlaces: ReadonlyMap<string, KnownPlace>;
};

/** Looks up everything that the input names, and says of each name that nothing bears it which names there are. */
export async function resolveReferences(tx: Tx, input: IncidentInput): Promise<Resolved> {
  const [speakers, obligations, sources, unit, place] = [await speakersOf(tx), await obligationsOf(tx, input), await sourcesOf(tx, input), await unitOf(tx, input), await placeNamed(tx, input.place)];
  const linePlaces = await placesNamed(tx, [...input.claims.map((claim) => claim.eventPlace), ...input.observations.map((row) => row.observerPlace)]);
  return {
    errors: [...speakerErrors(input, speakers), ...obligations.errors, ...sourceErrors(input, sources), ...unit.errors],
    placeId: place?.id ?? null,
    placeName: place?.label ?? input.place.name,
    unitCode: input.place.unit ?? place?.unitCode ?? null,
    obligationIds: obligations.ids,
    ledger: ledgerOf(input, { speakers, sources, linePlaces }),
    account: accountOf(input, place),
    linePlaces,
  };
}

/** When and where the record itself says that it was. */
const accountOf = ({ occurred, place }: IncidentInput, known: KnownPlace | undefined): Account => ({
  occurred,
  place: { ...toldPlace(place.name, known), unit: place.unit ?? known?.unitCode ?? null, precision: place.precision },
});

type SpeakerRow = { code: string; name: string; side: string | null; rootGroup: string; kind: string; isParty: boolean };

/** Speakers are a short list: all of them are read, so that a refusal can name them. */
async function speakersOf(tx: Tx): Promise<Map<string, SpeakerRow>> {
  const rows = await tx.speaker.findMany({ select: { code: true, name: true, side: true, rootGroup: true, kind: true, isParty: true }, orderBy: { code: "asc" } });
  return new Map(rows.map((row) => [row.code, row]));
}

function speakerErrors(input: IncidentInput, speakers: Map<string, SpeakerRow>): FieldError[] {
  const all = [...speakers.keys()].join(", ");
  const parties = [...speakers.values()].filter((row) => row.isParty).map((row) => row.code).join(", ");
  const counting = input.casualties.flatMap((row, index): FieldError[] =>
    row.countedBy === null || speakers.has(row.countedBy) ? [] : [{ path: `casualties.${index}.countedBy`, code: "unknown_speaker", message: `“${row.countedBy}” is no speaker on file; there are ${all}.` }],
  );
  const claiming = input.claims.flatMap((claim, index): FieldError[] => {
    const errors: FieldError[] = [];
    if (!speakers.has(claim.speaker)) errors.push({ path: `claims.${index}.speaker`, code: "unknown_speaker", message: `“${claim.speaker}” is no speaker on file; there are ${all}.` });
    if (claim.against !== null && speakers.get(claim.against)?.isParty !== true)
      errors.push({ path: `claims.${index}.against`, code: "unknown_party", message: `“${claim.against}” is no side that a claim can be made against; there are ${parties}.` });
    return errors;
  });
  return [...claiming, ...counting];
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

type Known = { speakers: ReadonlyMap<string, SpeakerRow>; sources: ReadonlyMap<number, SourceRow>; linePlaces: ReadonlyMap<string, KnownPlace> };

function ledgerOf(input: IncidentInput, { speakers, sources, linePlaces }: Known): LedgerLine[] {
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
      ...readIn(source),
      eventOn: claim.eventOn,
      eventPlace: claim.eventPlace === null ? null : toldPlace(claim.eventPlace, linePlaces.get(claim.eventPlace)),
    }];
  });
}

/** What is known of the source that a line was read in. */
const readIn = (source: SourceRow | undefined): Pick<LedgerLine, "sourceKind" | "sourceRoot" | "isSourceWithdrawn"> =>
  source ? { sourceKind: source.kind, sourceRoot: rootIdOf(source), isSourceWithdrawn: isWithdrawn(source) } : { sourceKind: null, sourceRoot: null, isSourceWithdrawn: false };
