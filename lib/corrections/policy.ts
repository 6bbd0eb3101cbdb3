import type { CorrectionKind } from "@/lib/codelists/correction";
import { isOwnWork, mayReadProtected, type ReadMarks, scopeOf } from "@/lib/incidents/policy";
import type { RecordFacts } from "@/lib/incidents/domain/record";
import type { Actor } from "@/lib/kernel/actor";

/** Whoever can read a public record may contradict it: sides have readers' accounts, and the right of reply is theirs first. */
export const mayFileCorrection = (_actor: Actor, record: Pick<RecordFacts, "wasPublished">): boolean => record.wasPublished;

type Request = { readonly filedById: number; readonly record: RecordFacts };

/** Why the actor may not decide on this request; undefined where nothing stands against it. */
export function whyNotDecide(actor: Actor, { filedById, record }: Request): string | undefined {
  if (actor.role !== "REVIEWER") return "Requests are decided by reviewers.";
  if (actor.userId === filedById) return "Nobody decides on the own request.";
  return isOwnWork(actor, record) ? "The author and the last editor of a record can't decide on what is said against it." : undefined;
}

/** Only who filed a request takes it back. */
export const mayWithdraw = (actor: Actor, request: Pick<Request, "filedById">): boolean => actor.userId === request.filedById;

/** Whether the reader may read the words of a request: those that speak of somebody's safety stay with those who handle them. */
export function mayReadWords(actor: Actor, { filedById, kind, record }: { filedById: number; kind: CorrectionKind; record: ReadMarks }): boolean {
  if (actor.userId === filedById || actor.role === "REVIEWER" || actor.role === "AUDITOR") return true;
  return kind !== "SAFETY" && mayReadProtected(scopeOf(actor), record);
}
