import type { ImportStatus } from "@/lib/codelists/import-status";
import type { ImportFormat } from "../domain/plan";

export const importCommands = ["ask", "refuse", "stage", "present", "choose", "decide", "commit", "finish", "giveBack", "undo", "cancel", "fail"] as const;
export type ImportCommand = (typeof importCommands)[number];

/**
 * The life of an import: which command leads from which state where. The page's buttons, the services' checks, the tests and (for the
 * ends) the database read this one table. `giveBack` is a commit that was refused as a whole: the records on file had changed.
 */
export const importTable: Record<ImportStatus, Partial<Record<ImportCommand, ImportStatus>>> = {
  UPLOADED: { ask: "ASKING", refuse: "REFUSED", stage: "STAGING", choose: "UPLOADED", cancel: "CANCELLED", fail: "FAILED" },
  ASKING: { choose: "UPLOADED", cancel: "CANCELLED" },
  // A process that was killed while it read leaves nothing behind: the next one begins anew.
  STAGING: { stage: "STAGING", present: "READY", ask: "ASKING", refuse: "REFUSED", cancel: "CANCELLED", fail: "FAILED" },
  READY: { choose: "UPLOADED", decide: "READY", commit: "COMMITTING", cancel: "CANCELLED" },
  COMMITTING: { finish: "COMMITTED", giveBack: "READY", cancel: "CANCELLED" },
  COMMITTED: { undo: "UNDONE" },
  UNDONE: {},
  CANCELLED: {},
  REFUSED: { choose: "UPLOADED", cancel: "CANCELLED" },
  FAILED: { choose: "UPLOADED", cancel: "CANCELLED" },
};

/** The state that `command` leads to from `status`, or undefined where the table has no such step. */
export const nextStatus = (status: ImportStatus, command: ImportCommand): ImportStatus | undefined => importTable[status][command];

/** States in which a job works on the import, so that a page looks again by itself. */
export const isUnderWay = (status: ImportStatus): boolean => status === "UPLOADED" || status === "STAGING" || status === "COMMITTING";

/** States that no step leads out of but, for a committed import, its undoing. */
export const isEnded = (status: ImportStatus): boolean => Object.keys(importTable[status]).length === 0 || status === "COMMITTED";

/** An import in a list of them. */
export type ImportLine = {
  id: number;
  status: ImportStatus;
  fileName: string;
  format: ImportFormat | null;
  source: string | null;
  dryRun: boolean;
  author: string;
  createdAt: string;
  read: number;
  written: number;
  leftOut: number;
};
