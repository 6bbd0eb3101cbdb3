import { type CodeOf, labelOf } from "./code-list";

/** What happened to a file while it was in our hands. */
export const custodyEvents = [
  { code: "RECEIVED", label: "Received" },
  { code: "HASHED", label: "Hashed" },
  { code: "STORED", label: "Stored" },
  { code: "DERIVED", label: "Copy without metadata made" },
  { code: "NOT_DERIVED", label: "No copy without metadata" },
  { code: "CARRIED", label: "Carried over to a correction" },
  { code: "DESCRIBED", label: "Description changed" },
  { code: "ORIGINAL_OPENED", label: "Original downloaded" },
  { code: "REHASHED_OK", label: "Hashed again: unchanged" },
  { code: "REHASHED_MISMATCH", label: "Hashed again: NOT the same" },
  { code: "MISSING", label: "Not found in the store" },
  { code: "WITHDRAWN", label: "Withdrawn" },
] as const;

export type CustodyEvent = CodeOf<typeof custodyEvents>;
export const custodyEventLabel = (code: string): string => labelOf(custodyEvents, code);
