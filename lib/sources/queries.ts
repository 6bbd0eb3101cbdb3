import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { SourceCounts, SourcePage } from "./domain";
import type { SourceFilter } from "./schema";

/** The columns by which a source is shown and cited. */
export const sourceColumns = { id: true, key: true, publisher: true, title: true, publishedOn: true, url: true, basis: true, kind: true, alignment: true, reliability: true, derivation: true } as const;

export const sourcesPerPage = 50;

/** Sources by publisher, narrowed by words, kind and alignment. Sources are public facts: everyone who signs in sees all. */
export async function listSources({ q, kind, alignment, page }: SourceFilter): Promise<SourcePage> {
  const words = q.split(/\s+/).filter((word) => word !== "").slice(0, 8);
  const contains = (word: string) => ({ contains: word.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: "insensitive" as const });
  const where: Prisma.SourceWhereInput = {
    ...(kind === "" ? {} : { kind }),
    ...(alignment === "" ? {} : { alignment }),
    AND: words.map((word) => ({ OR: [{ publisher: contains(word) }, { title: contains(word) }, { key: contains(word) }] })),
  };
  const count = await db().source.count({ where });
  const pages = Math.max(1, Math.ceil(count / sourcesPerPage));
  const current = Math.min(page, pages);
  const rows = await db().source.findMany({
    where,
    select: sourceColumns,
    orderBy: [{ publisher: "asc" }, { publishedOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    skip: (current - 1) * sourcesPerPage,
    take: sourcesPerPage,
  });
  const uses = await countUses(rows.map(({ id }) => id));
  return { items: rows.map((row) => ({ ...row, uses: uses.get(row.id) ?? 0 })), count, page: current, pages };
}

/** By how much each of these sources is cited: found source by source, for records are very many. */
async function countUses(ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db().$queryRaw<{ id: number; uses: number }[]>`
    SELECT s.id, ((SELECT count(*) FROM incident_source l WHERE l.source_id = s.id) + (SELECT count(*) FROM agreement_source l WHERE l.source_id = s.id)
      + (SELECT count(*) FROM obligation_source l WHERE l.source_id = s.id) + (SELECT count(*) FROM milestone_source l WHERE l.source_id = s.id))::int AS uses
      FROM unnest(${[...ids]}::int[]) s(id)`;
  return new Map(rows.map(({ id, uses }) => [id, uses]));
}

/** How many sources there are of each kind and each alignment. */
export async function countSources(): Promise<SourceCounts> {
  const kinds = await db().source.groupBy({ by: ["kind"], _count: true });
  const alignments = await db().source.groupBy({ by: ["alignment"], _count: true });
  return {
    kinds: Object.fromEntries(kinds.map((row) => [row.kind, row._count])),
    alignments: Object.fromEntries(alignments.map((row) => [row.alignment, row._count])),
    total: kinds.reduce((sum, row) => sum + row._count, 0),
  };
}
