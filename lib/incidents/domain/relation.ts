import { entryRelations, type ObligationRelation } from "@/lib/codelists/obligation-relation";

export type EntryRelation = (typeof entryRelations)[number];

/** Whether a relation is a finding, which only a review sets. */
export const isFinding = (relation: ObligationRelation): boolean => !(entryRelations as readonly string[]).includes(relation);

/** What an entry may say where a finding stood: the finding falls away with the review that made it. */
export const entryRelationOf = (relation: ObligationRelation): EntryRelation =>
  relation === "BREACH" || relation === "OBSTRUCTION" || relation === "POSSIBLE_BREACH" ? "POSSIBLE_BREACH" : "CONTEXT";
