import type { Snapshot } from "@/lib/db/snapshot";
import { publicWorkflowStates } from "@/lib/codelists/workflow";
import { recordSelect, storedRecord, type StoredRecord } from "../queries";

/** Reads many records fast: what `recordSelect` names, in one statement for a whole page of them. */
export type RecordReader = (ids: string) => Promise<{ place: number; record: Exportable }[]>;

/** A record without what only its own page needs: the weight of its ledger is not read here. */
export type Exportable = Omit<StoredRecord, "ledger">;

type Names = { lang: string; script: string; usage: string; form: string }[];
type Speaker = { code: string; name: string; side: string | null; rootGroup: string; kind: string };
type Row = Parameters<typeof storedRecord>[0];
/** As it comes: the columns of `recordSelect` by their names in the schema, with days and instants still as text. */
type Read = { n: number; row: Row & { placeId: number | null } };

/** A reader on this snapshot. Names of places and speakers are short lists and read once. */
export async function recordReader(snapshot: Snapshot): Promise<RecordReader> {
  const places = new Map((await snapshot.query<{ id: number; names: Names }>(placesSql)).map(({ id, names }) => [id, { names }]));
  const speakers = new Map((await snapshot.query<Speaker>(speakersSql)).map((speaker) => [speaker.code, speaker]));
  const unknown = (code: string): Speaker => ({ code, name: code, side: null, rootGroup: code, kind: "OTHER" });
  const speakerOf = (code: string): Speaker => speakers.get(code) ?? unknown(code);
  return async (ids) => {
    const read = await snapshot.query<Read>(recordsSql, [ids]);
    return read.map(({ n, row }) => {
      const claims = row.claims.map((claim) => ({ ...dated(claim), speakerRow: speakerOf(claim.speaker), againstRow: claim.against === null ? null : speakerOf(claim.against), source: null }));
      const place = row.placeId === null ? null : (places.get(row.placeId) ?? { names: [] });
      return { place: n, record: storedRecord({ ...dated(row), place, claims, evidence: row.evidence.map(dated), mergedBy: row.mergedBy.map(dated) }) };
    });
  };
}

const placesSql = `SELECT place_id AS id, json_agg(json_build_object('lang', lang, 'script', script, 'usage', usage, 'form', form) ORDER BY id) AS names FROM place_name GROUP BY place_id`;
const speakersSql = `SELECT code, name, side, root_group AS "rootGroup", kind FROM speaker`;

/** Days and instants come as text; the driver of everything else gives them as `Date`. */
function dated<T extends object>(row: T): T {
  const dates = Object.entries(row).flatMap(([name, value]) => (typeof value === "string" && /[a-z](At|On|Start|End)$/.test(name) ? [[name, new Date(value)] as const] : []));
  return { ...row, ...Object.fromEntries(dates) };
}

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The plain columns that a selection names, under the names of the schema. */
const scalars = (select: Record<string, unknown>, alias: string): string =>
  Object.entries(select)
    .filter(([, isRead]) => isRead === true)
    .map(([field]) => `${alias}.${columnOf(field)} AS "${field}"`)
    .join(", ");

const ownLinesFirst = "merged_from_id NULLS FIRST, position";

/** The lines of one kind of all records of the page, as a list for each. */
function partSql({ name, from, select, order, where = "" }: { name: string; from: string; select: string; order: string; where?: string }): string {
  const rows = `SELECT p.incident_id, json_agg(json_build_object(${select}) ORDER BY ${order}) AS list FROM ${from} WHERE p.incident_id = ANY ($1::int[])${where} GROUP BY p.incident_id`;
  return `LEFT JOIN (${rows}) ${name} ON ${name}.incident_id = i.id`;
}

const pairs = (select: Record<string, unknown>, alias: string): string =>
  Object.entries(select)
    .filter(([, isRead]) => isRead === true)
    .map(([field]) => `'${field}', ${alias}.${columnOf(field)}`)
    .join(", ");

const isPublic = publicWorkflowStates.map((state) => `'${state}'`).join(", ");
const { claims, casualties, observations, evidence, mergedBy } = recordSelect;

const recordsSql = `
  SELECT page.n::int AS n, row_to_json(r) AS row
    FROM unnest($1::int[]) WITH ORDINALITY page(id, n)
    JOIN (
      SELECT ${scalars(recordSelect, "i")}, i.place_id AS "placeId",
             coalesce(claims.list, '[]') AS claims, coalesce(casualties.list, '[]') AS casualties, coalesce(observations.list, '[]') AS observations,
             coalesce(obligations.list, '[]') AS obligations, coalesce(sources.list, '[]') AS sources, coalesce(evidence.list, '[]') AS evidence,
             CASE WHEN i.workflow IN ('CORRECTED', 'RETRACTED')
                  THEN (SELECT coalesce(json_agg(json_build_object('id', c.id)), '[]') FROM (SELECT id FROM incident WHERE corrects_id = i.id AND workflow IN (${isPublic}) ORDER BY id DESC LIMIT 1) c)
                  ELSE '[]' END AS "correctedBy",
             CASE WHEN i.workflow = 'MERGED_INTO'
                  THEN (SELECT coalesce(json_agg(json_build_object(${pairs(mergedBy.select, "m")})), '[]') FROM incident_merge m WHERE m.merged_id = i.id AND m.undone_at IS NULL)
                  ELSE '[]' END AS "mergedBy"
        FROM incident i
        ${partSql({ name: "claims", from: "claim p", select: pairs(claims.select, "p"), order: ownLinesFirst })}
        ${partSql({ name: "casualties", from: "casualty p", select: pairs(casualties.select, "p"), order: ownLinesFirst })}
        ${partSql({ name: "observations", from: "observation p", select: pairs(observations.select, "p"), order: ownLinesFirst })}
        ${partSql({ name: "obligations", from: "incident_obligation p JOIN obligation o ON o.id = p.obligation_id", select: "'relation', p.relation, 'effect', p.effect, 'obligation', json_build_object('code', o.code)", order: "o.code" })}
        ${partSql({ name: "sources", from: "incident_source p", select: "'sourceId', p.source_id", order: "p.source_id" })}
        ${partSql({ name: "evidence", from: "evidence p", select: pairs(evidence.select, "p"), order: "p.id", where: " AND p.withdrawn_at IS NULL" })}
       WHERE i.id = ANY ($1::int[])
    ) r ON r.id = page.id
   ORDER BY page.n`;
