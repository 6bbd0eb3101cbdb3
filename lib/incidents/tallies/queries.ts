import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { fieldOpen, narrowed } from "../filter/queries";
import type { IncidentFilter } from "../filter/schema";
import { bearing, type FacetAsked, facetsAsked, lastingInto, plainCondition, visibleParts } from "../page/queries";
import { maySee, type IncidentScope } from "../policy";
import { columnsRead, conditionSql, incidentAt, type At } from "../statement/queries";
import { understood } from "../words/queries";
import { cutWith, type Cut, type Edge, facetCuts, type MonthSpan, recordCuts, splitSpan, type TallyColumn, tallyColumns } from "./domain";

/** By what counts can be told apart: columns of the record, and the values of one facet, of which a record may bear several. */
export type GroupColumn = Exclude<TallyColumn, "unit_mark">;
export type FacetKind = "PARTY" | "OBLIGATION" | "REPORTER";
export type Grouping = {
  readonly columns: readonly GroupColumn[];
  readonly facet?: FacetKind | undefined;
  /** So many groups are read and no more. */
  readonly most?: number | undefined;
  /** It goes into a file: no district of a record whose source is protected is told, whoever reads. */
  readonly isForFile?: boolean | undefined;
};

/** One group: a value for each column in its order, then that of the facet; how many records, and how many of them a map shows. */
export type Group = { readonly key: readonly string[]; readonly records: number; readonly points: number };

/** Stands for a district that is withheld from the reader. */
export const withheldUnit = "WITHHELD";

/**
 * How many records of the filter there are in each group, as far as the scope may know of them: from the rollup where it has the columns,
 * from the records where it has not. `all` gives no key.
 */
export async function countGroups(scope: IncidentScope, filter: IncidentFilter, grouping: Grouping): Promise<Group[]> {
  const [row] = await db().$queryRaw<{ groups: [...key: string[], records: number, points: number][] }[]>(groupsSql(scope, await understood(scope, filter), grouping));
  const monthAt = grouping.columns.indexOf("month");
  return (row?.groups ?? []).map((group) => {
    const [records, points] = [Number(group.at(-2)), Number(group.at(-1))];
    return { key: group.slice(0, -2).map((value, at) => (at === monthAt ? String(value).slice(0, 7) : String(value))), records, points };
  });
}

type Asked = { readonly scope: IncidentScope; readonly filter: IncidentFilter; readonly grouping: Grouping };

/**
 * The statement of `countGroups`. Groups are told apart by the columns as they are kept, and all of them come as one value: texts made of
 * each row, and a row read for each group, took longer than the counting.
 */
export function groupsSql(scope: IncidentScope, filter: IncidentFilter, grouping: Grouping): Prisma.Sql {
  const asked = { scope, filter, grouping };
  const parts = fromRollup(asked) ?? fromRecords(asked);
  const names = keyNames(grouping);
  const [listed, groups] = names.length === 0 ? [Prisma.empty, Prisma.empty] : [Prisma.raw(`${names.join(", ")}, `), Prisma.raw(`GROUP BY ${names.join(", ")}`)];
  const counted = Prisma.sql`SELECT ${listed} coalesce(sum(records), 0)::int AS records, coalesce(sum(points), 0)::int AS points FROM (${Prisma.join(parts, " UNION ALL ")}) counted ${groups}
    HAVING coalesce(sum(records), 0) <> 0${names.length === 0 ? Prisma.sql` OR true` : Prisma.empty}${grouping.most === undefined ? Prisma.empty : Prisma.sql` LIMIT ${grouping.most}`}`;
  return Prisma.sql`SELECT coalesce(json_agg(json_build_array(${listed} records, points)), '[]') AS groups FROM (${counted}) grouped`;
}

const keyNames = ({ columns, facet }: Grouping): string[] => [...columns.map((_, at) => `k${at}`), ...(facet === undefined ? [] : ["kf"])];

/** The statement's parts where the rollup can answer: its rows, and the records of the days that are no whole months. */
function fromRollup(asked: Asked): Prisma.Sql[] | undefined {
  const { scope, filter, grouping } = asked;
  const where = rollupWhere(scope, filter);
  const facets = facetsAsked(filter);
  if (!where || meetInOneRecord(facets, grouping)) return undefined;
  const [facet] = facets;
  const cut = cutWith(facet || grouping.facet ? facetCuts : recordCuts, columnsAsked(asked, where.columns));
  if (!cut) return undefined;
  const { months, edges } = splitSpan(dayOrNone(filter.from), dayOrNone(filter.to));
  const conditions = [Prisma.sql`t.cut = ${Prisma.raw(String(cut.number))}`, facetSql(facet, grouping), ...leftOpen(cut), ...monthsSql(months), reachSql(scope), where.sql];
  const whole = months ? [Prisma.sql`SELECT ${keySql({ scope, grouping, at: tallyAt })} t.records, t.points FROM incident_tally t WHERE ${Prisma.join(conditions, " AND ")}`] : [];
  return [...whole, ...edges.map((edge) => edgeSql(edge, asked)), ...lasting(asked)];
}

/** Several values of a facet, or two facets, meet in one record: a sum would count it twice. */
const meetInOneRecord = (facets: readonly FacetAsked[], grouping: Grouping): boolean =>
  facets.length > 1 || (facets.length === 1 && (grouping.facet !== undefined || (facets[0]?.values.length ?? 0) > 1));

const columnsAsked = ({ filter, grouping }: Asked, filtered: readonly TallyColumn[]): ReadonlySet<TallyColumn> =>
  new Set([...filtered, ...grouping.columns, ...(grouping.columns.includes("unit_code") ? (["unit_mark"] as const) : []), ...(filter.from ?? filter.to ? (["month"] as const) : [])]);

const dayOrNone = (day: string | undefined) => (day === undefined ? undefined : calendarDate(day));

function facetSql(facet: FacetAsked | undefined, grouping: Grouping): Prisma.Sql {
  if (facet) return Prisma.sql`t.kind = ${facet.kind} AND t.value = ${facet.values[0]}`;
  return grouping.facet ? Prisma.sql`t.kind = ${grouping.facet}` : Prisma.sql`t.kind = '' AND t.value = ''`;
}

const monthsSql = (months: MonthSpan | undefined): Prisma.Sql[] =>
  [months?.first && Prisma.sql`t.month >= ${months.first}::date`, months?.last && Prisma.sql`t.month <= ${months.last}::date`].filter((bound) => bound !== undefined);

const edgeSql = ({ from, to, sign }: Edge, { scope, filter, grouping }: Asked): Prisma.Sql =>
  Prisma.sql`SELECT ${keySql({ scope, grouping, at: recordAt })} ${Prisma.raw(String(sign))} AS records, ${pointsOf(sign)} AS points FROM ${records(grouping)} WHERE i.occurred_start BETWEEN ${from}::date AND ${to}::date AND ${recordWhere(scope, filter)}`;

/** The statement's parts where the records have to be counted. */
function fromRecords(asked: Asked): Prisma.Sql[] {
  const { scope, filter, grouping } = asked;
  const days = [filter.from === undefined ? undefined : Prisma.sql`i.occurred_start >= ${filter.from}::date`, filter.to === undefined ? undefined : Prisma.sql`i.occurred_start <= ${filter.to}::date`].filter((day) => day !== undefined);
  const where = Prisma.join([...days, recordWhere(scope, filter)], " AND ");
  return [Prisma.sql`SELECT ${keySql({ scope, grouping, at: recordAt })} 1 AS records, ${pointsOf(1)} AS points FROM ${records(grouping)} WHERE ${where}`, ...lasting(asked)];
}

/** Records that began before the filter's first day and lasted into it. They are found under the month in which they began. */
function lasting({ scope, filter, grouping }: Asked): Prisma.Sql[] {
  if (filter.from === undefined) return [];
  return [Prisma.sql`SELECT ${keySql({ scope, grouping, at: recordAt })} 1 AS records, ${pointsOf(1)} AS points FROM ${records(grouping)} WHERE ${lastingInto(filter.from)} AND ${recordWhere(scope, filter)}`];
}

const recordAt = incidentAt("i");
/** What the rollup says of who may read a district, in the words of the record. */
const tallyAt: At = {
  alias: "t",
  relations: {},
  columns: {
    internalFields: Prisma.sql`(CASE WHEN t.unit_mark = 'OPEN' THEN ARRAY[]::text[] ELSE ARRAY['unit'] END)`,
    restrictedFields: Prisma.sql`(CASE WHEN t.unit_mark = 'RESTRICTED' THEN ARRAY['unit'] ELSE ARRAY[]::text[] END)`,
  },
};

const pointsOf = (sign: 1 | -1): Prisma.Sql => Prisma.raw(`CASE WHEN i.on_map THEN ${sign} ELSE 0 END`);
const records = ({ facet }: Grouping): Prisma.Sql => (facet === undefined ? Prisma.sql`incident i` : Prisma.sql`incident i JOIN incident_facet g ON g.incident_id = i.id AND g.kind = ${facet}`);

/** Facets of the filter among them. */
function recordWhere(scope: IncidentScope, filter: IncidentFilter): Prisma.Sql {
  const seen = Prisma.sql`(${Prisma.join(visibleParts(scope), " OR ")})`;
  return Prisma.join([seen, plainCondition(scope, filter), ...facetsAsked(filter).map((facet) => bearing(facet))], " AND ");
}

/** The group's columns, each followed by a comma. */
function keySql({ scope, grouping, at }: { scope: IncidentScope; grouping: Grouping; at: At }): Prisma.Sql {
  const isTally = at === tallyAt;
  const columns = grouping.columns.map((column, index) => Prisma.sql`${columnKey(column, { scope, at, isForFile: grouping.isForFile === true })} AS ${Prisma.raw(`k${index}`)}, `);
  const facet = grouping.facet === undefined ? [] : [Prisma.sql`${Prisma.raw(isTally ? "t" : "g")}.value AS kf, `];
  return Prisma.join([Prisma.empty, ...columns, ...facet], "");
}

function columnKey(column: GroupColumn, { scope, at, isForFile }: { scope: IncidentScope; at: At; isForFile: boolean }): Prisma.Sql {
  const name = Prisma.raw(`${at.alias}.${column}`);
  if (column === "unit_code") return Prisma.sql`CASE WHEN ${name} IS NULL OR ${name} = '' THEN '' WHEN ${conditionSql(unitOpen(scope, isForFile), at)} THEN ${name} ELSE ${withheldUnit} END`;
  if (column === "month") return at === tallyAt ? name : Prisma.sql`date_trunc('month', i.occurred_start)::date`;
  return column === "severity" ? Prisma.sql`coalesce(${name}, '')` : name;
}

/** A district is restricted where the source of its record is protected, and such a one goes into no file. */
const unitOpen = (scope: IncidentScope, isForFile: boolean): object =>
  isForFile ? { AND: [fieldOpen(scope, "unit"), { NOT: { restrictedFields: { has: "unit" } } }] } : fieldOpen(scope, "unit");

/** What a cut leaves open says so in its rows: with that the index is read from where the cut begins to where it ends. */
const leftOpen = ({ columns }: Cut): Prisma.Sql[] => (["verification", "type", "unit_code"] as const).filter((column) => !columns.includes(column)).map((column) => Prisma.raw(`t.${column} = ''`));

/** The names of the record's columns in the rollup; the team stands beside the mark of the district alone. */
const rollupColumns: Readonly<Record<string, TallyColumn>> = { type: "type", unitCode: "unit_code", verification: "verification", workflow: "workflow", internalFields: "unit_mark", restrictedFields: "unit_mark", teamId: "unit_mark" };

/** What the filter asks beyond days, facets and reach, in the words of the rollup; undefined where it asks what the rollup does not know. */
function rollupWhere(scope: IncidentScope, filter: IncidentFilter): { sql: Prisma.Sql; columns: TallyColumn[] } | undefined {
  // What is published is what stands: every row knows that, whatever its cut.
  const isStanding = filter.workflow.length > 0 && filter.workflow.every((state) => state === "PUBLISHED");
  const where = narrowed(scope, { ...filter, from: undefined, to: undefined, obligation: [], party: [], workflow: isStanding ? [] : filter.workflow });
  const columns = [...(columnsRead(where) ?? ["?"])].map((column) => rollupColumns[column]);
  if (columns.includes(undefined)) return undefined;
  const sql = conditionSql(where, tallyAt);
  return { sql: isStanding ? Prisma.sql`t.reach = 'STANDING' AND ${sql}` : sql, columns: tallyColumns.filter((column) => columns.includes(column)) };
}

/** A record of each reach that anybody has (see the migration), by which policy is asked. */
const reaches = { STANDING: { workflow: "PUBLISHED", wasPublished: true }, NOTICE: { workflow: "CORRECTED", wasPublished: true }, TEAM: { workflow: "DRAFT", wasPublished: false }, OWN: { workflow: "DRAFT", wasPublished: false, restriction: "ACLED_TERMS" } } as const;
const otherTeam = -1;

/** The rows whose records the scope may know of. */
export function reachSql(scope: IncidentScope, alias = "t"): Prisma.Sql {
  const names = Object.keys(reaches) as (keyof typeof reaches)[];
  const ofAll = names.filter((reach) => maySee(scope, { ...reaches[reach], teamId: otherTeam }));
  const ofOwn = names.filter((reach) => !ofAll.includes(reach) && maySee(scope, { ...reaches[reach], teamId: scope.teamId }));
  const arms = [...ofAll.map((reach) => Prisma.raw(`${alias}.reach = '${reach}'`)), ...ofOwn.map((reach) => Prisma.sql`(${Prisma.raw(`${alias}.reach = '${reach}' AND ${alias}.team_id`)} = ${scope.teamId})`)];
  return arms.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(arms, " OR ")})`;
}
