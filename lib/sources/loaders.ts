import { requireActor } from "@/lib/auth/session";
import type { SourceCounts, SourcePage } from "./domain";
import { countSources, listSources } from "./queries";
import { sourceFilter, type SourceFilter } from "./schema";

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export type SourcesView = { filter: SourceFilter; result: SourcePage; counts: SourceCounts };

const firstOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** The list of sources as the address asks for it. An unknown kind or alignment finds nothing and says so. */
export async function loadSources(searchParams: SearchParams): Promise<SourcesView> {
  await requireActor();
  const given = Object.fromEntries(["q", "kind", "alignment", "page"].map((name) => [name, firstOf(searchParams[name])]));
  const filter = sourceFilter.parse({ ...given, q: given["q"]?.slice(0, 200) });
  return { filter, result: await listSources(filter), counts: await countSources() };
}
