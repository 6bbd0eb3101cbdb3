import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Observation, survivalCurve } from "@/lib/agreements/truces/domain/survival";

const events = (...minutes: number[]): Observation[] => minutes.map((at) => ({ minutes: at, isEvent: true }));
const censored = (...minutes: number[]): Observation[] => minutes.map((at) => ({ minutes: at, isEvent: false }));
const survivals = (observations: Observation[]) => survivalCurve(observations).steps.map((step) => [step.minutes, step.atRisk, Number(step.survival.toFixed(4))]);

describe("the product-limit estimate, worked by hand", () => {
  // 5 truces: events at 1, 2 and 4, one followed until 2, one until 5.
  // t=1: 5 at risk, 1 event: 4/5. t=2: 4 at risk, 1 event: 4/5 * 3/4 = 3/5. t=4: 2 at risk, 1 event: 3/5 * 1/2 = 3/10. t=5: 1 at risk, none.
  it("five truces", () => {
    const curve = survivalCurve([...events(1, 2, 4), ...censored(2, 5)]);
    expect(curve.steps).toMatchObject([
      { minutes: 1, atRisk: 5, events: 1, censored: 0 },
      { minutes: 2, atRisk: 4, events: 1, censored: 1 },
      { minutes: 4, atRisk: 2, events: 1, censored: 0 },
      { minutes: 5, atRisk: 1, events: 0, censored: 1 },
    ]);
    expect(survivals([...events(1, 2, 4), ...censored(2, 5)]).map(([, , survival]) => survival)).toEqual([0.8, 0.6, 0.3, 0.3]);
    expect(curve.medianMinutes).toBe(4);
  });

  // The remission times of the 21 patients on 6-MP (Freireich and others, Blood 21, 1963), the textbook case of censored times.
  it("the textbook case", () => {
    const observations = [...events(6, 6, 6, 7, 10, 13, 16, 22, 23), ...censored(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];
    const falling = survivalCurve(observations).steps.filter((step) => step.events > 0);
    expect(falling.map((step) => [step.minutes, step.atRisk, Number(step.survival.toFixed(4))])).toEqual([
      [6, 21, 0.8571], [7, 17, 0.8067], [10, 15, 0.7529], [13, 12, 0.6902], [16, 11, 0.6275], [22, 7, 0.5378], [23, 6, 0.4482],
    ]);
    expect(survivalCurve(observations).medianMinutes).toBe(23);
  });

  it("half is half, and a curve that stays above it has no median", () => {
    expect(survivalCurve(events(1, 2)).medianMinutes).toBe(1);
    expect(survivalCurve([...events(1), ...censored(3, 3, 3)]).medianMinutes).toBeNull();
    expect(survivalCurve(censored(3)).medianMinutes).toBeNull();
    expect(survivalCurve([])).toEqual({ steps: [], medianMinutes: null });
  });

  it("a time that is none is a defect", () => {
    for (const minutes of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => survivalCurve([{ minutes, isEvent: true }])).toThrow(/not a length of time/);
  });
});

describe("for any truces", () => {
  const observations = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 50 }), isEvent: fc.boolean() }), { maxLength: 40 });

  it("the share lies between none and all, and never rises", () => {
    fc.assert(
      fc.property(observations, (all) => {
        let before = 1;
        for (const { survival } of survivalCurve(all).steps) {
          expect(survival >= 0 && survival <= before).toBe(true);
          before = survival;
        }
      }),
    );
  });

  it("a truce that was only followed for a while drops nothing at its time", () => {
    fc.assert(
      fc.property(observations, (all) => {
        const { steps } = survivalCurve(all);
        const fallen = steps.filter((step, index) => step.events === 0 && step.survival !== (steps[index - 1]?.survival ?? 1));
        expect(fallen).toEqual([]);
      }),
    );
  });

  it("without censoring it is the plain share that is left", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 }), (times) => {
        for (const { minutes, survival } of survivalCurve(events(...times)).steps) expect(survival).toBeCloseTo(times.filter((time) => time > minutes).length / times.length, 10);
      }),
    );
  });

  it("every truce is counted once, and the order in which they arrive changes nothing", () => {
    fc.assert(
      fc.property(observations, (all) => {
        const curve = survivalCurve(all);
        expect(curve.steps.reduce((sum, step) => sum + step.events + step.censored, 0)).toBe(all.length);
        expect(survivalCurve(all.toReversed())).toEqual(curve);
      }),
    );
  });
});
