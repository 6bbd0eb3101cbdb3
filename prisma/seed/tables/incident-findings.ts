// Verification level and findings, record by record where a rule can't say it.
//
// R1  One side only, or sides that disagree on what happened: V1.
// R2  The two sides agree on what, where and when, or the accused side says it itself: V3.
// R3  A record by a body outside the two sides: V3.
// R4  Such a record and the accused side's own word agree: V4.
// R5  A published finding of a court or a mandated body: V5.
// A level is never above the ceiling that the claims give. A breach is found only on R3 to R5; where the sides agree that
// something happened and differ on who began it or whether it was lawful (R2), it stays a possible breach.
import type { ObligationEffect } from "@/lib/codelists/obligation-effect";
import type { ObligationRelation } from "@/lib/codelists/obligation-relation";

/** Sides that agree on the core although their claims differ on the reason: R2. */
export const coreAgreed: readonly string[] = ["IN-006", "IN-011", "IN-026", "IN-052", "IN-057"];

/** A record of the event and the accused side's own word agree: R4. */
export const admittedAndRecorded: readonly string[] = ["IN-065", "IN-066"];

export type FindingRow = { relation: ObligationRelation; effect?: ObligationEffect; why: string };
type Findings = Record<string, FindingRow>;

const open = (why: string, effect: ObligationEffect = "NONE"): FindingRow => ({ relation: "POSSIBLE_BREACH", effect, why });
const breach = (why: string): FindingRow => ({ relation: "BREACH", why });
const noPosition = open("The record speaks of fire or force, not of where positions lay.");

/** Findings for each duty that a record names; what isn't here follows the rule above. Keys are the ends of codes. */
export const findingsOf: Record<string, Findings> = {
  "IN-004": { "1a": breach("The Russian Defence Ministry recorded a violation."), "1b": noPosition },
  "IN-005": { "1a": breach("Peacekeepers told both sides that violations are inadmissible; both sides describe fighting."), "1b": open("No map is attached to the statement: whether the two villages lay ahead of the positions of 10 November is disputed.") },
  "IN-018": { "1a": breach("The Russian Defence Ministry recorded the strikes and named a side.") },
  "IN-020": { "1a": breach("The Russian Defence Ministry recorded the death and the fire.") },
  "IN-031": { "1a": breach("The Russian Defence Ministry recorded drone strikes."), "1b": breach("The Russian Defence Ministry recorded entry to its area and an observation post, against the statement.") },
  "IN-032": { "1b": open("The Russian Defence Ministry said that it took measures, not that the line was crossed.") },
  "IN-033": { "1a": breach("The Russian Defence Ministry recorded the violation and named a side."), "1b": open("Attempts to cross are alleged by one side; the bulletin speaks of fire.") },
  "IN-034": { "1a": breach("The Russian Defence Ministry recorded four violations in a day."), "1b": open("Azerbaijan said that it took heights; the Russian Defence Ministry said that the line did not change.") },
  "IN-037": { "6g": open("One side alleges a closure of about three hours, ended the same day.", "RESTRICTED"), "6c": open("One side alleges it.", "NONE") },
  "IN-038": {
    "6g": { relation: "OBSTRUCTION", effect: "CLOSED", why: "The court found the connection disrupted from 12 December 2022. Whether the statement was broken was not before it." },
    "6c": { relation: "OBSTRUCTION", effect: "RESTRICTED", why: "Regular traffic on the corridor stopped; the peacekeepers stayed." },
  },
  "IN-042": { "1a": breach("The Russian Defence Ministry recorded the fire."), "1b": noPosition },
  "IN-043": { "1a": breach("Peacekeepers confirmed violations in the area.") },
  "IN-045": { "1b": breach("The Russian Defence Ministry recorded the move, called it contrary to the statement and asked for withdrawal.") },
  "IN-048": { "1a": breach("The Russian Defence Ministry recorded two violations; it named no side.") },
  "IN-050": {
    "6c": { relation: "OBSTRUCTION", effect: "RESTRICTED", why: "All say that the checkpoint stands: passage became conditional on another authority. Whether that breaks point 6 is disputed and is not found here." },
    "6g": { relation: "OBSTRUCTION", effect: "RESTRICTED", why: "All say that the checkpoint stands: movement became conditional. Whether that breaks the guarantee is disputed and is not found here." },
  },
  "IN-053": { "1a": open("Each side says that it was fired on; no record of others.") },
  "IN-054": { "6g": open("One side alleges it.", "CLOSED") },
  "IN-057": { "1a": open("Both say that fire took place and differ on who began; no record of others.") },
  "IN-058": { "6g": { relation: "OBSTRUCTION", effect: "RESTRICTED", why: "Azerbaijan itself says that it stopped the crossings; whether lawfully is disputed and is not found here." } },
  "IN-059": { "6g": open("One side alleges it.", "RESTRICTED") },
  "IN-060": { "6g": open("The detention is agreed; whether it was lawful is disputed.") },
  "IN-061": { "6g": open("The detention is agreed; whether it was lawful is disputed.") },
  "IN-063": { "1a": breach("The Russian Defence Ministry recorded two violations; it named no side.") },
  "IN-065": { "1a": breach("Azerbaijan announced the operation; the other side and Russia speak of the same fighting."), "1b": breach("Azerbaijan announced the operation, with ground moves along the contact line.") },
  "IN-066": { "1a": breach("Deaths recorded by the Russian Defence Ministry and acknowledged by Azerbaijan."), "3a": { relation: "OBSTRUCTION", why: "Members of the force that the duty is about were killed." } },
  "IN-067": { "1a": breach("The Russian Defence Ministry recorded five violations; it named no side.") },
  "IN-006": { "1a": open("The capture is agreed; whether it broke the truce is disputed.") },
  "IN-026": { "1a": open("The death is agreed; how it came about is disputed.") },
};

/** Duties that a record names without accusing anybody of breaking them. */
export const contextOf: Record<string, readonly string[]> = {
  "IN-001": ["8b"],
  "IN-006": ["8a"],
  "IN-024": ["6g"],
  "IN-030": ["6g"],
  "IN-031": ["3a"],
  "IN-035": ["6g"],
  "IN-039": ["6g"],
  "IN-040": ["6g"],
  "IN-041": ["6g"],
  "IN-053": ["6c"],
  "IN-064": ["4a"],
  "IN-065": ["3a"],
};
