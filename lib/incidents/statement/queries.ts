import { Prisma } from "@/lib/db/generated/client";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { WordsAsked } from "../filter/queries";

/** How a table hangs on another: `child` is its own column, `parent` that of the other one. */
export type Relation = {
  readonly table: string;
  readonly child: string;
  readonly parent: string;
  readonly isOne?: true;
  /** Most rows have none: it is looked up for those that do, rather than joined to all. */
  readonly isRare?: true;
  readonly relations?: () => Relations;
};
export type Relations = Readonly<Record<string, Relation>>;

const one = (table: string, child: string, parent: string): Relation => ({ table, child, parent, isOne: true });
const many = (table: string, child = "incident_id"): Relation => ({ table, child, parent: "id" });
const having = (relation: Relation, relations: () => Relations): Relation => ({ ...relation, relations });

const placeAt = (parent: string): Relation => having(one("place", "id", parent), () => ({ names: many("place_name", "place_id") }));
const source: Relation = { ...having(one("source", "id", "source_id"), () => ({ root: { ...source, parent: "root_id" } })), isRare: true };

/** What hangs on an incident, by the names of the Prisma schema; what no statement here has asked for is not in it. */
export const incidentRelations: Relations = {
  place: placeAt("place_id"),
  claims: having(many("claim"), () => ({ speakerRow: one("speaker", "code", "speaker"), againstRow: one("speaker", "code", "against"), eventPlaceRow: placeAt("event_place_id"), source })),
  casualties: many("casualty"),
  observations: having(many("observation"), () => ({ observerPlaceRow: placeAt("observer_place_id") })),
  obligations: having(many("incident_obligation"), () => ({ obligation: one("obligation", "id", "obligation_id") })),
  sources: many("incident_source"),
  evidence: having(many("evidence"), () => ({ mismatches: many("evidence_mismatch", "evidence_id") })),
  correctedBy: many("incident", "corrects_id"),
  mergedBy: many("incident_merge", "merged_id"),
};

/** A table under its name in the statement. `columns` stands in for columns that it has not, but can tell. */
export type At = { readonly alias: string; readonly relations: Relations; readonly columns?: Readonly<Record<string, Prisma.Sql>> };
export const incidentAt = (alias: string): At => ({ alias, relations: incidentRelations });

/** The column of a field: every table of the schema maps its names in this way, and a test reads them all. */
export const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Condition = Readonly<Record<string, unknown>>;

/**
 * A condition that is written for Prisma, as SQL: so that a statement which Prisma can't express asks for the same rows, and who may see
 * what is said once. Knows the words that conditions on incidents use; any other is a defect, and refused.
 */
export function conditionSql(where: object, at: At): Prisma.Sql {
  const parts = Object.entries(where).flatMap(([key, value]) => (value === undefined ? [] : [partSql(key, value, at)]));
  return parts.length === 0 ? Prisma.sql`true` : joined(parts, " AND ");
}

const joined = (parts: readonly Prisma.Sql[], word: " AND " | " OR "): Prisma.Sql => {
  const [only, ...more] = parts;
  return only && more.length === 0 ? only : Prisma.sql`(${Prisma.join([...parts], word)})`;
};

function partSql(key: string, value: unknown, at: At): Prisma.Sql {
  const junction = junctions[key];
  if (junction) return junction(listOf(value).map((part) => conditionSql(part, at)));
  if (key === "search" && isWordsAsked(value)) return wordsSql(value, at);
  const relation = at.relations[key];
  if (relation) return relationSql(relation, value, at);
  return scalarSql(at.columns?.[key] ?? Prisma.raw(`${at.alias}.${columnOf(key)}`), value);
}

const junctions: Readonly<Record<string, (parts: readonly Prisma.Sql[]) => Prisma.Sql>> = {
  AND: (parts) => (parts.length === 0 ? Prisma.sql`true` : joined(parts, " AND ")),
  OR: (parts) => (parts.length === 0 ? Prisma.sql`false` : joined(parts, " OR ")),
  NOT: (parts) => Prisma.sql`NOT (${joined(parts, " OR ")})`,
};

const isCondition = (value: unknown): value is Condition => typeof value === "object" && value !== null && !(value instanceof Date) && !Array.isArray(value);
const listOf = (value: unknown): Condition[] => (Array.isArray(value) ? value : [value]).filter(isCondition);

function relationSql(relation: Relation, value: unknown, { alias }: At): Prisma.Sql {
  const inner = { alias: `${alias}_${relation.table}`, relations: relation.relations?.() ?? {} };
  const asked = relation.isOne ? value : isCondition(value) && Object.keys(value).join() === "some" ? value["some"] : undefined;
  if (!isCondition(asked)) throw new Error(`a condition on ${relation.table} that has no SQL here`);
  const link = Prisma.raw(`${inner.alias}.${relation.child} = ${alias}.${relation.parent}`);
  return Prisma.sql`EXISTS (SELECT FROM ${Prisma.raw(`${relation.table} ${inner.alias}`)} WHERE ${link} AND ${conditionSql(asked, inner)})`;
}

function scalarSql(column: Prisma.Sql, value: unknown): Prisma.Sql {
  if (value === null) return Prisma.sql`${column} IS NULL`;
  if (!isCondition(value)) return Prisma.sql`${column} = ${literal(value)}`;
  const { mode, ...words } = value;
  const parts = Object.entries(words).flatMap(([word, operand]) => (operand === undefined ? [] : [operatorSql(column, word, { operand, mode })]));
  if (parts.length === 0) throw new Error("a condition that says nothing");
  return joined(parts, " AND ");
}

type Operand = { readonly operand: unknown; readonly mode: unknown };

const comparison = (sign: string) => (column: Prisma.Sql, { operand }: Operand): Prisma.Sql | undefined => (operand === null ? undefined : Prisma.sql`${column} ${Prisma.raw(sign)} ${literal(operand)}`);

/** The words that conditions on incidents use; one that gives nothing has no SQL for what it is given. */
const operators: Readonly<Record<string, (column: Prisma.Sql, given: Operand) => Prisma.Sql | undefined>> = {
  not: (column, { operand }) => (operand === null ? Prisma.sql`${column} IS NOT NULL` : Prisma.sql`NOT (${scalarSql(column, operand)})`),
  in: (column, { operand }) => memberSql(column, operand, true),
  notIn: (column, { operand }) => memberSql(column, operand, false),
  has: (column, { operand }) => Prisma.sql`${literal(operand)} = ANY (${column})`,
  contains: (column, { operand, mode }) => (typeof operand === "string" ? Prisma.sql`${column} ${Prisma.raw(mode === "insensitive" ? "ILIKE" : "LIKE")} ${`%${operand}%`}` : undefined),
  equals: comparison("="), gt: comparison(">"), gte: comparison(">="), lt: comparison("<"), lte: comparison("<="),
};

function operatorSql(column: Prisma.Sql, word: string, given: Operand): Prisma.Sql {
  const sql = operators[word]?.(column, given);
  if (sql === undefined) throw new Error(`a condition with "${word}" that has no SQL here`);
  return sql;
}

const isWordsAsked = (value: unknown): value is WordsAsked => isCondition(value) && typeof value["needed"] === "string" && typeof value["all"] === "string";

/** The index finds what is needed anywhere; what is then left of each record, for this reader, must hold it and nothing that is excluded. */
function wordsSql({ needed, all, withheld, ownTeamId }: WordsAsked, { alias }: At): Prisma.Sql {
  const [search, team] = [Prisma.raw(`${alias}.search`), Prisma.raw(`${alias}.team_id`)];
  if (withheld === null) return Prisma.sql`${search} @@ ${all}::tsquery`;
  const fields = Prisma.raw(`${alias}.${columnOf(withheld)}`);
  const shown = ownTeamId === null ? Prisma.sql`search_shown(${search}, ${fields})` : Prisma.sql`CASE WHEN ${team} = ${literal(ownTeamId)} THEN ${search} ELSE search_shown(${search}, ${fields}) END`;
  return Prisma.sql`(${search} @@ ${needed}::tsquery AND ${shown} @@ ${all}::tsquery)`;
}

function memberSql(column: Prisma.Sql, operand: unknown, isIn: boolean): Prisma.Sql {
  if (!Array.isArray(operand)) throw new Error("a list was expected");
  if (operand.length === 0) return isIn ? Prisma.sql`false` : Prisma.sql`true`;
  return Prisma.sql`${column} ${Prisma.raw(isIn ? "IN" : "NOT IN")} (${Prisma.join(operand.map(literal))})`;
}

/** Codes and numbers stand in the text, where the planner can match them with partial indexes; whatever else is handed over beside it. */
function literal(value: unknown): Prisma.Sql {
  if (typeof value === "boolean" || (typeof value === "number" && Number.isInteger(value))) return Prisma.raw(String(value));
  if (typeof value === "string") return /^[\w:. -]{1,60}$/.test(value) ? Prisma.raw(`'${value}'`) : Prisma.sql`${value}`;
  if (typeof value === "number") return Prisma.sql`${value}::float8`;
  // Only days are compared: an instant would need its zone.
  if (value instanceof Date && value.getTime() % 86_400_000 === 0) return Prisma.raw(`'${utcDayOf(value)}'::date`);
  throw new Error("a value that has no SQL here");
}

/** The plain columns that a condition reads; undefined where it also asks of what hangs on the record. */
export function columnsRead(where: object, relations: Relations = incidentRelations): ReadonlySet<string> | undefined {
  const read = Object.entries(where).map(([key, value]) => {
    if (relations[key]) return undefined;
    return junctions[key] ? allOf(listOf(value).map((part) => columnsRead(part, relations))) : new Set([key]);
  });
  return allOf(read);
}

const allOf = (sets: readonly (ReadonlySet<string> | undefined)[]): ReadonlySet<string> | undefined =>
  sets.includes(undefined) ? undefined : new Set(sets.flatMap((set) => [...(set ?? [])]));
