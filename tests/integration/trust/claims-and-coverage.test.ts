import { beforeAll, describe, expect, it } from "vitest";
import type { MilestoneInput } from "@/lib/compliance/schema";
import { recordMilestone } from "@/lib/compliance/service";
import { findObligation, getBoard, type BoardItem } from "@/lib/compliance/queries";
import { isBetter } from "@/lib/compliance/domain/state-order";
import { db } from "@/lib/db/client";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { transaction } from "@/lib/db/transaction";
import { ok } from "@/lib/kernel/result";
import { ensureSystemUsers } from "@/lib/people/service";
import { accepted } from "../../support/board-world";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData, 120_000);

const days = ["2020-12-16", "2022-12-20", "2023-09-21", "2026-11-24"].map(calendarDate);
const boardOn = async (asOf: (typeof days)[number]): Promise<Map<string, BoardItem>> => new Map((await getBoard({ asOf })).items.map((item) => [item.code, item]));
const standing = ({ state, timeliness, overlays }: BoardItem) => ({ state, timeliness, overlays });

describe("trust rule 13: a date that is read two ways shows both outcomes, and an amendment never hides the first date", () => {
  it("Agdam is on time under one wording and late under the other", async () => {
    const view = await findObligation("NK2020-2a", { asOf: calendarDate("2026-11-24") });
    expect(view?.timeliness).toBe("DATE_READING_DISPUTED");
    expect(view?.deadlines.flatMap((deadline) => deadline.readings.map(({ reading, outcome }) => [reading, outcome]))).toEqual([["INCLUSIVE", "ON_TIME"], ["EXCLUSIVE", "LATE"]]);
    expect(view?.dissent.otherReadings.map(({ becomes }) => becomes.timeliness)).toEqual(["ON_TIME", "LATE"]);
  });

  it("Kalbajar keeps 15 November beside 25 November, with the outcome by each, on every day and by what was known then", async () => {
    for (const knownAt of [undefined, new Date("2020-11-20T23:59:59.999Z")]) {
      const view = await findObligation("NK2020-6a", { asOf: calendarDate("2020-11-26"), knownAt });
      expect(view?.deadlines.map(({ dueOn, origin }) => [dueOn, origin])).toEqual([["2020-11-15", "ORIGINAL"], ["2020-11-25", "AMENDMENT"]]);
    }
    const view = await findObligation("NK2020-6a", { asOf: calendarDate("2020-12-02") });
    expect(view).toMatchObject({ timeliness: "LATE_BUT_AMENDED", dissent: { otherReadings: [{ becomes: { timeliness: "LATE" } }] }, sensitivity: { amendments: [{ dueOn: "2020-11-25", becomes: { timeliness: "LATE" } }] } });
    expect(view?.deadlines.map((deadline) => deadline.readings[0]?.outcome)).toEqual(["LATE", "ON_TIME"]);
  });

  it("before the change was made nobody knew of it", async () => {
    const view = await findObligation("NK2020-6a", { asOf: calendarDate("2020-11-14"), knownAt: new Date("2020-11-14T23:59:59.999Z") });
    expect(view?.deadlines.map(({ dueOn }) => dueOn)).toEqual(["2020-11-15"]);
  });
});

describe("trust rule 2: a thousand claims of one side change no state of any duty", () => {
  it("on no day; only the claims waiting rise", async () => {
    const before = await Promise.all(days.map(boardOn));
    await recordClaims(1000, [...(before[0]?.keys() ?? [])]);
    for (const [index, asOf] of days.entries()) {
      const after = await boardOn(asOf);
      for (const [code, item] of before[index] ?? []) {
        const now = after.get(code);
        expect(now && standing(now), `${code} on ${asOf}`).toEqual(standing(item));
        expect(now?.claimsWaiting).toBe(item.claimsWaiting + 1000);
      }
    }
  }, 240_000);
});

describe("trust rule 14: without observers no answer is better", () => {
  it("whichever observer is taken away, and when all are gone nothing is called kept but what was counted anew", async () => {
    const before = await Promise.all(days.map(boardOn));
    for (const observer of ["JOINT_CENTRE", "RU_MOD", "RU"]) {
      await db().coverage.deleteMany({ where: { observer } });
      for (const [index, asOf] of days.entries()) {
        const after = await boardOn(asOf);
        for (const [code, item] of before[index] ?? []) {
          const state = after.get(code)?.state ?? "NOT_ASSESSED";
          expect(isBetter(state, item.state), `${code} on ${asOf} without ${observer}: ${item.state} became ${state}`).toBe(false);
        }
      }
    }
    expect(await db().coverage.count()).toBe(0);
    const states = (await Promise.all(days.map(boardOn))).flatMap((board) => [...board.values()].map(({ state }) => state));
    expect(states).not.toContain("C_HOLDING");
  }, 240_000);
});

/** What an import of one side's word would leave: records at V1 that accuse on every duty, each through the service. */
async function recordClaims(many: number, codes: readonly string[]): Promise<void> {
  const importer = [...accepted(await ensureSystemUsers()).values()].find((actor) => actor.role === "ANALYST");
  if (!importer) throw new Error("no system analyst");
  const obligations = codes.map((code) => ({ code, relation: "POSSIBLE_BREACH" as const, effect: "CLOSED" as const, isAcknowledged: false }));
  const claim = (index: number): MilestoneInput => ({
    key: `CLAIM-${index}`, kind: "event", occurredStart: "2020-11-12", occurredEnd: null, timePrecision: "T4_DAY", occurredAt: null, what: "One side says so.", claimedBy: ["AZ"], confirmedBy: [], deniedBy: [],
    verification: "V1_CLAIM", verificationRule: "M1: one side only.", note: null, confidence: "seed", figures: [], obligations, sourceKeys: [], knownAt: "2020-11-12T12:00:00Z",
  });
  const now = new Date("2026-11-24T12:00:00Z");
  // In batches, as an import commits them.
  for (let from = 0; from < many; from += 100) {
    const recorded = await transaction(async (tx) => {
      for (let index = from; index < from + 100; index++) {
        const result = await recordMilestone(tx, claim(index), { actor: importer, now });
        if (!result.ok) return result;
      }
      return ok(from);
    });
    accepted(recorded);
  }
}
