import type { CustodyEntry, EvidenceView } from "@/lib/evidence/domain/item";

/** What the reader may do with an item of evidence. */
export type EvidenceCommand = "describe" | "protect" | "withdraw" | "findMismatch" | "undoMismatch";
export type EvidenceEntry = EvidenceView & { readonly custody: readonly CustodyEntry[]; readonly allowed: readonly EvidenceCommand[] };
export type ClaimChoice = { readonly position: number; readonly label: string };

/** How an item is called where its file's name is not shown. */
export const evidenceName = (item: Pick<EvidenceView, "id" | "originalName">): string => item.originalName ?? `Evidence ${item.id}`;

export const copyAddress = (id: number, size?: "small"): string => `/api/v1/evidence/${id}${size === undefined ? "" : `?size=${size}`}`;
export const originalAddress = (id: number): string => `/api/v1/evidence/${id}/original`;
