import { type CodeOf, labelOf } from "./code-list";

/** Whether a dated duty was, or can still be, met in time. */
export const timelinesses = [
  { code: "ON_TIME", label: "On time" },
  { code: "LATE", label: "Late" },
  { code: "LATE_BUT_AMENDED", label: "After the original date, within the amended one" },
  { code: "NOT_DUE", label: "Not due yet" },
  { code: "OVERDUE", label: "Overdue" },
  { code: "DATE_READING_DISPUTED", label: "On time under one reading, late under another" },
] as const;

export type Timeliness = CodeOf<typeof timelinesses>;
export const timelinessCodes = timelinesses.map((entry) => entry.code) as [Timeliness, ...Timeliness[]];
export const timelinessLabel = (code: string): string => labelOf(timelinesses, code);
