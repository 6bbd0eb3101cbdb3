import { z } from "zod";
import { type ProtectedField, protectedFieldCodes } from "@/lib/codelists/protected-field";
import { type FieldMark, fieldMarkCodes } from "@/lib/codelists/sensitivity";
import type { FieldMarks } from "../domain/marks";

type Given = { [field in ProtectedField]?: FieldMark | undefined };

/** A form sends its empty choices too, and a program may say that a field is as open as its record: both are no mark. */
const mark = z
  .preprocess((value) => (value === "" || value === null || value === "S0_PUBLIC" ? undefined : value), z.enum(fieldMarkCodes, {
    error: (issue) => `${JSON.stringify(issue.input)} is not one of ${fieldMarkCodes.join(", ")}.`,
  }).optional())
  .optional();

const named = <T extends z.ZodType>(field: T): Record<ProtectedField, T> => Object.fromEntries(protectedFieldCodes.map((code) => [code, field])) as Record<ProtectedField, T>;

/** Marks without those that say nothing, in the order of the list: equal marks are equal values. */
const told = (marks: Given): Given => Object.fromEntries(protectedFieldCodes.flatMap((field) => (marks[field] === undefined ? [] : [[field, marks[field]]])));

/** Marks on single fields as they are given. A field that can't be marked is refused by name: a slip of the pen must not leave a field open. */
export const fieldMarks = z
  .strictObject(named(mark), {
    error: (issue) => (issue.code === "unrecognized_keys" ? `${issue.keys.join(", ")} can't be marked; there are ${protectedFieldCodes.join(", ")}.` : undefined),
  })
  .overwrite(told);

/** Marks as the API answers them. */
export const fieldMarksView: z.ZodType<FieldMarks> = z.object(named(z.enum(fieldMarkCodes).optional())).meta({ description: "Fields that bear a mark of their own." });

/** Marks as the database keeps them; its checks hold that they are such. */
export const keptFieldMarks = (json: unknown): FieldMarks => (isNone(json) ? {} : fieldMarks.parse(json));

/** Most records bear none, and lists read many. */
const isNone = (json: unknown): boolean => typeof json === "object" && json !== null && Object.keys(json).length === 0;
