import { type CodeOf, labelOf } from "./code-list";

/** How one instrument stands to an earlier one. */
export const instrumentRelations = [
  { code: "IMPLEMENTS", label: "Implements", inverse: "Implemented by" },
  { code: "FOLLOWS", label: "Follows", inverse: "Followed by" },
  { code: "SUPERSEDES", label: "Supersedes", inverse: "Superseded by" },
  { code: "RESTATES", label: "Restates", inverse: "Restated by" },
] as const;

export type InstrumentRelation = CodeOf<typeof instrumentRelations>;
export const instrumentRelationCodes = instrumentRelations.map((entry) => entry.code) as [InstrumentRelation, ...InstrumentRelation[]];
export const instrumentRelationLabel = (code: string): string => labelOf(instrumentRelations, code);
export const instrumentInverseLabel = (code: string): string => instrumentRelations.find((entry) => entry.code === code)?.inverse ?? code;
