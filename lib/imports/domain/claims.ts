import type { Credibility } from "@/lib/codelists/credibility";
import type { Stance } from "@/lib/codelists/stance";
import { finding } from "./reason";
import type { OpenRecord } from "./record";
import type { ImportedIncident, ImportedSource } from "./row";
import type { Run } from "./run";
import { readParties, readSpeakers, unnamedSpeaker } from "./speaker";

type Claim = ImportedIncident["claims"][number];
type Said = { readonly stance: Stance; readonly speaker: string; readonly against?: string | null };
type Grounds = { readonly source: ImportedSource | null; readonly credibility?: Credibility | null };

/** The order in which the keys stand is that of canonical JSON. */
export const aClaim = ({ stance, speaker, against = null }: Said, { source, credibility = null }: Grounds): Claim => ({
  against, credibility, eventOn: null, eventPlace: null, locator: null, quote: null, source, speaker, stance, statedOn: null,
});

const stanceColumns = [["ALLEGED_BY", "alleged_by"], ["FOUND_BY", "found_by"], ["DENIED_BY", "denied_by"]] as const satisfies readonly (readonly [Stance, string])[];

/**
 * The lines that a record of our own columns makes. The file names whom the claims are against in one cell: they are given to who
 * alleges, else to who found, else to who denies, and nobody is made to accuse himself where another side is named. An accused side
 * without a voice is alleged by nobody named; an accused that is not known, too, is no claim.
 */
export function claimsOf(record: OpenRecord, run: Run, grounds: Grounds): Claim[] {
  const voices = stanceColumns.map(([stance, column]) => ({ stance, speakers: record.take(column, readSpeakers(record.text(column), run.book)) }));
  const parties = record.take("against", readParties(record.text("against"), run.book));
  const accusing = voices.find(({ speakers }) => speakers.length > 0);
  if (!accusing) return unvoiced(record, run, parties).map((said) => aClaim(said, grounds));
  const others = voices.filter(({ speakers }) => speakers.length > 0 && speakers !== accusing.speakers);
  const isFoundToo = others.some(({ stance }) => stance === "FOUND_BY");
  if (parties.length > 0 && (isFoundToo || (accusing.speakers.length > 1 && parties.length > 1)))
    record.say("against", finding("claims_joined", "One cell names whom all the claims of this record are against; look whether each speaker accused each side."));
  const accusations = accusing.speakers.flatMap((speaker) => targetsOf(speaker, parties, run).map((against): Said => ({ stance: accusing.stance, speaker, against })));
  const rest = others.flatMap(({ stance, speakers }) => speakers.map((speaker): Said => ({ stance, speaker })));
  return [...accusations, ...rest].slice(0, mostClaims).map((said) => aClaim(said, grounds));
}

const mostClaims = 200;

function targetsOf(speaker: string, parties: readonly string[], { book }: Run): readonly (string | null)[] {
  if (parties.length === 0) return [null];
  const side = book.find(speaker)?.side;
  const foreign = parties.filter((party) => party !== speaker && (side == null || party !== side));
  return foreign.length > 0 ? foreign : parties;
}

function unvoiced(record: OpenRecord, { book }: Run, parties: readonly string[]): Said[] {
  const named = parties.filter((party) => party !== unnamedSpeaker);
  if (named.length === 0) return [];
  record.say("against", finding("speaker_not_named", "The file says whom it is against and not who says so; the claim is kept as one of nobody named."));
  const { unnamed } = book;
  return unnamed === undefined ? [] : named.map((against) => ({ stance: "ALLEGED_BY", speaker: unnamed, against }));
}

/** Obligations that a record names, each once. One that is not on file is left out and held. */
export function obligationsOf(record: OpenRecord, run: Run, relation: "POSSIBLE_BREACH" | "CONTEXT"): ImportedIncident["obligations"] {
  const codes = new Set<string>();
  for (const code of record.text("obligations").split(/[;,|\s]+/)) {
    if (code === "") continue;
    if (run.obligations.has(code)) codes.add(code);
    else record.say("obligations", finding("unknown_obligation", `“${code.slice(0, 80)}” is no obligation on file.`));
  }
  return [...codes].slice(0, 50).map((code) => ({ code, relation }));
}
