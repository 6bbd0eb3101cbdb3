import type { ImportEffect } from "@/lib/codelists/import-effect";
import type { RowReason, RowResult } from "../domain/row";

/** A row of the preview. */
export type RowView = {
  record: number;
  result: RowResult;
  effect: ImportEffect;
  offer: "CREATE" | "UPDATE" | null;
  decision: "ACCEPT" | "LEAVE_OUT" | null;
  isMended: boolean;
  reasons: RowReason[];
  cells: Record<string, string>;
  externalId: string | null;
  /** What the record would say, in short; null where no record can be made of it, or is on file already. */
  preview: { type: string; title: string; start: string; place: string | null } | null;
  targetId: number | null;
  changed: string[];
  likeId: number | null;
};

/** A word of the file that nothing on file bears, with how many records wait for it. */
export type UnknownValue = { code: string; header: string; value: string; count: number };

/** A record that a batch wrote. */
export type WrittenRecord = { record: number; incidentId: number; effect: string };
