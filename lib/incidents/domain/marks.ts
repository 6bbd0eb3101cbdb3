import { type FieldMark, type Sensitivity, sensitivityRank, stricter } from "@/lib/codelists/sensitivity";
import { type ProtectedField, protectedFieldCodes } from "@/lib/codelists/protected-field";

/** Marks on single fields, beside the mark of the whole record. A field that is not named has none of its own. */
export type FieldMarks = { readonly [field in ProtectedField]?: FieldMark | undefined };

/** What bears marks: a record as it stands, or one of its versions. */
export type Marked = { readonly sensitivity: Sensitivity; readonly protectedFields: FieldMarks };

/** The lowest mark of a record that withholds a field. Counts and observations are withheld by their own mark only: the board is the same for everybody. */
const withheldFrom: Readonly<Record<ProtectedField, FieldMark | null>> = {
  title: "S3_SOURCE_PROTECTED",
  narrative: "S1_INTERNAL",
  time: "S3_SOURCE_PROTECTED",
  place: "S1_INTERNAL",
  quotes: "S1_INTERNAL",
  sources: "S3_SOURCE_PROTECTED",
  casualties: null,
  observations: null,
};

/**
 * The mark that holds for one field: its own or the record's, whichever fewer may read (domain.md, section 2.3). The migration
 * `protection` tells the same to filters, in SQL; a test holds the two together.
 */
export function markOf({ sensitivity, protectedFields }: Marked, field: ProtectedField): Sensitivity {
  const lowest = withheldFrom[field];
  const ofRecord = lowest !== null && sensitivityRank(sensitivity) >= sensitivityRank(lowest) ? sensitivity : "S0_PUBLIC";
  return stricter(ofRecord, protectedFields[field] ?? "S0_PUBLIC");
}

/** The strictest mark on anything of the record: whoever may read that may read all of it. */
export const strictestMark = ({ sensitivity, protectedFields }: Marked): Sensitivity =>
  Object.values(protectedFields).reduce<Sensitivity>((strict, mark) => (mark === undefined ? strict : stricter(strict, mark)), sensitivity);

/** Marks that are as strict as the strictest of all for the record and for each field. */
export function strictestOf(all: readonly Marked[]): Marked {
  const sensitivity = all.reduce<Sensitivity>((strict, marked) => stricter(strict, marked.sensitivity), "S0_PUBLIC");
  const protectedFields = all.reduce<FieldMarks>((marks, marked) => stricterFields(marks, marked.protectedFields), {});
  return { sensitivity, protectedFields };
}

const stricterFields = (a: FieldMarks, b: FieldMarks): FieldMarks =>
  Object.fromEntries(
    protectedFieldCodes.flatMap((field) => {
      const [one, other] = [a[field], b[field]];
      const mark = one === undefined ? other : other === undefined || sensitivityRank(one) >= sensitivityRank(other) ? one : other;
      return mark === undefined ? [] : [[field, mark]];
    }),
  );

/** The fields whose mark is not open by `isOpen`, in the order of the list. */
export const fieldsWithheldBy = (marked: Marked, isOpen: (mark: Sensitivity) => boolean): ProtectedField[] =>
  protectedFieldCodes.filter((field) => !isOpen(markOf(marked, field)));

/** The parts of a record whose lines another record would take over in a merge. */
const carriedByMerge: readonly ProtectedField[] = ["quotes", "sources", "casualties", "observations"];

/** The parts that would be more open on `survivor` than on `merged`: its lines must not move there. */
export const openedByMerge = (survivor: Marked, merged: Marked): ProtectedField[] =>
  carriedByMerge.filter((field) => sensitivityRank(markOf(merged, field)) > sensitivityRank(markOf(survivor, field)));
