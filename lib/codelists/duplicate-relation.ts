import { type CodeOf, labelOf } from "./code-list";

/** What two records have to do with each other, as a person decided it. */
export const duplicateRelations = [
  { code: "SAME_EVENT", label: "The same event" },
  { code: "SAME_EVENT_DIFFERENT_COUNT", label: "The same event, counted differently" },
  { code: "PART_OF", label: "Part of the other" },
  { code: "FOLLOWS", label: "Follows from the other" },
  { code: "RELATED", label: "Related" },
  { code: "NOT_DUPLICATE", label: "Not a duplicate" },
] as const;

export type DuplicateRelation = CodeOf<typeof duplicateRelations>;
export const duplicateRelationCodes = duplicateRelations.map((entry) => entry.code) as [DuplicateRelation, ...DuplicateRelation[]];
export const duplicateRelationLabel = (code: string): string => labelOf(duplicateRelations, code);

/** Relations that read differently from the other side. */
export const directedRelations: readonly DuplicateRelation[] = ["PART_OF", "FOLLOWS"];
