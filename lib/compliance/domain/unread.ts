import { countsOnBoard, verificationRank } from "@/lib/codelists/verification";
import type { BoardFact } from "./record";

/**
 * What stands on a duty and was not read, since there is very much of it and it could not change an answer: only plain records, which stand
 * against the duty, or beside it, and do nothing more to it.
 */
export type Unread = {
  /** Claims at V0 to V2 that could bear on the duty. */
  readonly waiting: number;
  /** Breaches and obstructions that count, all from before the days that conduct is judged over. */
  readonly against: number;
  /** Possible breaches at V3 or above that nobody has found to be one. */
  readonly open: number;
  /** Everything that counts of the plain records, those that were read included: it differs where any of them does. Worked out for digests only. */
  readonly fingerprint?: string | undefined;
};

const plainRelations: readonly string[] = ["BREACH", "OBSTRUCTION", "POSSIBLE_BREACH", "CONTEXT"];

/** Whether a record is of the sort that comes in masses. Reading asks the same in SQL (inputs/records). */
export const isPlain = ({ id, effect, relation, figures }: BoardFact): boolean => "incident" in id && effect === "NONE" && plainRelations.includes(relation) && figures.length === 0;

/** How many plain records there are of each sort. */
export type PlainCounts = Pick<Unread, "waiting" | "against" | "open">;

/** What is left of all when these records were read. */
export function unreadBeside(all: PlainCounts, read: readonly BoardFact[]): PlainCounts {
  const plain = read.filter(isPlain);
  const counted = plain.filter(({ verification }) => countsOnBoard(verification));
  const isWaiting = ({ relation, verification }: BoardFact): boolean => relation !== "CONTEXT" && verificationRank(verification) >= 0 && !countsOnBoard(verification);
  return {
    waiting: all.waiting - plain.filter(isWaiting).length,
    against: all.against - counted.filter(({ relation }) => relation === "BREACH" || relation === "OBSTRUCTION").length,
    open: all.open - counted.filter(({ relation }) => relation === "POSSIBLE_BREACH").length,
  };
}
