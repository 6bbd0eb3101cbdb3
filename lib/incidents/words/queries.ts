import { db } from "@/lib/db/client";
import { beginningsOf } from "@/lib/search/domain/highlight";
import { loosenable, loosened, tsqueryOf, type Wanted, wantedOf } from "@/lib/search/domain/query";
import { namesToLookUp, termsOf } from "@/lib/search/domain/terms";
import { nearWords, otherForms } from "@/lib/search/queries";
import { visible, wordsShown } from "../filter/queries";
import type { IncidentFilter, Words } from "../filter/schema";
import type { IncidentScope } from "../policy";
import { conditionSql, incidentAt } from "../statement/queries";

/**
 * The filter with its text understood: as words, with every form of the places that are named. Where nothing that the reader may read holds
 * the words as they were typed, those that look like them are taken. That depends on reader and text alone, so that list, count, map and
 * file mean the same records.
 */
export async function understood(scope: IncidentScope, filter: IncidentFilter): Promise<IncidentFilter> {
  if (filter.q === undefined || filter.q === "" || filter.words !== undefined) return filter;
  const terms = termsOf(filter.q);
  const wanted = wantedOf(terms, await otherForms(namesToLookUp(terms)));
  const strict = wordsOf(wanted, false);
  if (strict === undefined) return { ...filter, words: nothing };
  if (await isThere(scope, strict)) return { ...filter, words: strict };
  const loose = wordsOf(loosened(wanted, await nearWords(loosenable(wanted))), true);
  return { ...filter, words: loose !== undefined && loose.all !== strict.all && (await isThere(scope, loose)) ? loose : strict };
}

/** A text without a word finds nothing by its words. */
const nothing: Words = { needed: "", all: "", beginnings: [], isLoose: false };

function wordsOf(wanted: readonly Wanted[], isLoose: boolean): Words | undefined {
  const needed = tsqueryOf(wanted.filter(({ isExcluded }) => !isExcluded));
  const all = tsqueryOf(wanted);
  return needed === undefined || all === undefined ? undefined : { needed, all, beginnings: beginningsOf(wanted), isLoose };
}

async function isThere(scope: IncidentScope, words: Words): Promise<boolean> {
  const where = conditionSql({ AND: [visible(scope), wordsShown(scope, words)] }, incidentAt("i"));
  const found = await db().$queryRaw<unknown[]>`SELECT 1 FROM incident i WHERE ${where} LIMIT 1`;
  return found.length > 0;
}
