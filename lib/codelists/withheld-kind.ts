import { type CodeOf, labelOf } from "./code-list";

/** What a report leaves out of a record, or that it leaves out the record. */
export const withheldKinds = [
  { code: "RECORD", label: "Whole record" },
  { code: "TITLE", label: "Title" },
  { code: "NARRATIVE", label: "Narrative" },
  { code: "TIME", label: "Time of day" },
  { code: "PLACE", label: "Exact place" },
  { code: "WORDS", label: "Words of a claim and where they stand" },
  { code: "COUNTS", label: "Counts" },
  { code: "SOURCES", label: "Sources" },
  { code: "EVIDENCE", label: "Evidence" },
  { code: "OTHER", label: "Another field" },
] as const;

export type WithheldKind = CodeOf<typeof withheldKinds>;
export const withheldKindCodes = withheldKinds.map((entry) => entry.code) as [WithheldKind, ...WithheldKind[]];
export const withheldKindLabel = (code: string): string => labelOf(withheldKinds, code);
