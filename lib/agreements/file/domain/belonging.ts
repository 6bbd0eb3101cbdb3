// What belongs into the file of an agreement, beyond what the agreement itself names.

type Dated = { readonly code: string; readonly signedOn: string };

/**
 * Which of the agreements that a discrepancy touches holds it in its file: the last signed, so that whoever loads the files
 * by date meets no name that isn't there yet. Undefined where it touches none.
 */
export const holderOf = (touched: readonly Dated[]): string | undefined => touched.toSorted((a, b) => (`${a.signedOn} ${a.code}` < `${b.signedOn} ${b.code}` ? -1 : 1)).at(-1)?.code;

type Duty = { readonly obligorSides: readonly string[]; readonly beneficiarySides: readonly string[]; readonly coverage: readonly { readonly observer: string }[] };

/** The speakers whom duties name. */
export const namedSpeakers = (duties: readonly Duty[]): Set<string> => new Set(duties.flatMap((duty) => [...duty.obligorSides, ...duty.beneficiarySides, ...duty.coverage.map((row) => row.observer)]));

/** Everyone whom the duties name, and every other voice of the same sides: without them nobody could be quoted. */
export function voicesOf<T extends { code: string; side: string | null }>(duties: readonly Duty[], speakers: readonly T[]): T[] {
  const named = namedSpeakers(duties);
  const sides = new Set(speakers.filter(({ code }) => named.has(code)).map(({ side }) => side));
  return speakers.filter(({ code, side }) => named.has(code) || (side !== null && sides.has(side)));
}

type Cited = { readonly source: string | null };
type CitingDuty = { readonly sources: readonly string[]; readonly interpretations: readonly Cited[]; readonly coverage: readonly Cited[] };
type Citing = {
  readonly agreement: { readonly sources: readonly string[]; readonly textVersions: readonly Cited[]; readonly obligations: readonly CitingDuty[] };
  readonly discrepancies: readonly { readonly sources: readonly string[] }[];
};

/** The keys of the sources that a file cites, each once. */
export function citedSources({ agreement, discrepancies }: Citing): string[] {
  const cited = [...agreement.textVersions, ...agreement.obligations.flatMap((duty) => [...duty.interpretations, ...duty.coverage])].flatMap(({ source }) => (source === null ? [] : [source]));
  return [...new Set([...agreement.sources, ...cited, ...agreement.obligations.flatMap((duty) => duty.sources), ...discrepancies.flatMap((row) => row.sources)])];
}
