// Milestone by milestone: how well it is known, by which rule, and what it does to each duty that it names.
//
// M1  One side only, or the side that owes the duty about itself: V1.
// M2  The side to which the duty is owed says that it was done, or a side says what is against its own interest: V3.
// M3  Two sides that oppose each other, or a third state or body with no duty of its own here, say the same: V3.
// M4  A court's order or finding: V5.
// M5  General knowledge of the compilers, no page read: V0.
// M6  A date worked out from the text: arithmetic that anyone can repeat, no claim of fact: V3, and context only.
//
// Where an incident of the files is the same event, the milestone is context and the incident carries the finding; where the
// incident is known only later, the milestone carries the finding until then.
// A word that acknowledges is that of a side bound by the statement (Azerbaijan, Armenia, Russia) to which the duty is owed. The
// local side can tell what was done and is bound by nothing in the text, so its word is none.
import type { ObligationEffect } from "@/lib/codelists/obligation-effect";
import type { ObligationRelation } from "@/lib/codelists/obligation-relation";
import type { Verification } from "@/lib/codelists/verification";

export type Duty = {
  relation: ObligationRelation;
  effect: ObligationEffect;
  isAcknowledged: boolean;
  /** Where the record is known less well for this duty than for the others. */
  level?: Verification;
  /** The incident that carries this finding once it is known; from then on the milestone is context. */
  until?: string;
  /** For a duty that the file does not name under this row: why it bears on it. */
  why?: string;
};
export type MilestoneReading = { level: Verification; rule: string; duties: Record<string, Duty> };

const duty = (relation: ObligationRelation, effect: ObligationEffect = "NONE", isAcknowledged = false): Duty => ({ relation, effect, isAcknowledged });
const context = duty("CONTEXT");
const begun = duty("PARTIAL_FULFILMENT", "STARTED");
const part = duty("PARTIAL_FULFILMENT", "PARTLY_DONE");
const done = duty("FULFILMENT", "DONE", true);
/** Told as done by a side that is not bound by the statement: no acknowledgement. */
const doneAsTold = duty("FULFILMENT", "DONE");
const ended = duty("CONTEXT", "ENDED");

const m1 = (why: string, duties: MilestoneReading["duties"]): MilestoneReading => ({ level: "V1_CLAIM", rule: `M1: ${why}`, duties });
const m2 = (why: string, duties: MilestoneReading["duties"]): MilestoneReading => ({ level: "V3_CORROBORATED", rule: `M2: ${why}`, duties });
const m3 = (why: string, duties: MilestoneReading["duties"]): MilestoneReading => ({ level: "V3_CORROBORATED", rule: `M3: ${why}`, duties });
const m4 = (why: string, duties: MilestoneReading["duties"]): MilestoneReading => ({ level: "V5_INVESTIGATED", rule: `M4: ${why}`, duties });
const m5 = (duties: MilestoneReading["duties"]): MilestoneReading => ({ level: "V0_UNASSESSED", rule: "M5: general knowledge of the compilers; no page was read.", duties });
const m6 = (why: string, duties: MilestoneReading["duties"]): MilestoneReading => ({ level: "V3_CORROBORATED", rule: `M6: ${why}`, duties });

const position = "the speaker's own position; that it was said is all that is recorded.";
const received = "Armenia, to which they were handed, says so.";
const bothSides = "both sides say so.";

export const milestoneReadings: Record<string, MilestoneReading> = {
  "MS-001": m3("Russia announced it and both Parties confirmed it.", { "1a": duty("CONTEXT", "STARTED"), "1b": duty("CONTEXT", "STARTED") }),
  "MS-002": m1("Russia about its own force. For 4a it is the process beside the withdrawal, which is read from 3a.", { "3a": duty("CONTEXT", "STARTED"), "4a": context }),
  "MS-003": m3("both signatories of the memorandum say so; Turkey owes no duty here.", { "5a": begun }),
  "MS-004": m1("Russia about its own force.", { "3b": context, "3d": context }),
  "MS-005": m3("the local side says so; Armenia and Russia confirm it, and Russia owes no duty here.", { "8b": begun }),
  "MS-006": m3("Russia escorted the convoy and owes no duty of return. No part of UNHCR is recorded: read as a beginning.", { "7a": begun }),
  "MS-007": m2("Azerbaijan, to which the district was owed, granted the delay.", { "6a": duty("AMENDMENT") }),
  "MS-008": m1("Russia about its own force.", { "3a": context, "6c": context }),
  "MS-009": m3("a Russian Foreign Ministry source; Russia owes no duty of exchange.", { "8b": part }),
  "MS-010": m2("Azerbaijan, to which the district was owed, says that its units entered it.", { "2a": done }),
  "MS-011": m2("Russia's own count of equipment, which is above the sum of two figures in the text: against its own interest; who admits to more than the text allows admits to being there. No Party is on record as objecting. For 3b, M1: its own count of its own people, equal to the limit, proves nothing.", {
    "3a": duty("CONTEXT", "DONE"),
    "3b": { ...context, level: "V1_CLAIM" },
    "3c": context,
    "3d": context,
  }),
  "MS-012": m2("Azerbaijan, to which the district was owed, says that it came under its control.", { "6a": done }),
  "MS-013": m2("Azerbaijan, to which the district was owed, says that its units entered it and that the corridor stays: for 6c that is the word of a side which does not owe it.", { "6b": done, "6c": duty("CONTEXT", "STARTED") }),
  "MS-014": m3("Turkey announced it and Russia confirmed it; Turkey owes no duty here.", { "5a": begun }),
  "MS-015": m3("Russia counted the returns and owes no duty of return. No part of UNHCR is recorded.", {
    "7a": begun,
    "6g": { ...duty("CONTEXT", "STARTED"), why: "Returns counted after 1 December, when Kalbajar and Lachin districts had been handed over: by the statement no road but the corridor was left to them, so people moved along it." },
  }),
  "MS-016": m3("recorded by the Russian Defence Ministry. The event itself is IN-004.", { "1a": context }),
  "MS-017": m3("both sides say so and Russia confirms it.", { "8a": part }),
  "MS-018": m2(received, { "8a": part }),
  "MS-019": m3("all three signatories.", { "9a": begun }),
  "MS-020": m3("Russia gives the total and owes no duty of return.", { "7a": begun }),
  "MS-021": m3("Russia gives the total; a report of UN partners gives a lower count of journeys.", { "7a": begun }),
  "MS-022": m2(received, { "8a": part }),
  "MS-023": m3("Russia and Turkey opened it and Azerbaijan, to which it was owed, confirmed it.", { "5a": done }),
  "MS-024": m5({ "9a": begun }),
  "MS-025": m3(bothSides, { "8a": part }),
  "MS-026": m6("a date in the statement of 11 January 2021; no page read shows what came of it.", { "9a": context }),
  "MS-027": m2(received, { "8a": part }),
  "MS-028": m3("both sides and Georgia, which mediated.", { "8a": part }),
  "MS-029": m3("a report of UN partners.", { "7a": context }),
  "MS-030": m3("Azerbaijan says so and Russia, which mediated, confirms it.", { "8a": part }),
  "MS-031": m1("Azerbaijan only; details were still awaited.", { "7a": context }),
  "MS-032": m2("the local side, which received them, says so; the ICRC later gave a like total.", { "8b": part }),
  "MS-033": m5({ "8a": part }),
  "MS-034": m1("Azerbaijan about its own hand-overs.", { "8a": context }),
  "MS-035": m1("Azerbaijan about its own hand-over; no confirmation in the pages read.", { "8a": part }),
  "MS-036": m1("Azerbaijan about its own hand-over; no confirmation in the pages read.", { "8a": part }),
  "MS-037": m3("Azerbaijan says so and the EU, which mediated, confirms it.", { "8a": part }),
  "MS-038": m3("Armenia, to which they were handed, says so and the United States confirms it.", { "8a": part }),
  "MS-039": m3("the ICRC.", { "8b": part }),
  "MS-040": m5({ "8a": part }),
  "MS-041": m2("Armenia, which owes the withdrawal, says that it is not complete: against its own interest. Azerbaijan says that it is late. Both speak of a withdrawal under way; neither of a part that is done: read as a beginning.", { "4a": begun }),
  "MS-042": m1("Azerbaijan only. No part of UNHCR is recorded.", { "7a": begun }),
  "MS-043": m3("Azerbaijan says so and the local side confirms its section.", { "6e": part }),
  "MS-044": m3("Azerbaijan says so and the local side confirms it.", { "6c": context, "6e": context, "6f": context }),
  "MS-045": m2("the local side, which had to leave the old road for it, says that traffic moved to it with peacekeepers along it. A road in use is read as showing that the plan was settled. The local side is not bound by the statement: no acknowledgement.", { "6e": doneAsTold, "6f": doneAsTold }),
  "MS-046": m3(bothSides, { "8a": part }),
  "MS-047": m3("both sides and the United States, which mediated.", { "8a": part }),
  "MS-048": m3("all three signatories.", { "1a": context }),
  "MS-049": m3("the local side and Armenia say so and the Russian Defence Ministry confirms it. It is the event of IN-038, which carries it from the court's order on.", {
    "6c": { ...duty("OBSTRUCTION", "RESTRICTED"), until: "IN-038" },
    "6g": { ...duty("OBSTRUCTION", "CLOSED"), until: "IN-038" },
  }),
  "MS-050": m4("the court's order. It rests on another treaty, so it is context here.", { "6g": context }),
  "MS-051": m1(position, { "7a": context }),
  "MS-052": m1("Armenia about its own section.", { "6e": part }),
  "MS-053": m3("Azerbaijan says so and the other side confirms it. The event itself is IN-050.", { "6c": context, "6g": context }),
  "MS-054": m1("the two sides differ in public.", { "9b": context, "9c": context }),
  "MS-055": m1("the local side and Armenia only. The event itself is IN-054.", { "6g": context }),
  "MS-056": m4("the court's order. It rests on another treaty, so it is context here.", { "6g": context }),
  "MS-057": m2("Azerbaijan, which owes the guarantee, says that it stopped the vehicles. The event itself is IN-058.", { "6g": context }),
  "MS-058": m1("Azerbaijan only. No part of UNHCR is recorded.", { "7a": begun }),
  "MS-059": m3("both sides say so. The road is not the corridor.", { "6g": context, "9a": context }),
  "MS-060": m3("Azerbaijan announced it; the other side and Russia confirm it. The event itself is IN-065.", { "1a": context, "1b": context }),
  "MS-061": m1("the local side about itself.", { "4a": context }),
  "MS-062": m3("Armenia counted and UNHCR confirms the size.", { "7a": context }),
  "MS-063": m3("a UN mission, on what it was told.", { "7a": context }),
  "MS-064": m3("the Russian Defence Ministry, which controlled the hand-over of others' arms. Whether the local formations belong to the forces of point 4 is what the sides dispute: context, no part of a withdrawal.", { "4a": context }),
  "MS-065": m1(position, { "9a": context, "9c": context }),
  "MS-066": m6("three years from the day the statement took effect.", { "6e": context }),
  "MS-067": m4("the court's order. It rests on another treaty, so it is context here.", { "7a": context }),
  "MS-068": m3(bothSides, { "8a": part }),
  "MS-069": m3("Russia and Azerbaijan say so. The leaving began: from then on the force was kept up in part only; it ends with MS-072.", { "3a": duty("CONTEXT", "RESTRICTED"), "4b": duty("CONTEXT", "RESTRICTED") }),
  "MS-070": m3("Azerbaijan and Turkey say so and Armenian media report it.", { "5a": ended }),
  "MS-071": m5({ "2a": context }),
  "MS-072": m3("Azerbaijan says that all have left; Russia, whose force it was, had confirmed the leaving in MS-069.", {
    "3a": ended,
    "3b": ended,
    "3c": ended,
    "3d": ended,
    "4b": ended,
    "6c": ended,
    "6f": { ...ended, why: "The force that had moved to guard the new route is the one that left." },
  }),
  "MS-073": m1(position, { "7a": context, "8a": context, "9a": context, "9b": context, "6c": context }),
  "MS-074": m6("six months before five years from the day the statement took effect. No notice is recorded in the pages read.", { "4c": context }),
  "MS-075": m1("Azerbaijan only. No part of UNHCR is recorded.", { "7a": begun }),
  "MS-076": m3("both sides and the United States. Another instrument: whether it carries out point 9 is open.", { "9a": begun, "9b": context, "9d": context }),
  "MS-077": m1(position, { "9a": context, "9c": context }),
  "MS-078": m3("the OSCE decided it and both sides confirm it.", { "1a": context }),
  "MS-079": m3("Azerbaijan says so and Armenia confirms it.", { "9a": part }),
  "MS-080": m1(position, { "4b": context, "9a": context }),
  "MS-081": m1(position, { "4c": context }),
  "MS-082": m6("five years from the day the statement took effect.", { "4b": context }),
  "MS-083": m3("the OSCE about its own process.", { "1a": context }),
  "MS-084": m2(received, { "8a": part }),
  "MS-085": m3("Armenia and the United States. Another instrument: whether it carries out point 9 is open.", { "9a": context, "9b": context }),
};
