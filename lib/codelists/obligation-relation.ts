import { type CodeOf, labelOf } from "./code-list";

/** What an incident has to do with an obligation. All but the two entry codes are findings that only a review sets. */
export const obligationRelations = [
  { code: "BREACH", label: "Breach" },
  { code: "POSSIBLE_BREACH", label: "Possible breach" },
  { code: "FULFILMENT", label: "Fulfilment" },
  { code: "PARTIAL_FULFILMENT", label: "Partial fulfilment" },
  { code: "OBSTRUCTION", label: "Obstruction" },
  { code: "AMENDMENT", label: "Amendment" },
  { code: "CONTEXT", label: "Context" },
] as const;

export type ObligationRelation = CodeOf<typeof obligationRelations>;
export const obligationRelationCodes = obligationRelations.map((entry) => entry.code) as [ObligationRelation, ...ObligationRelation[]];
export const obligationRelationLabel = (code: string): string => labelOf(obligationRelations, code);

/** What an entry form may offer. */
export const entryRelations = ["POSSIBLE_BREACH", "CONTEXT"] as const;
