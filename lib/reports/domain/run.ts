import type { ReportState } from "@/lib/codelists/report-state";

export type RunStep = "begin" | "finish" | "fail";

/**
 * The life of a report. A job may be run again (its process was killed, or it failed): what was being made is begun anew from what was
 * asked for, and gives the same. What is ready is frozen.
 */
export const runTable: Record<ReportState, Partial<Record<RunStep, ReportState>>> = {
  QUEUED: { begin: "MAKING", fail: "FAILED" },
  MAKING: { begin: "MAKING", finish: "READY", fail: "FAILED" },
  FAILED: { begin: "MAKING", fail: "FAILED" },
  READY: {},
};

/** The state that `step` leads to, or undefined where the table has no such step. */
export const stateAfterRun = (state: ReportState, step: RunStep): ReportState | undefined => runTable[state][step];

/** Whether it is still worth looking again in a moment. */
export const isUnderWay = (state: ReportState): boolean => state === "QUEUED" || state === "MAKING";

/** The number that people quote. */
export const reportReferenceOf = (id: number): string => `RP-${String(id).padStart(5, "0")}`;
