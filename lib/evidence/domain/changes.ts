import type { EvidenceMetadata } from "./item";

export type Described = EvidenceMetadata & { claimKeys: readonly string[] };
export type FieldValue = string | boolean | null | readonly string[];
export type FieldChange = { before: FieldValue; after: FieldValue };

/** What differs between two descriptions, field by field with both values; nothing where they say the same. */
export function changesBetween(before: Described, after: Described): Record<string, FieldChange> {
  const fields = Object.keys(before) as (keyof Described)[];
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
}

const protecting: ReadonlySet<string> = new Set(["sensitivity", "isGraphic"]);

/**
 * Whether a change only protects: a higher mark, or graphic where it was not said before. Such a change is open on a decided
 * record as well, because it takes away from what is shown and adds nothing that no reviewer has seen.
 */
export function isOnlyProtecting(before: Described, after: Described): boolean {
  const fields = Object.keys(changesBetween(before, after));
  return fields.every((field) => protecting.has(field)) && after.sensitivity >= before.sensitivity && (after.isGraphic || !before.isGraphic);
}
