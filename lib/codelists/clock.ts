import type { CodeOf } from "./code-list";

/** The two clocks of a board: when something was so, and when it was published. */
export const clocks = [
  { code: "world", label: "Days of the world" },
  { code: "knowledge", label: "Days of what was published" },
] as const;

export type Clock = CodeOf<typeof clocks>;
export const clockCodes = clocks.map((entry) => entry.code) as [Clock, ...Clock[]];
