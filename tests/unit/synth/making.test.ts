import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvalsNeeded } from "@/lib/incidents/domain/approvals";
import { entryInputOf, incidentInput } from "@/lib/incidents/schema";
import { copyLine } from "@/lib/synth/domain/copy-text";
import { randomOf } from "@/lib/synth/domain/random";
import { madeRecord } from "@/lib/synth/domain/record";
import { versionsOf } from "@/lib/synth/domain/rows";
import type { SynthWorld } from "@/lib/synth/domain/world";
import { whyNotFill } from "@/lib/synth/policy";

const world: SynthWorld = {
  authors: [{ id: 1, teamId: 1 }, { id: 2, teamId: 2 }, { id: 11, teamId: 2 }],
  reviewers: [11, 12, 13],
  sides: [{ code: "AZ", name: "Azerbaijan", side: "AZ", rootGroup: "AZ", kind: "PARTY" }, { code: "AM", name: "Armenia", side: "AM", rootGroup: "AM", kind: "PARTY" }],
  voices: [{ code: "ICJ", name: "Court", side: null, rootGroup: "ICJ", kind: "COURT" }],
  duties: [{ id: 1, code: "T-1a", beneficiarySides: ["AZ"], boundSides: ["AM"] }, { id: 2, code: "T-1b", beneficiarySides: [], boundSides: [] }],
  units: ["AZE-1739"],
  places: [{ id: 1, label: "Farrukh / Parukh", forms: ["Parukh", "Փառուխ"], unit: "AZE-1739", lat: 40.06, lon: 46.73 }],
  sources: { first: 1, last: 9 },
};
const numbers = fc.nat(2_000_000);
const made = (number: number, seed = 1) => madeRecord(world, { seed, number, id: number + 1 });

describe("a made-up record", () => {
  it("is one that an entry form would take", () =>
    fc.assert(fc.property(numbers, (number) => {
      const parsed = incidentInput.safeParse(entryInputOf(made(number).view));
      expect(parsed.error?.issues ?? []).toEqual([]);
    })));

  it("was approved by as many others as the rules ask for, never by its author", () =>
    fc.assert(fc.property(numbers, (number) => {
      const { view, reviews, authorId } = made(number);
      expect(reviews.map((review) => review.reviewerId)).not.toContain(authorId);
      const approvals = new Set(reviews.filter(({ decision }) => decision === "APPROVE").map((review) => review.reviewerId)).size;
      const isApproved = ["APPROVED", "PUBLISHED", "RETRACTED"].includes(view.workflow);
      expect(approvals).toBe(isApproved ? approvalsNeeded({ ledger: view.claims, casualties: view.casualties }, view.verification) : 0);
      expect(isApproved || view.verification === "V0_UNASSESSED").toBe(true);
    })));

  it("keeps its first version, and the one that it has come to", () =>
    fc.assert(fc.property(numbers, (number) => {
      const record = made(number);
      expect(versionsOf(record).map(({ version, to }) => [version, to])).toEqual(record.view.workflow === "DRAFT" ? [[1, "DRAFT"]] : [[1, "DRAFT"], [2, record.view.workflow]]);
    })));

  it("is the same for the same seed and another for another", () => {
    expect(made(5)).toEqual(made(5));
    expect(made(5).view.narrative + made(6).view.narrative).not.toBe(made(5, 2).view.narrative + made(6, 2).view.narrative);
  });

  it("comes in every state, mark and precision once there are some thousands", () => {
    const records = Array.from({ length: 3000 }, (_, number) => made(number).view);
    expect(new Set(records.map((record) => record.workflow)).size).toBe(9);
    expect(new Set(records.map((record) => record.sensitivity)).size).toBe(4);
    expect(new Set(records.map((record) => record.occurred.start.slice(0, 4)))).toEqual(new Set(["2020", "2021", "2022", "2023", "2024", "2025", "2026"]));
    expect(records.some((record) => record.place.lat === null) && records.some((record) => record.place.name === "Փառուխ")).toBe(true);
  });
});

describe("numbers that look random", () => {
  it("stay below their limit and are spread over it", () => {
    const random = randomOf(1, 1);
    const drawn = Array.from({ length: 10_000 }, () => random.below(10));
    for (let figure = 0; figure < 10; figure++) expect(drawn.filter((number) => number === figure).length).toBeGreaterThan(800);
    expect(new Set(drawn).size).toBe(10);
  });

  it("weigh their choices", () => {
    const random = randomOf(2, 1);
    const drawn = Array.from({ length: 10_000 }, () => random.weighted([["often", 9], ["seldom", 1]] as const));
    expect(drawn.filter((word) => word === "seldom").length).toBeGreaterThan(800);
    expect(drawn.filter((word) => word === "seldom").length).toBeLessThan(1200);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

describe("COPY text", () => {
  it("marks what would end a cell or a line", () => expect(copyLine(["a\tb\nc\rd\\e", null, 1, true])).toBe("a\\tb\\nc\\rd\\\\e\t\\N\t1\ttrue\n"));
});

describe("load data", () => {
  it("goes beside people's own records only in a demonstration or by force", () => {
    const asked = (isDemo: boolean, ownRecords: number, isForced: boolean) => whyNotFill({ isDemo, ownRecords, isForced }) === undefined;
    expect([asked(false, 0, false), asked(true, 5, false), asked(false, 5, true), asked(false, 5, false)]).toEqual([true, true, true, false]);
  });
});
