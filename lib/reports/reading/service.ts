import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { reportDocument } from "../document/schema";
import { type FrozenReport, packReport } from "../package/service";
import { mayReadReport } from "../policy";
import { findContent, findPdf, findReport, listProtectedSince } from "../queries";
import type { ReportView } from "../schema";

const notReady = ({ state, failure }: ReportView): Result<never> => refuse(conflict(state === "FAILED" ? (failure ?? "The report was not made.") : "The report is not made yet; ask again in a moment."));

const heldBack = conflict("This report is held back: a record in it was protected after it was made. A new report shows what may be shown now.");

/**
 * A frozen report for somebody who may read it. Held back from those who may not read restricted fields where a record in it has been
 * protected since: what is withheld everywhere else by now is not to be had from an older report.
 */
export async function readReport(actor: Actor, id: number): Promise<Result<FrozenReport>> {
  const view = await findReport(actor, id);
  if (!view) return refuse(notFound);
  if (view.state !== "READY") return notReady(view);
  if (!mayReadReport(actor, "INTERNAL") && (await listProtectedSince(id)).length > 0) return refuse(heldBack);
  const content = await findContent(id);
  if (content === undefined) return refuse(notFound);
  return ok({ view, content, document: reportDocument.parse(JSON.parse(content)) });
}

/** A file of a report on its way out. */
export type TakenFile = { readonly bytes: Uint8Array; readonly contentType: string; readonly name: string; readonly digest: string };
export type TakenAs = "pdf" | "package" | "json";

const contents: Record<TakenAs, { readonly contentType: string; readonly ending: string; readonly bytesOf: (report: FrozenReport) => Promise<Uint8Array | undefined> }> = {
  pdf: { contentType: "application/pdf", ending: "pdf", bytesOf: ({ view }) => findPdf(view.id) },
  package: { contentType: "application/zip", ending: "zip", bytesOf: packReport },
  json: { contentType: "application/json; charset=utf-8", ending: "json", bytesOf: ({ content }) => Promise.resolve(Buffer.from(content, "utf8")) },
};

/** Takes a report out as a file. The audit entry is written before the first byte leaves, so that nothing is taken out without a trace. */
export async function takeReport(actor: Actor, id: number, { as, now }: { as: TakenAs; now: Date }): Promise<Result<TakenFile>> {
  const report = await readReport(actor, id);
  if (!report.ok) return report;
  const { contentType, ending, bytesOf } = contents[as];
  const bytes = await bytesOf(report.value);
  if (!bytes) return refuse(notFound);
  const { reference, profile, sha256 } = report.value.view;
  const noted = await transaction(async (tx) => {
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "report", id: String(id) }, at: now, event: "report.taken", data: { as, profile } });
    return ok(undefined);
  });
  return noted.ok ? ok({ bytes, contentType, name: `${reference}-${profile.toLowerCase()}.${ending}`, digest: sha256 ?? "" }) : noted;
}
