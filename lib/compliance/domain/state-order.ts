import type { ComplianceState } from "@/lib/codelists/compliance-state";

/** From best to worst. A state that may not be said stands below calm: nothing is better for not being seen. */
const conductOrder: readonly ComplianceState[] = ["C_HOLDING", "NOT_ASSESSED", "C_STRAINED", "C_BREACHED", "C_COLLAPSED", "C_LAPSED", "C_SUPERSEDED_BY_EVENTS", "C_TERMINATED_EARLY"];
const implementationOrder: readonly ComplianceState[] = ["I3_FULL", "I2_INTERMEDIATE", "I1_MINIMAL", "I0_NOT_INITIATED", "NOT_ASSESSED"];

/** Whether `after` is a better answer than `before` for the same duty. Used by the properties that no rule may break. */
export function isBetter(after: ComplianceState, before: ComplianceState): boolean {
  const order = [after, before].some((state) => state.startsWith("I")) ? implementationOrder : conductOrder;
  return order.indexOf(after) < order.indexOf(before);
}
