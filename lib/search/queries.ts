import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { OtherForms } from "./domain/query";

/** All forms of the places that bear one of these names, by the name; names as they sound. */
export async function otherForms(names: readonly string[]): Promise<OtherForms> {
  if (names.length === 0) return new Map();
  const rows = await db().$queryRaw<{ name: string; forms: string[] }[]>(Prisma.sql`
    SELECT given.folded AS name, array_agg(DISTINCT other.folded ORDER BY other.folded) AS forms
      FROM place_name AS given JOIN place_name AS other USING (place_id)
     WHERE given.folded = ANY (${[...names]}::text[]) AND other.folded <> ''
     GROUP BY given.folded`);
  return new Map(rows.map(({ name, forms }) => [name, forms]));
}

/** How many words are offered in place of one that is nowhere as it was typed. */
const mostNear = 8;
/** A word is near from this share of common letter triples on (pg_trgm, similarity). */
const nearest = 0.4;

/**
 * The words of all records that look like each of these, the nearest first, the word itself among them where it is there. Some may stand only
 * where the reader may not read: whoever uses them shows nothing of them but what is found.
 */
export async function nearWords(words: readonly string[]): Promise<Map<string, string[]>> {
  if (words.length === 0) return new Map();
  const rows = await db().$queryRaw<{ typed: string; near: string[] }[]>(Prisma.sql`
    SELECT typed.word AS typed, array_agg(near.word ORDER BY near.likeness DESC, near.word) AS near
      FROM unnest(${[...words]}::text[]) AS typed(word)
      JOIN LATERAL (
        SELECT found.word, max(similarity(found.word, typed.word)) AS likeness FROM search_word AS found
         WHERE found.word % typed.word AND similarity(found.word, typed.word) >= ${nearest}::real
         GROUP BY found.word ORDER BY 2 DESC, 1 LIMIT ${mostNear}
      ) AS near ON true
     GROUP BY typed.word`);
  return new Map(rows.map(({ typed, near }) => [typed, near]));
}
