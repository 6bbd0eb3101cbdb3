// Published records of Team North, each with a secret in every part of it that bears a mark.
import { type ProtectedField, protectedFieldCodes } from "@/lib/codelists/protected-field";
import { fieldMarkCodes, type FieldMark } from "@/lib/codelists/sensitivity";
import { db } from "@/lib/db/client";
import { incidentInput } from "@/lib/incidents/schema";
import { logIncident } from "@/lib/incidents/service";
import { type FieldMarks, markOf } from "@/lib/incidents/domain/marks";
import type { Actor } from "@/lib/kernel/actor";
import { transitionIncident } from "@/lib/reviews/service";
import { fixedNow } from "../incident-builders";
import { must } from "../incident-world";
import { actorNamed, type Planted } from "./readers";

/** One record with something to look for in each field, told apart by `n`. The texts are what nobody writes elsewhere. */
export const contentOf = (n: number, sourceId: number): Record<string, unknown> => ({
  externalId: `okapi-external-${n}-x`,
  type: "CH04",
  title: `Okapi title ${n} x`,
  narrative: `okapi-narrative-${n}-x`,
  occurred: { start: "2022-03-25", time: `0${n % 10}:1${Math.floor(n / 10) % 10}`, zone: "Asia/Baku", precision: "T1_MINUTE" },
  place: { name: `okapi-place-${n}-x`, unit: "AZE-1739", lat: placeOf(n).lat, lon: placeOf(n).lon, precision: "L1_EXACT" },
  obligations: [{ code: "T-1a", relation: "POSSIBLE_BREACH" }],
  claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26", source: sourceId, quote: `okapi-quote-${n}-x`, locator: `okapi-locator-${n}-x` }],
  casualties: [{ outcome: "INJURED", best: 811_000 + n, source: sourceId }],
  observations: [{ kind: "EXPLOSION", means: "HEARD", countBest: 822_000 + n }],
  sources: [sourceId],
});

/** Away from any round number, so that no area is mistaken for the place. */
export const placeOf = (n: number) => ({ lat: 40.061_703 + n / 10_000_00, lon: 46.731_903 + n / 10_000_00 });

const secretsOf = (n: number): Record<ProtectedField, RegExp> => ({
  title: new RegExp(`Okapi title ${n} x`),
  narrative: new RegExp(`okapi-narrative-${n}-x`),
  // Not the time of an instant: those have a day before and seconds behind.
  time: new RegExp(`(?<![T\\d:])0${n % 10}:1${Math.floor(n / 10) % 10}(?![\\d:])`),
  place: new RegExp(`okapi-place-${n}-x|${placeOf(n).lat}|${placeOf(n).lon}`),
  quotes: new RegExp(`okapi-(quote|locator)-${n}-x`),
  sources: new RegExp(`okapi-(publisher|external|locator|page)-${n}-x|\\b${700_000 + n}\\b`),
  casualties: new RegExp(`\\b${811_000 + n}\\b`),
  observations: new RegExp(`\\b${822_000 + n}\\b`),
});

async function publish(id: number, [first, second]: readonly [Actor, Actor]): Promise<void> {
  const step = async (actor: Actor, command: "submit" | "claim" | "approve" | "publish") => must(await transitionIncident(actor, { id, command }, fixedNow));
  await step(await actorNamed("analyst"), "submit");
  await step(first, "claim");
  await step(first, "approve");
  await step(second, "publish");
}

/** A record of the demo analyst with these marks, taken to the public, with what to look for in it. */
export async function plant(n: number, marks: { sensitivity?: FieldMark; protectedFields?: FieldMarks }, before: (id: number) => Promise<void> = async () => undefined): Promise<Planted[]> {
  const analyst = await actorNamed("analyst");
  const source = { id: 700_000 + n, key: `okapi-${n}`, publisher: `okapi-publisher-${n}-x`, url: `https://example.invalid/okapi-page-${n}-x`, basis: "excerpt", kind: "COURT", alignment: "UNKNOWN" };
  await db().source.create({ data: source });
  const { id } = must(await logIncident(analyst, incidentInput.parse({ ...contentOf(n, source.id), ...marks }), fixedNow));
  await before(id);
  await publish(id, [await actorNamed("reviewer"), await actorNamed("reviewer2")]);
  const kept = { sensitivity: marks.sensitivity ?? "S0_PUBLIC", protectedFields: marks.protectedFields ?? {}, teamId: analyst.teamId } as const;
  const secrets = secretsOf(n);
  return protectedFieldCodes
    .filter((field) => markOf(kept, field) !== "S0_PUBLIC")
    .map((part) => ({ id, n, part, marks: kept, secret: secrets[part], what: `${part} under ${JSON.stringify(marks)}` }));
}

/** A record for every mark on every field, and for every mark on a whole record. */
export async function plantEverything(): Promise<Planted[]> {
  const singles = protectedFieldCodes.flatMap((field) => fieldMarkCodes.map((mark) => ({ protectedFields: { [field]: mark } })));
  const wholes = fieldMarkCodes.map((sensitivity) => ({ sensitivity }));
  const planted: Planted[] = [];
  for (const [index, marks] of [...singles, ...wholes].entries()) planted.push(...(await plant(index + 1, marks)));
  return planted;
}
