import { type CodeOf, labelOf } from "./code-list";

/** The parts of a record that can be marked one by one, each with what its mark takes away from those without the right. */
export const protectedFields = [
  { code: "title", label: "Title", holds: "the title" },
  { code: "narrative", label: "Narrative", holds: "the narrative" },
  { code: "time", label: "Time of day", holds: "the time of day" },
  { code: "place", label: "Exact place", holds: "the exact place and its name" },
  { code: "quotes", label: "Quotes", holds: "the quotes and where they stand in their sources" },
  { code: "sources", label: "Sources", holds: "the sources that were read" },
  { code: "casualties", label: "Casualties", holds: "the counts of casualties" },
  { code: "observations", label: "Observations", holds: "the observations" },
] as const;

export type ProtectedField = CodeOf<typeof protectedFields>;
export const protectedFieldCodes = protectedFields.map((entry) => entry.code) as [ProtectedField, ...ProtectedField[]];
export const protectedFieldLabel = (code: string): string => labelOf(protectedFields, code);
