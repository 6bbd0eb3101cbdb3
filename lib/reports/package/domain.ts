import type { Cell, Column, ReportDocument, TableBlock } from "../domain/document";
import { type Figure, isFigure, levelInWords } from "../domain/figure";

/** One file of a package: a table. */
export type CsvTable = { readonly path: string; readonly head: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] };

type Value = string | number | null;

/** Text of one line: a line break inside a cell is a line feed, so that CR LF ends a row and nothing else does. */
const plain = (text: string): string => text.replaceAll(/\r\n?/g, "\n");

const figureHead = (label: string): string[] => [label, `${label}_unit`, `${label}_sources`, `${label}_as_of`, `${label}_level`];
const figureValues = (figure: Figure | null): Value[] => (figure === null ? [null, null, null, null, null] : [figure.value, figure.unit, figure.sources, figure.asOf, levelInWords(figure.level)]);

const named = (label: string): string => label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_|_$/g, "");

function cellValues(cell: Cell, { kind }: Column): Value[] {
  if (cell !== null && isFigure(cell)) return figureValues(cell);
  const text = cell === null ? null : plain(typeof cell === "string" ? cell : cell.text);
  return kind === "FIGURE" ? [text, null, null, null, null] : [text];
}

const tableOf = ({ name, columns, rows }: TableBlock): CsvTable => ({
  path: `tables/${named(name).replaceAll("_", "-")}.csv`,
  head: columns.flatMap(({ label, kind }) => (kind === "FIGURE" ? figureHead(named(label)) : [named(label)])),
  rows: rows.map((row) => row.flatMap((cell, index) => cellValues(cell, columns[index] ?? { label: "", kind: "TEXT" }))),
});

const recordsTable = ({ records }: ReportDocument): CsvTable => ({
  path: "records.csv",
  head: ["reference", "version", "type", "title", "narrative", "start", "end", "time", "zone", "time_precision", "place", "unit", "latitude", "longitude", "location_precision", "obligations", "sentence", "verification", "flags", "sensitivity", "sources", "is_redacted", "withheld", "is_demonstration"],
  rows: records.map((row) => [
    row.reference, row.version, row.type, row.title, row.narrative, row.occurred.start, row.occurred.end, row.occurred.time, row.occurred.zone, row.occurred.precision, row.place.name, row.place.unit, row.place.lat, row.place.lon,
    row.place.precision, row.obligations.map(({ code, relation }) => `${code} ${relation}`).join(";"), row.sentence, row.verification, row.flags.join(";"), row.sensitivity, row.sources.join(";"), String(row.isRedacted), row.withheld.join(";"), String(row.isDemonstration),
  ].map((value) => (typeof value === "string" ? plain(value) : value))),
});

const claimsTable = ({ records }: ReportDocument): CsvTable => ({
  path: "claims.csv",
  head: ["reference", "stance", "speaker", "against", "stated_on", "event_on", "event_place", "quote", "locator", "source"],
  rows: records.flatMap(({ reference, claims }) => claims.map(({ stance, speaker, against, statedOn, eventOn, eventPlace, quote, locator, source }) => [reference, stance, speaker, against, statedOn, eventOn, eventPlace === null ? null : plain(eventPlace), quote === null ? null : plain(quote), locator === null ? null : plain(locator), source])),
});

const countsTable = ({ records }: ReportDocument): CsvTable => ({
  path: "counts.csv",
  head: ["reference", "kind", "what", "by", ...figureHead("low"), ...figureHead("best"), ...figureHead("high"), "source"],
  rows: records.flatMap(({ reference, casualties, observations }) =>
    [...casualties.map((line) => ({ kind: "CASUALTY", line })), ...observations.map((line) => ({ kind: "OBSERVATION", line }))].map(({ kind, line }) => [reference, kind, line.what, line.by === null ? null : plain(line.by), ...figureValues(line.low), ...figureValues(line.best), ...figureValues(line.high), line.source]),
  ),
});

const sourcesTable = ({ sources }: ReportDocument): CsvTable => ({
  path: "sources.csv",
  head: ["key", "publisher", "title", "published_on", "url", "kind", "alignment", "reliability", "basis", "rests_on"],
  rows: sources.map(({ key, publisher, title, publishedOn, url, kind, alignment, reliability, basis, rests }) => [key, publisher, title, publishedOn, url, kind, alignment, reliability, basis, rests]),
});

/** The report as tables: its records, claims, counts and sources whole, and every table that its pages show. */
export function tablesOf(document: ReportDocument): CsvTable[] {
  const shown = document.sections.flatMap(({ blocks }) => blocks).filter((block) => block.type === "TABLE" && block.name !== "records");
  const tables = shown.flatMap((block) => (block.type === "TABLE" ? [tableOf(block)] : []));
  return [recordsTable(document), claimsTable(document), countsTable(document), sourcesTable(document), ...tables];
}

export const manifestFormat = "truce-ledger-report-package";

/** What a package says of itself: what it was made from, and what each of its files and rows must hash to. */
export type Manifest = {
  readonly format: typeof manifestFormat;
  readonly formatVersion: 1;
  readonly report: { readonly reference: string; readonly kind: string; readonly profile: string; readonly title: string; readonly agreement: string; readonly madeAt: string };
  /** SHA-256 of report.json: the digest that is printed on every page. */
  readonly digest: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly clocks: { readonly asOf: string; readonly knownAt: string };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly ruleVersion: string;
  readonly auditHead: { readonly seq: number; readonly hash: string };
  readonly withheld: ReportDocument["withheld"];
  /** Rows of report.json by their list and their name, with SHA-256 of their canonical JSON. */
  readonly rows: readonly { readonly list: "records" | "sources"; readonly name: string; readonly sha256: string }[];
  /** Every file but this one. `lines`: SHA-256 of each line of a table, the head first. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string; readonly lines?: readonly string[] }[];
};

/** What a reader of the package is told first. */
export const readmeOf = ({ report, digest, clocks }: Pick<Manifest, "report" | "digest" | "clocks">): string => `${report.title}

Report ${report.reference}, as of ${clocks.asOf}, known until ${clocks.knownAt}.
SHA-256 of report.json: ${digest}

report.json    the report itself, as canonical JSON (keys in order, no spaces, UTF-8)
*.csv          its records, claims, counts and sources, and the tables of its pages
manifest.json  what each file and each row must hash to, filters, rule version, what is withheld and why, where the audit stood
verify.mjs     checks all of this without a network: node verify.mjs

With the digest from a printed page or from somebody else, it also tells whether this is the same report:
node verify.mjs --digest HEX

Whether something was corrected since is known only to the installation that made it: open /verify there.
`;
