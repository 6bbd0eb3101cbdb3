import type { Refusal } from "@/lib/kernel/refusal";
import { problemOf } from "./problem";

/** The ETag of a record's version. */
export const etagOf = (version: number): string => `"v${version}"`;

/** Whether the caller already has this version (`If-None-Match`, compared weakly as HTTP asks for reads). */
export function isUnchanged(request: Request, version: number): boolean {
  return tagsOf(request.headers.get("if-none-match")).some((tag) => tag === "*" || tag.replace(/^W\//, "") === etagOf(version));
}

/** What `If-Match` says about the record as it stands: `missing`, `stale` or `current`. A weak tag never matches. */
export function precondition(request: Request, version: number): "missing" | "stale" | "current" {
  const header = request.headers.get("if-match");
  if (header === null) return "missing";
  return tagsOf(header).some((tag) => tag === "*" || tag === etagOf(version)) ? "current" : "stale";
}

const tagsOf = (header: string | null): string[] => (header ?? "").split(",").map((tag) => tag.trim());

/** 428: an update that doesn't say which version it was made from. */
export const preconditionRequired = (): Response =>
  problemOf({ kind: "precondition-required", status: 428, title: "If-Match is missing", detail: "Send the record's ETag as `If-Match`, so that nobody's change is overwritten unseen." });

/** 412: somebody changed the record in between. */
export const preconditionFailed = (currentVersion: number | undefined): Response =>
  problemOf({
    kind: "precondition-failed",
    status: 412,
    title: "The record has changed",
    detail: `The record was changed since you read it${currentVersion === undefined ? "" : `; it is now at ${etagOf(currentVersion)}`}. Read it again and repeat your change.`,
  });

/** 412 where somebody was faster between the caller's reading, or ours, and the writing: to the caller that is the same staleness. Undefined for every other refusal. */
export const staleAnswer = (refusal: Refusal): Response | undefined =>
  refusal.kind === "conflict" && refusal.currentVersion !== undefined ? preconditionFailed(refusal.currentVersion) : undefined;
