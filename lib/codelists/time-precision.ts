import { type CodeOf, labelOf } from "./code-list";

/** How exactly the time is known. */
export const timePrecisions = [
  { code: "T1_MINUTE", label: "To the minute" },
  { code: "T2_HOUR", label: "To the hour" },
  { code: "T3_PART_OF_DAY", label: "Part of a day" },
  { code: "T4_DAY", label: "Day" },
  { code: "T5_DAY_RANGE", label: "Range of 2 to 6 days" },
  { code: "T6_WEEK", label: "Week" },
  { code: "T7_MONTH", label: "Month" },
  { code: "T8_YEAR", label: "Year" },
  { code: "T0_UNKNOWN", label: "Not known" },
] as const;

export type TimePrecision = CodeOf<typeof timePrecisions>;
export const timePrecisionCodes = timePrecisions.map((entry) => entry.code) as [TimePrecision, ...TimePrecision[]];
export const timePrecisionLabel = (code: string): string => labelOf(timePrecisions, code);
