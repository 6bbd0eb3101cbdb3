import { CommanderError } from "commander";
import { lineOf, type Refusal, sentenceOf as inWords } from "@/lib/kernel/refusal";
import type { Result } from "@/lib/kernel/result";

/** Exit statuses that scripts can rely on. */
export const exitStatus = { done: 0, refused: 1, wrongUsage: 2 } as const;

/** Carries a refusal to the one place that prints it. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(sentenceOf(refusal));
  }
}

/** The value of a result; a refusal ends the command with status 1. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(result.refusal);
}

/** The value of parsed options; what is wrong with them ends the command with status 2. */
export function usageOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CommanderError(exitStatus.wrongUsage, "truce.usage", sentenceOf(result.refusal));
}

/** A refusal in one line. */
export const sentenceOf = (refusal: Refusal): string => (refusal.kind === "invalid" ? refusal.errors.map(lineOf).join(" ") : inWords(refusal, { unauthenticated: "The account may not act.", "not-found": "There is no such record." }));
