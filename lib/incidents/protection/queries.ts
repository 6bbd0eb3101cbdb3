import type { Sensitivity } from "@/lib/codelists/sensitivity";
import type { ReadMarks } from "../policy";
import { keptFieldMarks } from "./schema";

/** The columns that decide which fields of a record are open to whom. */
export const marksSelect = { sensitivity: true, protectedFields: true, teamId: true } as const;

/** Those columns as policy reads them. */
export const keptMarks = ({ sensitivity, protectedFields, teamId }: { sensitivity: string; protectedFields: unknown; teamId: number }): ReadMarks => ({
  sensitivity: sensitivity as Sensitivity, protectedFields: keptFieldMarks(protectedFields), teamId,
});
