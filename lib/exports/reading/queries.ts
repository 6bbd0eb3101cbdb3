import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Snapshot, openSnapshot } from "@/lib/db/snapshot";
import { selected } from "@/lib/incidents/filter/queries";
import type { IncidentFilter } from "@/lib/incidents/filter/schema";
import type { IncidentScope } from "@/lib/incidents/policy";
import { countIncidents } from "@/lib/incidents/queries";
import { conditionSql, incidentAt } from "@/lib/incidents/statement/queries";
import { understood } from "@/lib/incidents/words/queries";
import type { ExportFilter, ExportOrder } from "../schema";
import type { Page } from "../rows/queries";
import { type Shelf, openShelf } from "../shelf/queries";

/** What one file is made of: the records of one moment that the filter means, page by page in the list's order. */
export type Reading = {
  /** The moment. */
  readonly asOf: Date;
  /** Where the audit's chain stood then. */
  readonly auditHead: { seq: number; hash: string } | null;
  /** Records in the file. */
  readonly rows: number;
  /** Records that the filter means and that no file may hold. */
  readonly restricted: number;
  readonly pages: readonly Page[];
  readonly shelf: Shelf;
  readonly close: () => void;
};

/** Opens a reading whose pages have this many records; undefined where too many are open. */
export async function openReading(scope: IncidentScope, filter: ExportFilter, pageSize: number): Promise<Reading | undefined> {
  const snapshot = await openSnapshot();
  if (!snapshot) return undefined;
  try {
    return await readingOn(snapshot, scope, { ...filter, pageSize });
  } catch (error) {
    snapshot.close();
    throw error;
  }
}

async function readingOn(snapshot: Snapshot, scope: IncidentScope, { pageSize, ...filter }: ExportFilter & { pageSize: number }): Promise<Reading> {
  const [moment] = await snapshot.query<{ asOf: Date }>(`SELECT date_trunc('milliseconds', now()) AS "asOf"`);
  if (!moment) throw new Error("the database told no time");
  const [head] = await snapshot.query<{ seq: string; hash: string }>("SELECT s.seq::text AS seq, s.hash FROM audit_seal s ORDER BY s.seq DESC LIMIT 1");
  const pages = await listPages(snapshot, await listStatement(scope, filter, mayLeave), { pageSize, isByNumber: filter.order === "record" });
  return {
    asOf: moment.asOf,
    auditHead: head ? { seq: Number(head.seq), hash: head.hash } : null,
    rows: pages.reduce((sum, page) => sum + page.size, 0),
    restricted: await countOf(snapshot, await listStatement(scope, filter, { NOT: mayLeave })),
    pages,
    shelf: await openShelf(snapshot, scope),
    close: () => snapshot.close(),
  };
}

/** How many records a file by this filter would hold, and how many it would have to leave out. */
export async function countLeaving(scope: IncidentScope, filter: IncidentFilter): Promise<{ rows: number; restricted: number }> {
  const asked = await understood(scope, filter);
  const [{ count }, restricted] = await Promise.all([countIncidents(scope, asked), countRestricted(scope, asked)]);
  return { rows: count - restricted, restricted };
}

/** Few among many, which an index of their own finds: of all, the rollup knows how many there are. */
async function countRestricted(scope: IncidentScope, filter: IncidentFilter): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM incident i WHERE ${conditionSql({ AND: [selected(scope, filter), { NOT: mayLeave }] }, incidentAt("i"))}`;
  return row?.count ?? 0;
}

/** Records that may be passed on at all. What the terms of their source keep back is in no file, whoever asks. */
const mayLeave = { restriction: null };

const orders: Record<ExportOrder, string> = { record: "i.id", occurred: "i.occurred_start, i.id", "-occurred": "i.occurred_start DESC, i.id DESC" };

type Statement = { readonly text: string; readonly values: unknown[] };

/** The list's own condition with one more, as a statement that gives the numbers of the records. */
async function listStatement(scope: IncidentScope, { filter, order }: ExportFilter, also: object): Promise<Statement> {
  const where = conditionSql({ AND: [selected(scope, await understood(scope, filter)), also] }, incidentAt("i"));
  const { text, values } = Prisma.sql`SELECT i.id FROM incident i WHERE ${where} ORDER BY ${Prisma.raw(orders[order])}`;
  return { text, values };
}

/** The numbers of all records, cut into pages by the database: eight bytes for each record are all that is held of a list however long. */
const listPages = (snapshot: Snapshot, { text, values }: Statement, { pageSize, isByNumber }: { pageSize: number; isByNumber: boolean }): Promise<Page[]> =>
  snapshot.query(
    `SELECT '{' || string_agg(id::text, ',' ORDER BY n) || '}' AS ids, count(*)::int AS size, min(id) AS first, max(id) AS last, $${values.length + 1}::boolean AS "isByNumber"
       FROM (SELECT id, row_number() OVER () - 1 AS n FROM (${text}) listed) numbered GROUP BY n / ${pageSize} ORDER BY n / ${pageSize}`,
    [...values, isByNumber],
  );

async function countOf(snapshot: Snapshot, { text, values }: Statement): Promise<number> {
  const [row] = await snapshot.query<{ count: number }>(`SELECT count(*)::int AS count FROM (${text}) listed`, values);
  return row?.count ?? 0;
}
