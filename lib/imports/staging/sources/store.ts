import { db } from "@/lib/db/client";
import type { Bulk } from "@/lib/db/bulk";
import { derivedSelect, isWithdrawn, rootIdOf } from "@/lib/sources/derivation/queries";
import type { ImportedSource } from "../../domain/row";
import type { KnownSource } from "../domain";

/** Sources that are remembered at once; a file can name as many as it has records. */
const mostRemembered = 20_000;
/** What was read is a data set that names the page; nobody opened the page itself. */
const unregisteredKind = "DATASET";

const keyOf = ({ url, publisher, publishedOn }: ImportedSource): string => `${url ?? ""}\n${publisher ?? ""}\n${publishedOn ?? ""}`;

/** Whoever runs the site stands in for a publisher that the file does not name. */
const publisherOf = ({ url, publisher }: ImportedSource): string | null => publisher ?? (url !== null && URL.canParse(url) ? new URL(url).hostname : null);

export type SourceBook = {
  /** Finds or prepares these sources, so that `known` tells of them until the next call. */
  readonly prepare: (sources: readonly ImportedSource[]) => Promise<void>;
  readonly known: (source: ImportedSource) => KnownSource | undefined;
};

/** The sources of one file: those on the register by canonical address (or by publisher and day), the others with a number reserved for the commit. */
export function sourceBook(bulk: Bulk, importId: number): SourceBook {
  const book = new Map<string, KnownSource>();
  return {
    known: (source) => book.get(keyOf(source)),
    prepare: async (sources) => {
      if (book.size > mostRemembered) book.clear();
      const asked = new Map(sources.filter((source) => !book.has(keyOf(source)) && publisherOf(source) !== null).map((source) => [keyOf(source), source]));
      if (asked.size === 0) return;
      for (const [key, source] of await lookedUp(bulk, importId, [...asked])) book.set(key, source);
    },
  };
}

type Found = { position: number; id: number; isNew: boolean };

async function lookedUp(bulk: Bulk, importId: number, asked: readonly (readonly [string, ImportedSource])[]): Promise<[string, KnownSource][]> {
  const columns = [asked.map(([, { url }]) => url), asked.map(([, source]) => publisherOf(source)), asked.map(([, { publishedOn }]) => publishedOn), asked.map(([, { reliability }]) => reliability ?? "F")];
  const found = await bulk.query<Found>(find, [importId, ...columns]);
  const facts = await factsOf(found.filter((row) => !row.isNew).map((row) => row.id));
  return found.flatMap(({ position, id, isNew }): [string, KnownSource][] => {
    const key = asked[position - 1]?.[0];
    const known = isNew ? { id, kind: unregisteredKind, root: id, isWithdrawn: false, isNew } : facts.get(id);
    return key === undefined || !known ? [] : [[key, known]];
  });
}

/**
 * What was asked, each with what makes it the same source: the one on the register that is it, the number that waits for it already, or a
 * new number. The register is asked by its index, one by one: a join would work out the address of every source on it.
 */
const find = `
  WITH asked AS MATERIALIZED (
    SELECT a.*, coalesce(a.address, a.publisher || E'\\n' || coalesce(a.published_on, '')) AS sameness
      FROM (SELECT g.*, canonical_url(g.url) AS address FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS g(url, publisher, published_on, reliability, position) OFFSET 0) a
  ), registered AS MATERIALIZED (
    SELECT a.position, s.id FROM asked a CROSS JOIN LATERAL (SELECT id FROM source WHERE canonical_url(url) = a.address ORDER BY id LIMIT 1) s WHERE a.address IS NOT NULL
    UNION ALL
    SELECT a.position, min(s.id) FROM asked a JOIN source s ON s.url IS NULL AND s.publisher = a.publisher AND s.published_on IS NOT DISTINCT FROM a.published_on
     WHERE a.address IS NULL GROUP BY a.position
  ), waiting AS MATERIALIZED (
    SELECT DISTINCT i.sameness, i.source_id FROM asked a JOIN import_source i ON i.import_id = $1 AND i.sameness = a.sameness
  ), reserved AS (
    INSERT INTO import_source (import_id, source_id, sameness, url, publisher, published_on, reliability)
    SELECT $1, nextval(pg_get_serial_sequence('source', 'id')), n.sameness, n.url, n.publisher, n.published_on, n.reliability
      FROM (SELECT DISTINCT ON (a.sameness) a.* FROM asked a
             WHERE NOT EXISTS (SELECT 1 FROM registered r WHERE r.position = a.position) AND NOT EXISTS (SELECT 1 FROM waiting w WHERE w.sameness = a.sameness)
             ORDER BY a.sameness, a.position) n
    RETURNING sameness, source_id
  )
  SELECT a.position::int, coalesce(r.id, w.source_id, n.source_id) AS id, r.id IS NULL AS "isNew"
    FROM asked a LEFT JOIN registered r ON r.position = a.position LEFT JOIN waiting w ON w.sameness = a.sameness LEFT JOIN reserved n ON n.sameness = a.sameness`;

async function factsOf(ids: readonly number[]): Promise<Map<number, KnownSource>> {
  if (ids.length === 0) return new Map();
  const rows = await db().source.findMany({ where: { id: { in: [...new Set(ids)] } }, select: derivedSelect });
  return new Map(rows.map((row) => [row.id, { id: row.id, kind: row.kind, root: rootIdOf(row), isWithdrawn: isWithdrawn(row), isNew: false }]));
}
