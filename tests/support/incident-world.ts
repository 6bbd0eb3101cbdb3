// What incidents stand on, put into the worker's own database: people, speakers, a duty, a place, sources.
import { db } from "@/lib/db/client";
import { logIncident } from "@/lib/incidents/service";
import { actorOf, type Actor, type Role } from "@/lib/kernel/actor";
import type { Result } from "@/lib/kernel/result";
import { transitionIncident, type TransitionRequest } from "@/lib/reviews/service";
import { anIncidentInput, fixedNow } from "./incident-builders";

export const north = 1;
export const south = 2;
const people: [string, Role, number][] = [
  ["analyst", "ANALYST", north], ["colleague", "ANALYST", north], ["stranger", "ANALYST", south], ["reviewer", "REVIEWER", north], ["reviewer2", "REVIEWER", south],
  ["reviewer3", "REVIEWER", south], ["viewer", "VIEWER", south], ["auditor", "AUDITOR", south], ["admin", "ADMIN", south],
];
type Name = "analyst" | "colleague" | "stranger" | "reviewer" | "reviewer2" | "reviewer3" | "viewer" | "auditor" | "admin";
export type World = Record<Name, Actor> & { sourceId: number; obligationId: number };

const speakers = [
  { code: "AZ", name: "Azerbaijan", side: "AZ", rootGroup: "AZ", kind: "PARTY", isParty: true },
  { code: "AM", name: "Armenia", side: "AM", rootGroup: "AM", kind: "PARTY", isParty: true },
  { code: "AZ_MOD", name: "Ministry of Azerbaijan", side: "AZ", rootGroup: "AZ", kind: "PARTY", isParty: false },
  { code: "AM_MOD", name: "Ministry of Armenia", side: "AM", rootGroup: "AM", kind: "PARTY", isParty: false },
  { code: "RU_MOD", name: "Ministry of Russia", side: "RU", rootGroup: "RU", kind: "GUARANTOR", isParty: false },
  { code: "ICJ", name: "International Court of Justice", side: null, rootGroup: "ICJ", kind: "COURT", isParty: false },
];

/** Plants everything once per test file; each file has its own database. */
export async function plantWorld(): Promise<World> {
  await db().team.createMany({ data: [{ id: north, name: "North" }, { id: south, name: "South" }] });
  const actors: Record<string, Actor> = {};
  for (const [name, role, teamId] of people) {
    const user = await db().user.create({ data: { email: `${name}@test.invalid`, name, role, teamId } });
    actors[name] = actorOf({ userId: user.id, name, email: user.email, role, teamId });
  }
  await db().speaker.createMany({ data: speakers });
  await db().unit.createMany({ data: [{ code: "AZE-1739", name: "Khojaly", country: "AZE" }, { code: "AZE-1700", name: "Elsewhere", country: "AZE" }] });
  await db().place.create({
    data: {
      key: "parukh", kind: "VILLAGE", unitCode: "AZE-1739", lat: 40.06, lon: 46.73, precisionKm: 1, confidence: "seed", coordinateSource: "test",
      names: { create: [{ lang: "en", script: "Latn", usage: "ARMENIAN", form: "Parukh" }, { lang: "en", script: "Latn", usage: "AZERBAIJANI", form: "Farrukh" }, { lang: "hy", script: "Armn", usage: "ARMENIAN", form: "Փառուխ" }] },
    },
  });
  const source = await db().source.create({ data: { key: "bulletin", publisher: "A bulletin", url: "https://example.invalid/b", publishedOn: "2022-03-26", basis: "excerpt", kind: "COURT", alignment: "UNKNOWN" } });
  const agreement = await db().agreement.create({
    data: { code: "T", titles: ["Test agreement"], kind: "CEASEFIRE", conflict: "c", signedOn: new Date("2020-11-09"), status: "s", confidence: "seed", clauses: { create: { number: 1, title: "One" } } },
    include: { clauses: true },
  });
  const obligation = await db().obligation.create({
    data: {
      agreementId: agreement.id, clauseId: agreement.clauses[0]?.id ?? 0, code: "T-1a", title: "No fire", kind: "STANDING_NEGATIVE", subject: "Cease Fire", description: "d", reading: "r",
      beneficiary: "all", scope: "line", verifier: "v", confidence: "seed", position: 1,
    },
  });
  return { ...(actors as Record<Name, Actor>), sourceId: source.id, obligationId: obligation.id };
}

/** The value, or the test fails with the refusal in full. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

export const log = async (actor: Actor, over: Record<string, unknown> = {}): Promise<number> => must(await logIncident(actor, anIncidentInput(over), fixedNow)).id;

export const step = (actor: Actor, id: number, request: Omit<TransitionRequest, "id">) => transitionIncident(actor, { id, ...request }, fixedNow);

/** A record of the analyst's team taken to IN_REVIEW by the first reviewer. */
export async function inReview(world: World, over: Record<string, unknown> = {}): Promise<number> {
  const id = await log(world.analyst, over);
  must(await step(world.analyst, id, { command: "submit" }));
  must(await step(world.reviewer, id, { command: "claim" }));
  return id;
}

/** A record taken all the way to the public. */
export async function published(world: World, over: Record<string, unknown> = {}): Promise<number> {
  const id = await inReview(world, over);
  must(await step(world.reviewer, id, { command: "approve" }));
  must(await step(world.reviewer2, id, { command: "publish" }));
  return id;
}
