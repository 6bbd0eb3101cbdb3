import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { obligationEffectCodes } from "@/lib/codelists/obligation-effect";
import { obligationRelationCodes } from "@/lib/codelists/obligation-relation";
import { rebuildBoard, recomputeBoard } from "@/lib/compliance/results/service";
import { foldRevisions } from "@/lib/compliance/results/store";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { addDays, calendarDate } from "@/lib/kernel/calendar-date";
import { transitionIncident } from "@/lib/reviews/service";
import { accepted, aWorld, logged, published, retracted, type World } from "../../support/board-world";
import { aMilestone, aWebOfDuties, boardOn, computedOn, emptyStore, storedRows, told } from "../../support/stored-board";

const start = calendarDate("2020-11-10");
const askedDays = ["2020-11-26", "2021-01-06", "2026-11-24"].map(calendarDate);
const now = new Date("2021-01-05T10:00:00Z");
const codes = ["TT-1a", "TT-1b", "TT-1c", "WW-1a", "WW-1b", "WW-2a", "WW-2b", "WW-2c", "WW-2d", "WW-2e", "WW-2f"] as const;

const code = fc.constantFrom(...codes);
const on = fc.integer({ min: 0, max: 50 }).map((days) => addDays(start, days));
const action = fc.oneof(
  fc.record({ do: fc.constant("publish" as const), code, on, isOneSided: fc.boolean(), killed: fc.integer({ min: 0, max: 1 }) }),
  fc.record({ do: fc.constant("correct" as const), which: fc.nat() }),
  fc.record({ do: fc.constant("retract" as const), which: fc.nat() }),
  fc.record({ do: fc.constant("tell" as const), code, on, relation: fc.constantFrom(...obligationRelationCodes), effect: fc.constantFrom("ENDED" as const, ...obligationEffectCodes) }),
  fc.record({ do: fc.constant("read" as const), day: fc.constantFrom(...askedDays) }),
  fc.record({ do: fc.constant("recompute" as const), day: fc.constantFrom(...askedDays), code }),
  fc.record({ do: fc.constant("fold" as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

let world: World;
let tellings = 0;
beforeAll(async () => {
  world = await aWorld();
  await aWebOfDuties(world);
});

/** One of the records on the board that reviewers enough may still decide on: a correction has one of them for its author. */
async function standing(which: number, where: Prisma.IncidentWhereInput): Promise<number | undefined> {
  const ids = await db().incident.findMany({ where: { workflow: "PUBLISHED", ...where }, select: { id: true }, orderBy: { id: "asc" } });
  return ids.length === 0 ? undefined : ids[which % ids.length]?.id;
}

async function corrected(id: number): Promise<void> {
  const { verification } = await db().incident.findUniqueOrThrow({ where: { id }, select: { verification: true } });
  const draft = accepted(await transitionIncident(world.reviewer2, { id, command: "correct", reason: "The day was wrong." }, now));
  accepted(await transitionIncident(world.reviewer2, { id: draft.id, command: "submit" }, now));
  accepted(await transitionIncident(world.reviewer, { id: draft.id, command: "claim" }, now));
  accepted(await transitionIncident(world.reviewer, { id: draft.id, command: "approve", verification: verification as "V1_CLAIM" }, now));
  accepted(await transitionIncident(world.reviewer, { id: draft.id, command: "publish" }, now));
}

const did: { [Verb in Action["do"]]: (step: Extract<Action, { do: Verb }>) => Promise<unknown> } = {
  publish: async ({ isOneSided, ...story }) => {
    const id = await logged(world, { ...story, speakers: isOneSided ? ["AZ"] : ["AZ", "RU_MOD"] }, now);
    await published(world, id, { verification: isOneSided ? "V1_CLAIM" : "V3_CORROBORATED", now });
  },
  correct: async ({ which }) => {
    const id = await standing(which, { casualties: { none: {} } });
    if (id !== undefined) await corrected(id);
  },
  retract: async ({ which }) => {
    const id = await standing(which, { correctsId: null });
    if (id !== undefined) await retracted(world, id, now);
  },
  tell: ({ on: occurredStart, ...finding }) =>
    told(world, aMilestone(`MS-P${++tellings}`, { occurredStart, obligations: [{ code: finding.code, relation: finding.relation, effect: finding.effect, isAcknowledged: true }] }), now),
  read: ({ day }) => boardOn(day),
  recompute: async ({ day, code }) => recomputeBoard(day, [(await db().obligation.findUniqueOrThrow({ where: { code }, select: { id: true } })).id]),
  fold: () => foldRevisions(),
};
const done = <Verb extends Action["do"]>(step: Extract<Action, { do: Verb }>): Promise<unknown> => did[step.do as Verb](step);

it("what is stored step by step is what is computed anew, to the letter, whatever the order", { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 9 }), async (steps) => {
      for (const step of steps) await done(step);
      for (const day of askedDays) expect(await boardOn(day)).toEqual(await computedOn(day));
      const incremental = await storedRows();
      expect(incremental).toHaveLength(codes.length * askedDays.length);
      // In place: nothing that was valid differs. Then from nothing.
      expect(await rebuildBoard({ today: askedDays[0] ?? start })).toMatchObject({ differed: 0, answers: codes.length * askedDays.length });
      expect(await storedRows()).toEqual(incremental);
      await emptyStore();
      for (const day of askedDays) await recomputeBoard(day);
      expect(await storedRows()).toEqual(incremental);
    }),
    { numRuns: 12, seed: 20261125, endOnFailure: true },
  );
});
