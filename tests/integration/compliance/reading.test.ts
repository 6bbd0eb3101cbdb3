// Of a duty with very many plain records only those are read that can matter. The oracle reads all of them.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { digestsOf } from "@/lib/compliance/decisions/queries";
import { assessAll, type BoardSubject } from "@/lib/compliance/domain/board";
import { namedAtMost } from "@/lib/compliance/domain/naming";
import type { BoardFact } from "@/lib/compliance/domain/record";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import { stripOf } from "@/lib/compliance/domain/strip";
import { isPlain } from "@/lib/compliance/domain/unread";
import { type InputsAsked, listBoardSubjects } from "@/lib/compliance/inputs/queries";
import { db } from "@/lib/db/client";
import { addDays, calendarDate } from "@/lib/kernel/calendar-date";
import { aWorld } from "../../support/board-world";
import { plantBoardRecords } from "../../support/many-board-records";

const first = calendarDate("2020-11-10");
const { windowDays } = firstRuleSet.settings;
const codes = ["TT-1a", "TT-1b", "TT-1c"];

beforeAll(async () => {
  const { analyst } = await aWorld();
  await db().$executeRaw`UPDATE obligation SET terms = '{"ruleVersion": "test", "isChangeLasting": true}' WHERE code = 'TT-1a'`;
  await plantBoardRecords(analyst, { count: 900 });
}, 60_000);

const moments = fc.record({ asOf: fc.integer({ min: 0, max: 700 }).map((days) => addDays(first, days)), knownAt: fc.option(fc.integer({ min: 0, max: 700 }).map((days) => new Date(`${addDays(first, days)}T12:00:00Z`)), { nil: undefined }) });
const read = (asked: Omit<InputsAsked, "windowDays">, wholeUpTo: number) => listBoardSubjects("AGR-T1", { ...asked, windowDays, wholeUpTo });
const both = (asked: Omit<InputsAsked, "windowDays">) => Promise.all([read(asked, 1e9), read(asked, 0)]);

const subjectOf = (subjects: readonly BoardSubject[], code: string): BoardSubject => {
  const subject = subjects.find(({ input }) => input.code === code);
  if (!subject) throw new Error(`${code} is not among the duties`);
  return subject;
};
/** Refuted and unverifiable plain records, and plain context, are in no number. */
const mayCount = (fact: BoardFact): boolean => !isPlain(fact) || (fact.relation !== "CONTEXT" && !["VX", "VU"].includes(fact.verification.slice(0, 2)));

describe("what is read of very many records", () => {
  it("gives every answer that all of them give, on any day and by any knowledge", async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const [whole, reduced] = (await both(moment)).map((subjects) => [...assessAll(subjects, { asOf: moment.asOf, settings: firstRuleSet.settings })].map(([code, { state, timeliness, overlays, claimsWaiting, nextDate }]) => ({ code, state, timeliness, overlays, claimsWaiting, nextDate })));
        expect(reduced).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("gives every month that all of them give", async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const [whole, reduced] = (await both({ ...moment, monthly: "ALL" })).map((subjects) => subjects.map((subject) => stripOf(subject, subjects, { asOf: moment.asOf, settings: firstRuleSet.settings })));
        expect(reduced).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it("is much less than all, and says how much was left", async () => {
    const [whole, reduced] = await both({ asOf: addDays(first, 600) });
    for (const code of codes) {
      const [all, some] = [subjectOf(whole, code), subjectOf(reduced, code)];
      const { waiting, against, open } = some.unread ?? { waiting: 0, against: 0, open: 0 };
      expect(some.records.length).toBeLessThan(all.records.length / 2);
      expect(some.records.filter(mayCount).length + waiting + against + open).toBe(all.records.filter(mayCount).length);
      expect(all.unread).toBeUndefined();
    }
  });

  it("names so many records of a rule at most, and says how many more there are", async () => {
    const asOf = addDays(first, 600);
    const [whole, reduced] = (await both({ asOf })).map((subjects) => assessAll(subjects, { asOf, settings: firstRuleSet.settings }).get("TT-1b")?.because.filter(({ rule }) => rule === "IM6") ?? []);
    for (const reasons of [whole, reduced]) {
      expect(reasons?.filter(({ recordId }) => recordId !== undefined)).toHaveLength(namedAtMost);
      expect(reasons?.at(-1)?.more).toBeGreaterThan(20);
    }
    expect(reduced?.at(-1)?.more).toBe(whole?.at(-1)?.more);
  });
});

describe("the digest of what is read", () => {
  const digest = async (asked: Partial<InputsAsked>, wholeUpTo: number): Promise<string> => {
    const asOf = addDays(first, 600);
    return digestsOf(await read({ asOf, digestsOf: codes, ...asked }, wholeUpTo), { asOf, rules: firstRuleSet })("TT-1b");
  };

  it("is the same however much is read of the same records, and another one where any of them is", async () => {
    const before = await digest({}, 0);
    expect(await digest({ monthly: "ALL" }, 0)).toBe(before);
    // One that is old, plain, and not read.
    await db().$executeRaw`
      UPDATE board_record SET superseded_at = now() + interval '1 day' WHERE id = (
        SELECT b.id FROM board_record b JOIN obligation o ON o.id = b.obligation_id WHERE o.code = 'TT-1b' AND b.superseded_at IS NULL AND b.effect = 'NONE' AND b.relation = 'BREACH'
           AND b.verification = 'V3_CORROBORATED' AND b.figures = '[]' ORDER BY b.occurred_start LIMIT 1)`;
    expect(await digest({}, 0)).not.toBe(before);
  });

  it("is not made of records that were read without it", async () => {
    const asOf = addDays(first, 600);
    const subjects = await read({ asOf }, 0);
    expect(() => digestsOf(subjects, { asOf, rules: firstRuleSet })("TT-1b")).toThrow("fingerprint");
  });
});
