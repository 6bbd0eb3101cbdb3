import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import { ensureSystemUsers } from "@/lib/people/service";
import { readReference } from "./files";
import { loadAgreements, loadDiscrepancies } from "./load/agreements";
import { loadIncidents } from "./load/incidents";
import { accepted, type Loading } from "./load/loading";
import { loadMilestones } from "./load/milestones";
import { loadPlaces } from "./load/places";
import { loadSources, loadSpeakers } from "./load/sources";
import { loadZones } from "./load/zones";
import { zones } from "./tables/zones";

export type SeedOptions = { now?: Date; report?: (line: string) => void };
/** How many rows were new. */
export type SeedOutcome = { loaded: number };

/**
 * Loads the reference data through the services. Every row has a key and is loaded once: a database that holds all of it is
 * left as it is, and a load that was cut off goes on where it stopped.
 */
export async function seedReference({ now = new Date(), report = () => undefined }: SeedOptions = {}): Promise<SeedOutcome> {
  const reference = readReference();
  if ((await countPublished()) >= reference.incidents.length && (await db().obligationZone.count()) >= zones.length) {
    report("Reference data is loaded already; nothing was changed.");
    return { loaded: 0 };
  }
  const loading = await actorsFor(now);
  const { sources, places, agreements, obligations, discrepancies, milestones, incidents } = reference;
  const steps: [string, () => Promise<number>][] = [
    [`${sources.length} sources and their speakers`, async () => (await loadSpeakers(loading)) + (await loadSources(loading, reference))],
    [`${places.length} places with their districts`, () => loadPlaces(loading, reference)],
    [`${agreements.length} agreements, ${obligations.length} obligations, ${discrepancies.length} discrepancies`, async () => (await loadAgreements(loading, reference)) + (await loadDiscrepancies(loading, reference))],
    [`${zones.length} zones of duties`, () => loadZones(loading)],
    [`${milestones.length} milestones`, () => loadMilestones(loading, reference)],
    [`${incidents.length} incidents, each reviewed and published`, async () => loadIncidents(loading, reference, await sourceIds())],
  ];
  let loaded = 0;
  for (const [what, load] of steps) {
    const started = performance.now();
    loaded += await load();
    report(`Loaded ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  return { loaded };
}

/** Published once is published for this purpose, whatever became of the record since. */
const countPublished = (): Promise<number> => db().incident.count({ where: { isDemonstration: true, publishedAt: { not: null } } });

async function actorsFor(now: Date): Promise<Loading> {
  const actors = accepted("system users", await ensureSystemUsers());
  const actor = (email: string): Actor => {
    const found = actors.get(`${email}@system.invalid`);
    if (!found) throw new Error(`no system user ${email}`);
    return found;
  };
  return { importer: actor("reference-import"), reviewers: [actor("reference-review-1"), actor("reference-review-2")], now };
}

async function sourceIds(): Promise<(key: string) => number> {
  const ids = new Map((await db().source.findMany({ select: { id: true, key: true } })).map((row) => [row.key, row.id]));
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`no source has the key "${key}"`);
    return id;
  };
}
