import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { addDays, calendarDate } from "@/lib/kernel/calendar-date";
import { narrowed, visibleArms } from "../filter/queries";
import type { Cursor, IncidentFilter } from "../filter/schema";
import type { IncidentScope } from "../policy";
import { conditionSql, incidentAt } from "../statement/queries";
import { understood } from "../words/queries";

/** What a filter asks of facets: each of these is a row of `incident_facet`, so that one index gives the records of a value in their order. */
export type FacetAsked = { readonly kind: "OBLIGATION" | "PARTY"; readonly values: readonly string[] };

export const facetsAsked = ({ obligation, party }: Pick<IncidentFilter, "obligation" | "party">): FacetAsked[] =>
  ([{ kind: "OBLIGATION", values: [...new Set(obligation)] }, { kind: "PARTY", values: [...new Set(party)] }] as const).filter(({ values }) => values.length > 0);

export const bearing = ({ kind, values }: FacetAsked, alias = "i"): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM incident_facet f WHERE f.incident_id = ${Prisma.raw(alias)}.id AND f.kind = ${kind} AND f.value = ANY (${[...values]}))`;

/** The days of a filter are asked apart, so that an index can serve them. */
const withoutDays = (filter: IncidentFilter): IncidentFilter => ({ ...filter, from: undefined, to: undefined, obligation: [], party: [] });

/** Everything that a filter asks but its days and facets, in the words of SQL. */
export const plainCondition = (scope: IncidentScope, filter: IncidentFilter): Prisma.Sql => conditionSql(narrowed(scope, withoutDays(filter)), incidentAt("i"));

/** Records that began before a day and lasted into it. */
export const lastingInto = (from: string): Prisma.Sql =>
  Prisma.sql`i.occurred_end > i.occurred_start AND daterange(i.occurred_start, i.occurred_end, '[]') @> daterange(${addDays(calendarDate(from), -1)}::date, ${from}::date, '[]')`;

/**
 * Who may know of a record, in parts that an index can serve each: those that are public, and those of the own team. A record that is
 * in both is found once.
 */
export const visibleParts = (scope: IncidentScope, states: IncidentFilter["workflow"] = []): Prisma.Sql[] => visibleArms(scope, states).map((arm) => conditionSql(arm, incidentAt("i")));

/**
 * The records that list, count and export all mean by one filter whose text is understood: of `incident i`, in parts that an index can serve
 * each and of which no two hold the same record: those that began in the filter's days, and those that lasted into them.
 */
export function selectedParts(scope: IncidentScope, filter: IncidentFilter): Prisma.Sql[] {
  const all = Prisma.join([Prisma.sql`(${Prisma.join(visibleParts(scope), " OR ")})`, plainCondition(scope, filter), ...facetsAsked(filter).map((facet) => bearing(facet))], " AND ");
  return [Prisma.sql`${all}${span(filter, "i")}`, ...(filter.from === undefined ? [] : [Prisma.sql`${all} AND ${lastingInto(filter.from)}`])];
}

/** Of a filter with more values than these each record is asked, instead of each value for its records. */
const mostDriven = 8;

export type PageAsked = { readonly after: Cursor | undefined; readonly size: number };

/** The ids of a page in its order. Every part of it reads one index from where the page begins, and stops after a page's length. */
export async function listPageIds(scope: IncidentScope, filter: IncidentFilter, asked: PageAsked): Promise<number[]> {
  const statement = pageSql(scope, await understood(scope, filter), asked);
  const rows = statement === undefined ? [] : await db().$queryRaw<{ id: number }[]>(statement);
  return rows.map(({ id }) => id);
}

/** The statement of a page's ids; undefined where the reader may know of no record in the states that are asked for. */
export function pageSql(scope: IncidentScope, filter: IncidentFilter, { after, size }: PageAsked): Prisma.Sql | undefined {
  const way = filter.sort === "occurred" ? Prisma.raw("ASC") : Prisma.raw("DESC");
  const plain = plainCondition(scope, filter);
  const facets = facetsAsked(filter);
  const driving = facets.find(({ values }) => values.length <= mostDriven);
  const others = facets.filter((facet) => facet !== driving).map((facet) => Prisma.sql` AND ${bearing(facet)}`);
  const parts: Prisma.Sql[] = [];
  const add = (from: Prisma.Sql, key: string, where: Prisma.Sql): void => {
    const [day, id] = key === "f" ? [Prisma.raw("f.occurred_start"), Prisma.raw("f.incident_id")] : [Prisma.raw("i.occurred_start"), Prisma.raw("i.id")];
    const beyond = after === undefined ? Prisma.empty : Prisma.sql` AND (${day}, ${id}) ${Prisma.raw(filter.sort === "occurred" ? ">" : "<")} (${after.occurredStart}::date, ${after.id}::int)`;
    parts.push(Prisma.sql`(SELECT ${id} AS id, ${day} AS day FROM ${from} WHERE ${where}${beyond}${Prisma.join([Prisma.empty, ...others], "")} ORDER BY ${day} ${way}, ${id} ${way} LIMIT ${size})`);
  };
  for (const seen of visibleParts(scope, filter.workflow)) {
    const own = Prisma.sql`${seen} AND ${plain}`;
    if (driving) {
      for (const value of driving.values)
        add(Prisma.sql`incident_facet f JOIN incident i ON i.id = f.incident_id`, "f", Prisma.sql`f.kind = ${driving.kind} AND f.value = ${value}${span(filter, "f")} AND ${own}`);
    } else add(Prisma.sql`incident i`, "i", Prisma.sql`${own}${span(filter, "i")}`);
    if (filter.from !== undefined) add(Prisma.sql`incident i`, "i", Prisma.sql`${own} AND ${lastingInto(filter.from)}${driving ? Prisma.sql` AND ${bearing(driving)}` : Prisma.empty}`);
  }
  const [only, ...more] = parts;
  if (more.length === 0) return only;
  return Prisma.sql`SELECT id FROM (${Prisma.join(parts, " UNION ")}) found ORDER BY day ${way}, id ${way} LIMIT ${size}`;
}

/** The days in which a record began, as far as the filter bounds them. */
function span({ from, to }: Pick<IncidentFilter, "from" | "to">, alias: "f" | "i"): Prisma.Sql {
  const day = Prisma.raw(`${alias}.occurred_start`);
  const first = from === undefined ? Prisma.empty : Prisma.sql` AND ${day} >= ${from}::date`;
  return to === undefined ? first : Prisma.sql`${first} AND ${day} <= ${to}::date`;
}
