import { Prisma } from "@/lib/db/generated/client";
import type { Db } from "@/lib/db/client";
import type { Snapshot } from "@/lib/db/snapshot";
import type { Tx } from "@/lib/db/transaction";
import { columnOf, conditionSql, incidentAt, type At } from "../../statement/queries";
import { recordSelect, storedRecord, type StoredRecord } from "../queries";

type Select = Readonly<Record<string, unknown>>;
type Part = { readonly select: Select; readonly where?: object; readonly orderBy?: unknown; readonly take?: number };

const partsOf = (select: Select): [string, Part][] => Object.entries(select).flatMap(([field, value]) => (isPart(value) ? [[field, value]] : []));
const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null && "select" in value;
const scalarsOf = (select: Select): string[] => Object.entries(select).flatMap(([field, value]) => (value === true ? [field] : []));

/** A row as JSON, with the joins that it takes: what it hangs on is joined, so that each table is read once for all rows. */
type Shape = { readonly json: Prisma.Sql; readonly joins: Prisma.Sql };

function shapeOf(select: Select, at: At, owners: Prisma.Sql): Shape {
  const below = partsOf(select).map(([field, part]) => ({ field, ...joinedPart(field, part, { at, owners }) }));
  const pairs = [...scalarsOf(select).map((name) => Prisma.raw(`'${name}', ${at.alias}.${columnOf(name)}`)), ...below.map(({ field, json }) => Prisma.sql`${Prisma.raw(`'${field}'`)}, ${json}`)];
  return { json: Prisma.sql`json_build_object(${Prisma.join(pairs)})`, joins: together(below.map(({ joins }) => joins)) };
}

const together = (parts: readonly Prisma.Sql[]): Prisma.Sql => (parts.length === 0 ? Prisma.empty : Prisma.join([...parts], " "));
const raw = (strings: TemplateStringsArray, ...names: string[]): Prisma.Sql => Prisma.raw(String.raw({ raw: strings }, ...names));

/** What a row hangs on: its one, or the list of its many. `owners` gives the ids of the rows that are read. */
function joinedPart(field: string, part: Part, { at, owners }: { at: At; owners: Prisma.Sql }): Shape {
  const relation = at.relations[field];
  if (!relation) throw new Error(`nothing is known of what ${field} is to a record`);
  const inner: At = { alias: `${at.alias}_${field}`, relations: relation.relations?.() ?? {} };
  const { alias } = inner;
  if (relation.isOne) {
    // Lists below it are read for what these rows hang on.
    const { json, joins } = shapeOf(part.select, inner, raw`SELECT o.${relation.parent} FROM incident o WHERE o.id IN (`);
    const link = raw`${alias}.${relation.child} = ${at.alias}.${relation.parent}`;
    if (relation.isRare) return { json: Prisma.sql`CASE WHEN ${raw`${at.alias}.${relation.parent}`} IS NOT NULL THEN (SELECT ${json} FROM ${raw`${relation.table} ${alias}`} ${joins} WHERE ${link}) END`, joins: Prisma.empty };
    return { json: Prisma.sql`CASE WHEN ${raw`${alias}.${relation.child}`} IS NULL THEN NULL ELSE ${json} END`, joins: Prisma.sql`LEFT JOIN ${raw`${relation.table} ${alias}`} ON ${link} ${joins}` };
  }
  const { json, joins } = shapeOf(part.select, inner, owners);
  const asked = Prisma.sql`${conditionSql(part.where ?? {}, inner)}`;
  const isBelow = at.alias !== "i";
  const mine = isBelow ? Prisma.sql`${raw`${alias}.${relation.child}`} IN (${owners}SELECT unnest(__ids__)))` : Prisma.sql`${raw`${alias}.${relation.child}`} = ANY (__ids__)`;
  if (part.take !== undefined) {
    const rows = Prisma.sql`SELECT ${json} AS row FROM ${raw`${relation.table} ${alias}`} ${joins} WHERE ${raw`${alias}.${relation.child} = ${at.alias}.${relation.parent}`} AND ${asked}${orderSql(part.orderBy, inner)} LIMIT ${raw`${String(part.take)}`}`;
    return { json: Prisma.sql`(SELECT coalesce(json_agg(taken.row), '[]') FROM (${rows}) taken)`, joins: Prisma.empty };
  }
  const list = Prisma.sql`SELECT ${raw`${alias}.${relation.child} AS owner`}, json_agg(${json}${orderSql(part.orderBy, inner)}) AS list FROM ${raw`${relation.table} ${alias}`} ${joins} WHERE ${mine} AND ${asked} GROUP BY ${raw`${alias}.${relation.child}`}`;
  return { json: raw`coalesce(${alias}_list.list, '[]')`, joins: Prisma.sql`LEFT JOIN (${list}) ${raw`${alias}_list ON ${alias}_list.owner = ${at.alias}.${relation.parent}`}` };
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
  const at = incidentAt("i");
  const parts = partsOf(recordSelect).map(([field, part]) => ({ field, ...joinedPart(field, part, { at, owners: Prisma.empty }) }));
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
