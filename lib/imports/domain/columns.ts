import type { ImportFormat } from "./plan";

/** What a column of a file can be read as in one format, and how else its header may be written. */
export type Vocabulary = {
  readonly columns: readonly string[];
  /** Other ways of writing a header, by column. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  /** Columns without which no record can be read: of each list at least one. */
  readonly required: readonly (readonly string[])[];
};

/** A header without regard to case, blanks, underscores, other signs and a leading byte-order mark. */
export const plainHeader = (header: string): string => header.normalize("NFKC").toLowerCase().replaceAll(/[^\p{L}\p{N}#+]+/gu, "");

/** Our column for every way of writing its header. */
export function headerBook({ columns, synonyms }: Vocabulary): ReadonlyMap<string, string> {
  const own = columns.map((column) => [plainHeader(column), column] as const);
  const others = Object.entries(synonyms).flatMap(([column, headers]) => headers.map((header) => [plainHeader(header), column] as const));
  return new Map([...others, ...own]);
}

export type HeaderClash = { readonly header: string; readonly positions: readonly number[] };

/** Headers that can't be told apart, with their positions counted from 1. */
export function clashingHeaders(headers: readonly string[]): HeaderClash[] {
  const groups = new Map<string, HeaderClash & { positions: number[] }>();
  headers.forEach((header, index) => {
    const key = plainHeader(header) || header.trim().toLowerCase();
    const group = groups.get(key);
    if (group) group.positions.push(index + 1);
    else groups.set(key, { header: header.trim(), positions: [index + 1] });
  });
  return [...groups.values()].filter(({ positions }) => positions.length > 1);
}

export type Mapped = {
  /** Our column for each header that is read. */
  readonly map: Record<string, string>;
  readonly ignored: readonly string[];
  /** Columns that several headers could be. */
  readonly candidates: readonly { readonly column: string; readonly headers: readonly string[] }[];
  readonly missing: readonly (readonly string[])[];
};

type Given = { readonly headers: readonly string[]; readonly chosen: Readonly<Record<string, string | null>> };

/** Which header is read as which column: what a person chose, else what the header says. Of two candidates none is taken. */
export function mapHeaders({ headers, chosen }: Given, vocabulary: Vocabulary): Mapped {
  const book = headerBook(vocabulary);
  const taken = new Set(Object.values(chosen));
  const columnOf = (header: string): string | undefined => {
    if (Object.hasOwn(chosen, header)) return chosen[header] ?? undefined;
    const column = book.get(plainHeader(header));
    return column !== undefined && taken.has(column) ? undefined : column;
  };
  const pairs = headers.flatMap((header) => {
    const column = columnOf(header);
    return column === undefined ? [] : [{ header, column }];
  });
  const byColumn = new Map<string, string[]>();
  for (const { header, column } of pairs) byColumn.set(column, [...(byColumn.get(column) ?? []), header]);
  const clear = pairs.filter(({ column }) => byColumn.get(column)?.length === 1);
  const read = new Set(clear.map(({ header }) => header));
  return {
    map: Object.fromEntries(clear.map(({ header, column }) => [header, column])),
    ignored: headers.filter((header) => !read.has(header)),
    candidates: [...byColumn].filter(([, several]) => several.length > 1).map(([column, several]) => ({ column, headers: several })),
    missing: vocabulary.required.filter((either) => !either.some((column) => byColumn.has(column))),
  };
}

/** How many of the headers a vocabulary knows: the format and the delimiter of a file are told by it. */
export function headersKnown(headers: readonly string[], vocabulary: Vocabulary): number {
  const book = headerBook(vocabulary);
  return new Set(headers.flatMap((header) => book.get(plainHeader(header)) ?? [])).size;
}

/** A chosen format's name, as it is shown. */
export const formatLabel: Record<ImportFormat, string> = { truce: "truce CSV", acled: "ACLED", ucdp: "UCDP GED", hxl: "HXL", geojson: "GeoJSON" };
