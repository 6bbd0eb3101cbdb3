import pg from "pg";
import { verificationCodes } from "@/lib/codelists/verification";
import type { Snapshot } from "@/lib/db/snapshot";
import { credibilityOf, truceColumns, type TruceColumn } from "../domain";

/** Records that are read together: their numbers in the order of the file, as the database writes lists. */
export type Page = { readonly ids: string; readonly size: number; readonly first: number; readonly last: number; /** They stand in the order of their numbers. */ readonly isByNumber: boolean };

/** What the rows of one reading share. */
export type RowFacts = {
  /** Numbers of places with the name that stands for each. */
  readonly placeLabels: ReadonlyMap<number, string>;
  /** Marks of records of which policy withholds nothing from this reader; any other record is left to policy. */
  readonly openMarks: readonly string[];
};

/**
 * Rows of the truce CSV as the database writes them, for those records of the page that leave the house as they are: the same cells
 * as `truceRow` makes of the record's view, which a property test holds the two to. `onRow` gets the record's place, which grows from line to line, and the line.
 */
export const copyTruceRows = (snapshot: Snapshot, { page, facts, onRow }: { page: Page; facts: RowFacts; onRow: (place: number, line: Buffer) => void }): Promise<void> =>
  snapshot.copy(rowsSql(page, facts), (row) => {
    const comma = row.indexOf(0x2c);
    onRow(Number(row.toString("latin1", 0, comma)), row.subarray(comma + 1));
  });

/** Records of the page of which policy has the say, in their order. */
export function listLeftToPolicy(snapshot: Snapshot, page: Page, facts: RowFacts): Promise<{ place: number; id: number }[]> {
  const { place, from, where } = placed(page);
  return snapshot.query(`SELECT ${place}::int AS place, i.id FROM ${from} WHERE ${where} AND NOT (${isWrittenByDatabase(facts)}) ORDER BY 1`);
}

/** Blanks as JavaScript's `\s` has them, for a class of PostgreSQL's. */
const blanks = String.raw` \t\n\v\f\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF`;
const formulaStart = String.raw`^''*([\t\r]|[${blanks}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])`;
/** What such a text begins with; nearly all others are told from it by one comparison. */
const suspects = [9, 10, 11, 12, 13, 32, 39, 43, 45, 61, 64, 160, 5760, 8232, 8233, 8239, 8287, 12288, 65279, 65291, 65293, 65309, 65312, ...Array.from({ length: 11 }, (_, index) => 8192 + index)].join(", ");

/** As `safeCell`; an empty text is an empty cell. */
const text = (value: string): string =>
  `CASE WHEN ascii(${value}) IN (${suspects}) AND ${value} ~ '${formulaStart}' THEN '''' || ${value} ELSE nullif(${value}, '') END`;

const gathered = (code: string, where: string): string => `string_agg(${code}, ';') FILTER (WHERE ${where})`;

/** As `joined` in the domain: each code once, in alphabetical order. Most records have one code or two, which need no sorting. */
function joined(codes: string): string {
  const [first, second] = [`split_part(${codes}, ';', 1)`, `split_part(${codes}, ';', 2)`];
  return `CASE WHEN strpos(${codes}, ';') = 0 THEN ${codes}
               WHEN split_part(${codes}, ';', 3) <> '' THEN array_to_string(ARRAY(SELECT DISTINCT code COLLATE "C" FROM unnest(string_to_array(${codes}, ';')) AS code ORDER BY 1), ';')
               WHEN ${first} = ${second} THEN ${first} WHEN ${first} COLLATE "C" < ${second} THEN ${codes} ELSE ${second} || ';' || ${first} END`;
}

/** As `agreedRange`: figures of one group of people only, and a best figure only where all give the same. */
function agreed(where: string, figure: "low" | "best" | "high"): string {
  const of = (call: string): string => `${call} FILTER (WHERE ${where})`;
  const isOneGroup = `${of("min(status)")} = ${of("max(status)")} AND ${of("min(side)")} = ${of("max(side)")}`;
  if (figure !== "best") return `CASE WHEN ${isOneGroup} THEN ${of(figure === "low" ? "min(low)" : "max(high)")} END`;
  return `CASE WHEN ${isOneGroup} AND ${of("min(best)")} = ${of("max(best)")} THEN ${of("min(best)")} END`;
}

const credibility = `CASE i.verification ${verificationCodes.map((code) => `WHEN '${code}' THEN ${credibilityOf(code)}`).join(" ")} END`;

const cells: Record<TruceColumn, string> = {
  external_id: text("coalesce(i.external_id, 'TL-' || lpad(i.id::text, greatest(6, length(i.id::text)), '0'))"),
  event_date: "i.occurred_start",
  event_date_end: "i.occurred_end",
  event_time: "i.occurred_time",
  timezone: "i.zone",
  time_precision: "i.time_precision",
  event_type: "i.type",
  title: text("i.title"),
  narrative: text("i.narrative"),
  latitude: "i.lat",
  longitude: "i.lon",
  location_precision: "i.location_precision",
  location_name: text("coalesce(nullif(labels.label, ''), i.place_name)"),
  admin1: text("u.name"),
  unit: text("i.unit_code"),
  alleged_by: text("claims.alleged_by"),
  against: text("claims.against"),
  denied_by: text("claims.denied_by"),
  found_by: text("claims.found_by"),
  obligations: text("obligations.codes"),
  killed_low: "casualties.killed_low",
  killed_best: "casualties.killed_best",
  killed_high: "casualties.killed_high",
  injured_best: "casualties.injured_best",
  civilians_killed_best: "casualties.civilians_killed_best",
  captured_best: "casualties.captured_best",
  displaced_best: "casualties.displaced_best",
  count_best: "observations.count_best",
  count_unit: "observations.count_unit",
  source_url: text("s.url"),
  source_publisher: text("s.publisher"),
  source_date: "s.published_on",
  source_reliability: "s.reliability",
  info_credibility: credibility,
  verification: "i.verification",
  workflow: "i.workflow",
  sensitivity: "i.sensitivity",
};

/** A figure that JavaScript and PostgreSQL write in two ways (with an exponent, or a zero with a sign) is left to the first. */
const isPlainlyWritten = (degrees: string): string => `(${degrees} IS NULL OR abs(${degrees}) >= 0.001)`;

/** Lines that came by a merge stand behind a record's own, whatever their places; few records have any. */
const hasOwnLinesOnly = "NOT EXISTS (SELECT FROM incident_merge m WHERE m.survivor_id = i.id AND m.undone_at IS NULL)";

/** The condition on `incident i` under which a record leaves as it is, whoever holds it. */
const isOpen = ({ openMarks }: RowFacts): string => `i.protected_fields = '{}' AND i.sensitivity IN (${openMarks.map((mark) => pg.escapeLiteral(mark)).join(", ")})`;

/** The condition under which the database writes the row itself. */
const isWrittenByDatabase = (facts: RowFacts): string => `${isOpen(facts)} AND ${isPlainlyWritten("i.lat")} AND ${isPlainlyWritten("i.lon")} AND ${hasOwnLinesOnly}`;

/** COPY takes no parameters: the numbers are the database's own, and checked once more. */
function idList({ ids }: Page): string {
  if (!/^\{[\d,]*\}$/.test(ids)) throw new Error("a list of numbers was expected");
  return `'${ids}'::int[]`;
}

/** Where a page is nearly all of a span of numbers, the span is read in one go: the lines of a few more records are read and left out. */
const isDense = ({ first, last, size }: Page): boolean => last - first < 3 * size;
const spanOf = (column: string, { first, last }: Page): string => `${column} BETWEEN ${Number(first)} AND ${Number(last)}`;

/** The condition that a column names one of the page's records, or one near to them. */
const near = (column: string, page: Page): string => (isDense(page) ? spanOf(column, page) : `${column} = ANY (${idList(page)})`);

/** Where the page's records stand: by their numbers, or by their place in the list. The first needs no join. */
function placed(page: Page): { place: string; from: string; where: string } {
  if (!page.isByNumber || !isDense(page)) return { place: "page.n", from: `unnest(${idList(page)}) WITH ORDINALITY page(id, n) JOIN incident i ON i.id = page.id`, where: near("i.id", page) };
  const isWhole = page.last - page.first + 1 === page.size;
  return { place: "i.id", from: "incident i", where: isWhole ? spanOf("i.id", page) : `${spanOf("i.id", page)} AND i.id = ANY (${idList(page)})` };
}

/** Keeps the planner from writing an expression out again wherever its value is used. */
const onceEach = "OFFSET 0";

function rowsSql(page: Page, facts: RowFacts): string {
  const of = (alias: string): string => near(`${alias}.incident_id`, page);
  const labels = pg.escapeLiteral(JSON.stringify([...facts.placeLabels].map(([id, label]) => ({ id, label }))));
  const { place, from, where } = placed(page);
  return `
    SELECT ${place}, ${truceColumns.map((column) => cells[column]).join(", ")}
      FROM ${from}
      LEFT JOIN unit u ON u.code = i.unit_code
      LEFT JOIN json_to_recordset(${labels}::json) AS labels(id int, label text) ON labels.id = i.place_id
      LEFT JOIN (
        SELECT incident_id, ${joined("alleged_by")} AS alleged_by, ${joined("against")} AS against, ${joined("denied_by")} AS denied_by, ${joined("found_by")} AS found_by, source_id
          FROM (SELECT c.incident_id, ${gathered("c.speaker", "c.stance = 'ALLEGED_BY'")} AS alleged_by, string_agg(c.against, ';') AS against, ${gathered("c.speaker", "c.stance = 'DENIED_BY'")} AS denied_by,
                       ${gathered("c.speaker", "c.stance = 'FOUND_BY'")} AS found_by, (min((c.position::bigint << 32) | c.source_id) & 4294967295)::int AS source_id
                  FROM claim c WHERE ${of("c")} GROUP BY c.incident_id) gathered ${onceEach}) claims ON claims.incident_id = i.id
      LEFT JOIN (
        SELECT incident_id, ${joined("codes")} AS codes
          FROM (SELECT o.incident_id, string_agg(d.code, ';') AS codes FROM incident_obligation o JOIN obligation d ON d.id = o.obligation_id WHERE ${of("o")} GROUP BY o.incident_id) gathered ${onceEach}) obligations
        ON obligations.incident_id = i.id
      LEFT JOIN (
        SELECT k.incident_id, ${agreed("outcome = 'KILLED'", "low")} AS killed_low, ${agreed("outcome = 'KILLED'", "best")} AS killed_best, ${agreed("outcome = 'KILLED'", "high")} AS killed_high,
               ${agreed("outcome = 'INJURED'", "best")} AS injured_best, ${agreed("outcome = 'KILLED' AND status = 'CIVILIAN'", "best")} AS civilians_killed_best,
               ${agreed("outcome = 'CAPTURED'", "best")} AS captured_best, ${agreed("outcome = 'DISPLACED'", "best")} AS displaced_best
          FROM casualty k WHERE ${of("k")} GROUP BY k.incident_id) casualties ON casualties.incident_id = i.id
      LEFT JOIN (
        SELECT o.incident_id, min(o.count_best) AS count_best, CASE WHEN min(o.count_best) IS NOT NULL THEN min(coalesce(o.count_unit, o.kind)) END AS count_unit
          FROM observation o WHERE ${of("o")} GROUP BY o.incident_id HAVING count(*) = 1) observations ON observations.incident_id = i.id
      LEFT JOIN source s ON s.id = coalesce(claims.source_id, (SELECT min(l.source_id) FROM incident_source l WHERE l.incident_id = i.id))
     WHERE ${where} AND ${isWrittenByDatabase(facts)}
     ORDER BY ${place}`;
}
