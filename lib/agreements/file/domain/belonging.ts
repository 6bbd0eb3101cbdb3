// What belongs into the file of an agreement, beyond what the agreement itself names.

type Dated = { readonly code: string; readonly signedOn: string };

/**
 * Which of the agreements that a discrepancy touches holds it in its file: the last signed, so that whoever loads the files
 * by date meets no name that isn't there yet. Undefined where it touches none.
 */
export const holderOf = (touched: readonly Dated[]): string | undefined => touched.toSorted((a, b) => (`${a.signedOn} ${a.code}` < `${b.signedOn} ${b.code}` ? -1 : 1)).at(-1)?.code;

type Duty = { readonly obligorSides: readonly string[]; readonly beneficiarySides: readonly string[]; readonly coverage: readonly { readonly observer: string }[] };

type Naming = { readonly obligations: readonly Duty[]; readonly outcomes: readonly { readonly allegedBy: readonly string[]; readonly deniedBy: readonly string[] }[] };

/** The speakers whom an agreement names: in its duties, and in the accounts of what became of it. */
export const namedSpeakers = ({ obligations, outcomes }: Naming): Set<string> =>
  new Set([...obligations.flatMap((duty) => [...duty.obligorSides, ...duty.beneficiarySides, ...duty.coverage.map((row) => row.observer)]), ...outcomes.flatMap((account) => [...account.allegedBy, ...account.deniedBy])]);

/** Everyone whom the agreement names, and every other voice of the same sides: without them nobody could be quoted. */
export function voicesOf<T extends { code: string; side: string | null }>(agreement: Naming, speakers: readonly T[]): T[] {
  const named = namedSpeakers(agreement);
  const sides = new Set(speakers.filter(({ code }) => named.has(code)).map(({ side }) => side));
  return speakers.filter(({ code, side }) => named.has(code) || (side !== null && sides.has(side)));
}

type Cited = { readonly source: string | null };
type CitingDuty = { readonly sources: readonly string[]; readonly interpretations: readonly Cited[]; readonly coverage: readonly Cited[] };
type Citing = {
  readonly agreement: { readonly sources: readonly string[]; readonly textVersions: readonly Cited[]; readonly obligations: readonly CitingDuty[]; readonly outcomes: readonly { readonly sources: readonly string[] }[] };
  readonly discrepancies: readonly { readonly sources: readonly string[] }[];
};

/** The keys of the sources that a file cites, each once. */
export function citedSources({ agreement, discrepancies }: Citing): string[] {
  const cited = [...agreement.textVersions, ...agreement.obligations.flatMap((duty) => [...duty.interpretations, ...duty.coverage])].flatMap(({ source }) => (source === null ? [] : [source]));
  return [...new Set([...agreement.sources, ...cited, ...agreement.obligations.flatMap((duty) => duty.sources), ...agreement.outcomes.flatMap((row) => row.sources), ...discrepancies.flatMap((row) => row.sources)])];
}
