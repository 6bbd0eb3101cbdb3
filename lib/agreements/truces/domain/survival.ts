/** One truce under observation: after how many minutes its event came, or for how long it was followed without one. */
export type Observation = { readonly minutes: number; readonly isEvent: boolean };

/** The curve from this time on, and what happened at it. */
export type SurvivalStep = { readonly minutes: number; readonly atRisk: number; readonly events: number; readonly censored: number; readonly survival: number };

export type SurvivalCurve = {
  readonly steps: readonly SurvivalStep[];
  /** The first time at which half or fewer are left without the event; null where the curve does not fall that far. */
  readonly medianMinutes: number | null;
};

/**
 * The share of truces still without the event, by the product-limit estimate (E. L. Kaplan and P. Meier, "Nonparametric
 * Estimation from Incomplete Observations", JASA 53, 1958): at each time the share is multiplied by 1 - events / at risk.
 * A truce that was followed for a while without the event leaves the number at risk after its last day and lowers nothing;
 * at a shared time it still counts as at risk. Times are minutes since the truce took force; a time below zero or without
 * end is a defect of the caller.
 */
export function survivalCurve(observations: readonly Observation[]): SurvivalCurve {
  for (const { minutes } of observations) if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`not a length of time: ${minutes}`);
  const times = [...new Set(observations.map((observation) => observation.minutes))].sort((a, b) => a - b);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  for (const minutes of times) {
    const atRisk = observations.filter((observation) => observation.minutes >= minutes).length;
    const here = observations.filter((observation) => observation.minutes === minutes);
    const events = here.filter((observation) => observation.isEvent).length;
    survival *= (atRisk - events) / atRisk;
    steps.push({ minutes, atRisk, events, censored: here.length - events, survival });
  }
  // Half within a rounding error of the products is half.
  return { steps, medianMinutes: steps.find((step) => step.survival <= 0.5 + 1e-12)?.minutes ?? null };
}
