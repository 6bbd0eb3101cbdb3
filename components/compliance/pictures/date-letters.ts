import type { StripMark, StripMarkKind } from "@/lib/compliance/domain/strip-marks";

/** The letter of each sort of date, the same in every picture. */
export const letterOf: Record<StripMarkKind, string> = { DUE: "D", REPORTED: "R", MOVED: "M", NOTICE: "N", TERM_END: "T", ENDED: "E" };

export const letterMeaning: Record<StripMarkKind, string> = {
  DUE: "due",
  REPORTED: "reported or set by a later text; decides nothing",
  MOVED: "date moved",
  NOTICE: "last day for notice",
  TERM_END: "end of a period",
  ENDED: "ended",
};

/** The letters of some dates, each once. */
export const lettersOf = (marks: readonly Pick<StripMark, "kind">[]): string[] => [...new Set(marks.map((mark) => letterOf[mark.kind]))];
