import type { IncidentFormValues } from "./form-values";

/** What was typed and not sent, kept on this device. */
export type Draft = { savedAt: string; baseVersion: number | null; isSubmitted: boolean; values: IncidentFormValues };

/** Drafts are kept per person and record, so that two people at one machine do not see each other's. */
export const draftKey = (userId: number, incidentId: number | undefined): string => `truce-ledger:incident-draft:${userId}:${incidentId ?? "new"}`;
export const draftKeyPrefix = (userId: number): string => `truce-ledger:incident-draft:${userId}:`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Reads a stored draft; anything that is not one is treated as none. */
export function parseDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || typeof value["savedAt"] !== "string" || !isRecord(value["values"])) return undefined;
    const baseVersion = typeof value["baseVersion"] === "number" ? value["baseVersion"] : null;
    return { savedAt: value["savedAt"], baseVersion, isSubmitted: value["isSubmitted"] === true, values: value["values"] };
  } catch {
    return undefined;
  }
}

/** Entries that belong to the record and not to the machinery of forms. */
export function ownEntries(formData: FormData): FormData {
  const own = new FormData();
  for (const [name, value] of formData.entries()) {
    if (typeof value === "string" && !name.startsWith("$ACTION") && !name.startsWith("__") && !machinery.has(name)) own.append(name, value);
  }
  return own;
}

const machinery: ReadonlySet<string> = new Set(["id", "expectedVersion", "intent"]);
