import { verificationRank } from "@/lib/codelists/verification";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Account, Voice } from "./truce";

/** A published record on a duty to cease fire, with who speaks in it. */
export type BreachRecord = {
  readonly reference: string;
  readonly href: string | null;
  readonly label: string;
  readonly relation: string;
  readonly verification: string;
  readonly occurredStart: CalendarDate;
  readonly occurredEnd: CalendarDate | null;
  readonly precision: string;
  readonly allegedBy: readonly Voice[];
  readonly deniedBy: readonly Voice[];
  readonly confidence: string | null;
  readonly sources: Account["sources"];
};

const dayOrFiner: readonly string[] = ["T1_MINUTE", "T2_HOUR", "T3_PART_OF_DAY", "T4_DAY"];
const isBreachOrClaim = ({ relation, verification }: BreachRecord): boolean => (relation === "BREACH" || relation === "POSSIBLE_BREACH") && verificationRank(verification) >= 0;

/**
 * What the records of a duty to cease fire say of a truce: each that reports a breach is an account of one, by whoever alleges
 * or finds it; each that was found to be a breach at V4 or above is a verified one too. Refuted records say nothing. A day that
 * is not exactly known counts as the last that it can be.
 */
export function accountsOf(records: readonly BreachRecord[], startOn: CalendarDate): Account[] {
  return records
    .filter((record) => isBreachOrClaim(record) && record.occurredStart >= startOn)
    .flatMap((record) => {
      const kinds: Account["kind"][] = [...(record.allegedBy.length > 0 ? (["FIRST_REPORTED"] as const) : []), ...(record.relation === "BREACH" && verificationRank(record.verification) >= 4 ? (["FIRST_VERIFIED"] as const) : [])];
      return kinds.map((kind) => accountOf(record, kind));
    });
}

function accountOf({ reference, href, label, verification, occurredStart, occurredEnd, precision, allegedBy, deniedBy, confidence, sources }: BreachRecord, kind: Account["kind"]): Account {
  return {
    kind, precision, allegedBy, deniedBy, confidence, sources,
    occurredOn: dayOrFiner.includes(precision) ? occurredStart : (occurredEnd ?? occurredStart),
    occurredAt: null, earliestAt: null, latestAt: null, note: null,
    record: { reference, href, label, verification },
  };
}
