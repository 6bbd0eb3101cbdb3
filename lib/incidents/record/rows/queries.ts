import { Prisma } from "@/lib/db/generated/client";
import type { Db } from "@/lib/db/client";
import type { Snapshot } from "@/lib/db/snapshot";
import type { Tx } from "@/lib/db/transaction";
import { columnOf, conditionSql, incidentAt, type At, type Relation } from "../../statement/queries";
import { recordSelect, storedRecord, type StoredRecord } from "../queries";

type Select = Readonly<Record<string, unknown>>;
type Part = { readonly select: Select; readonly where?: object; readonly orderBy?: unknown; readonly take?: number };

const partsOf = (select: Select): [string, Part][] => Object.entries(select).flatMap(([field, value]) => (isPart(value) ? [[field, value]] : []));
const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null && "select" in value;
const scalarsOf = (select: Select): string[] => Object.entries(select).flatMap(([field, value]) => (value === true ? [field] : []));

/** A row as JSON, with the joins that it takes: what it hangs on is joined, so that each table is read once for all rows. */
type Shape = { readonly json: Prisma.Sql; readonly joins: Prisma.Sql };
/** The values of a column of the rows that are read, as a statement. */
type Values = (column: string) => Prisma.Sql;
/** Where the rows stand in the statement, and which they are. */
type Rows = At & { readonly values: Values };

const raw = (strings: TemplateStringsArray, ...names: string[]): Prisma.Sql => Prisma.raw(String.raw({ raw: strings }, ...names));
const together = (parts: readonly Prisma.Sql[]): Prisma.Sql => (parts.length === 0 ? Prisma.empty : Prisma.join([...parts], " "));

const pageRows: Rows = { ...incidentAt("i"), values: (column) => (column === "id" ? raw`SELECT unnest(__ids__)` : raw`SELECT o.${column} FROM incident o WHERE o.id = ANY (__ids__)`) };

/** The rows that hang on others, or on which others hang. */
const rowsBeside = (alias: string, relation: Relation, { values }: Rows): Rows => ({
  alias,
  relations: relation.relations?.() ?? {},
  values: (column) => (column === relation.child ? values(relation.parent) : Prisma.sql`SELECT o.${Prisma.raw(column)} FROM ${Prisma.raw(relation.table)} o WHERE o.${Prisma.raw(relation.child)} IN (${values(relation.parent)})`),
});

function shapeOf(select: Select, rows: Rows): Shape {
  const below = partsOf(select).map(([field, part]) => ({ field, ...joinedPart(field, part, rows) }));
  const pairs = [...scalarsOf(select).map((name) => Prisma.raw(`'${name}', ${rows.alias}.${columnOf(name)}`)), ...below.map(({ field, json }) => Prisma.sql`${Prisma.raw(`'${field}'`)}, ${json}`)];
  return { json: Prisma.sql`json_build_object(${Prisma.join(pairs)})`, joins: together(below.map(({ joins }) => joins)) };
}

/** What a row hangs on: its one, or the list of its many. */
function joinedPart(field: string, part: Part, rows: Rows): Shape {
  const relation = rows.relations[field];
  if (!relation) throw new Error(`nothing is known of what ${field} is to a record`);
  const inner = rowsBeside(`${rows.alias}_${field}`, relation, rows);
  const asked = { part, relation, inner, outer: rows };
  if (relation.isOne) return relation.isRare ? rareOne(asked) : joinedOne(asked);
  return part.take === undefined ? listOfAll(asked) : firstFew(asked, part.take);
}

type JoinAsked = { readonly part: Part; readonly relation: Relation; readonly inner: Rows; readonly outer: Rows };

const linkOf = ({ relation, inner, outer }: JoinAsked): Prisma.Sql => raw`${inner.alias}.${relation.child} = ${outer.alias}.${relation.parent}`;
const tableOf = ({ relation, inner }: JoinAsked): Prisma.Sql => raw`${relation.table} ${inner.alias}`;

function rareOne(asked: JoinAsked): Shape {
  const { json, joins } = shapeOf(asked.part.select, asked.inner);
  const parent = raw`${asked.outer.alias}.${asked.relation.parent}`;
  return { json: Prisma.sql`CASE WHEN ${parent} IS NOT NULL THEN (SELECT ${json} FROM ${tableOf(asked)} ${joins} WHERE ${linkOf(asked)}) END`, joins: Prisma.empty };
}

function joinedOne(asked: JoinAsked): Shape {
  const { json, joins } = shapeOf(asked.part.select, asked.inner);
  const own = raw`${asked.inner.alias}.${asked.relation.child}`;
  return { json: Prisma.sql`CASE WHEN ${own} IS NULL THEN NULL ELSE ${json} END`, joins: Prisma.sql`LEFT JOIN ${tableOf(asked)} ON ${linkOf(asked)} ${joins}` };
}

function firstFew(asked: JoinAsked, most: number): Shape {
  const { part, inner } = asked;
  const { json, joins } = shapeOf(part.select, inner);
  const rows = Prisma.sql`SELECT ${json} AS row FROM ${tableOf(asked)} ${joins} WHERE ${linkOf(asked)} AND ${conditionSql(part.where ?? {}, inner)}${orderSql(part.orderBy, inner)} LIMIT ${raw`${String(most)}`}`;
  return { json: Prisma.sql`(SELECT coalesce(json_agg(taken.row), '[]') FROM (${rows}) taken)`, joins: Prisma.empty };
}

function listOfAll(asked: JoinAsked): Shape {
  const { part, relation, inner, outer } = asked;
  const { json, joins } = shapeOf(part.select, inner);
  const owner = raw`${inner.alias}.${relation.child}`;
  const mine = outer === pageRows ? Prisma.sql`${owner} = ANY (__ids__)` : Prisma.sql`${owner} IN (${outer.values(relation.parent)})`;
  const list = Prisma.sql`SELECT ${owner} AS owner, json_agg(${json}${orderSql(part.orderBy, inner)}) AS list FROM ${tableOf(asked)} ${joins} WHERE ${mine} AND ${conditionSql(part.where ?? {}, inner)} GROUP BY ${owner}`;
  return { json: raw`coalesce(${inner.alias}_list.list, '[]')`, joins: Prisma.sql`LEFT JOIN (${list}) ${raw`${inner.alias}_list ON ${inner.alias}_list.owner = ${outer.alias}.${relation.parent}`}` };
}

function orderSql(orderBy: unknown, at: At): Prisma.Sql {
  const terms = (Array.isArray(orderBy) ? orderBy : [orderBy]).filter((term) => typeof term === "object" && term !== null).flatMap((term: Select) => Object.entries(term).map(([field, way]) => orderTerm(field, way, at)));
  return terms.length === 0 ? Prisma.empty : Prisma.sql` ORDER BY ${Prisma.join(terms)}`;
}

/** By a column, or by a column of the one that the row hangs on, which is joined already. */
function orderTerm(field: string, way: unknown, at: At): Prisma.Sql {
  if (way === "asc" || way === "desc") return raw`${at.alias}.${columnOf(field)} ${way}`;
  if (typeof way !== "object" || way === null) throw new Error(`an order by ${field} that has no SQL here`);
  if (at.relations[field]) return together(Object.entries(way).map(([below, direction]) => orderTerm(below, direction, { alias: `${at.alias}_${field}`, relations: {} })));
  const { sort, nulls } = { sort: "asc", nulls: undefined, ...way };
  return raw`${at.alias}.${columnOf(field)} ${sort === "desc" ? "desc" : "asc"}${nulls === "first" ? " NULLS FIRST" : nulls === "last" ? " NULLS LAST" : ""}`;
}

/** The statement that reads what `recordSelect` names, for many records at once and in their order. */
function recordsSql(): string {
  const parts = partsOf(recordSelect).map(([field, part]) => ({ field, ...joinedPart(field, part, pageRows) }));
  const columns = [...scalarsOf(recordSelect).map((field) => raw`i.${columnOf(field)} AS "${field}"`), ...parts.map(({ field, json }) => Prisma.sql`${json} AS ${raw`"${field}"`}`)];
  const { sql, values } = Prisma.sql`SELECT ${Prisma.join(columns)} FROM unnest(__ids__) WITH ORDINALITY page (id, place) JOIN incident i ON i.id = page.id ${together(parts.map(({ joins }) => joins))} ORDER BY page.place`;
  if (values.length > 0) throw new Error("the text of this statement is to be always the same");
  return `/* kept as incident_records */ ${sql.replaceAll("__ids__", "$1::int[]")}`;
}

type Row = Parameters<typeof storedRecord>[0];

/** Days and instants inside of what comes as JSON; elsewhere the driver gives them as `Date`. */
const revived: ReadonlySet<string> = new Set(["statedOn", "eventOn", "withdrawnAt", "capturedAt", "mergedAt"]);

/** Puts them in place: the value was read for us alone. */
function dated<T>(value: T): T {
  if (Array.isArray(value)) value.forEach(dated);
  else if (typeof value === "object" && value !== null) {
    const row = value as Record<string, unknown>;
    for (const [key, one] of Object.entries(row)) {
      if (typeof one === "string" && revived.has(key)) row[key] = new Date(one);
      else if (typeof one === "object" && one !== null) dated(one);
    }
  }
  return value;
}

let text: string | undefined;
const statement = (): string => (text ??= recordsSql());

function recordOf(row: Row): StoredRecord {
  for (const part of parts) dated(row[part]);
  return storedRecord(row);
}

/** The records of these ids, in the order of the ids; ids that no record has are left out. One statement, however many they are. */
export async function readRecords(client: Db | Tx, ids: readonly number[]): Promise<StoredRecord[]> {
  if (ids.length === 0) return [];
  return (await client.$queryRawUnsafe<Row[]>(statement(), [...ids])).map(recordOf);
}

/** The same at the moment of a snapshot. Its driver reads days by the zone of the machine, so the rows come as JSON. */
export async function readRecordsAt(snapshot: Snapshot, ids: readonly number[]): Promise<StoredRecord[]> {
  if (ids.length === 0) return [];
  const rows = await snapshot.query<{ row: Row }>(`SELECT row_to_json(read) AS row FROM (${statement()}) read`, [[...ids]]);
  return rows.map(({ row }) => recordOf({ ...row, ...Object.fromEntries(ownDates.map((field) => [field, row[field] === null ? null : new Date(row[field])])) }));
}

const parts = ["claims", "evidence", "mergedBy"] as const satisfies (keyof Row)[];
const ownDates = ["occurredStart", "occurredEnd", "noticeAt", "createdAt", "updatedAt", "submittedAt", "publishedAt"] as const satisfies (keyof Row)[];
