import { findHead } from "@/lib/audit/chain/queries";
import { appendAudit } from "@/lib/audit/store";
import { chosenRuleSet } from "@/lib/compliance/rules/queries";
import { transaction } from "@/lib/db/transaction";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { type Refusal, sentenceOf } from "@/lib/kernel/refusal";
import { ok, type Result } from "@/lib/kernel/result";
import { composeReport } from "../content/service";
import { sha256Of } from "../digest/service";
import type { ReportDocument } from "../domain/document";
import { stateAfterRun } from "../domain/run";
import { drawPdf } from "../drawing/service";
import { findRequest } from "../queries";
import { lockReport, type RestingRecord, writeBegun, writeFailure, writeFrozen, writeProgress } from "../store";

/**
 * Makes the report that was asked for and freezes it. It may run again at any time: what is ready stays as it is, what was begun is
 * begun anew and gives the same digest. What can be expected to fail is told on the report; a defect is told too, and the job is
 * tried again.
 */
export async function makeReport(id: number, now: Date): Promise<void> {
  const request = await findRequest(id);
  if (!request || !(await begin(id))) return;
  try {
    const rules = await chosenRuleSet(request.ruleVersion);
    const composed = rules.ok ? await composeReport(request, rules.value, (share, step) => writeProgress(id, share, step)) : rules;
    if (composed.ok) await freeze(id, composed.value, now);
    else await fail(id, whyNot(composed.refusal));
  } catch (error) {
    await fail(id, "Something went wrong on our side while it was made. It is tried again by itself.");
    throw error;
  }
}

const begin = async (id: number): Promise<boolean> => {
  const begun = await transaction(async (tx) => {
    const state = await lockReport(tx, id);
    const next = state && stateAfterRun(state, "begin");
    if (next) await writeBegun(tx, id, next);
    return ok(next !== undefined);
  });
  return begun.ok && begun.value;
};

/** The records as they stand in the document, each with the digest of its row. */
export const restingOn = ({ records }: ReportDocument): RestingRecord[] =>
  records.map((row) => ({ incidentId: row.id, version: row.version, verification: row.verification, sensitivity: row.sensitivity, protectedFields: row.protectedFields, sha256: sha256Of(canonicalJson(row)) }));

async function freeze(id: number, document: ReportDocument, now: Date): Promise<void> {
  const content = canonicalJson(document);
  const sha256 = sha256Of(content);
  await writeProgress(id, 85, "Drawing the pages");
  const pdf = await drawPdf(document, sha256);
  const head = await findHead();
  const kept = await transaction(async (tx): Promise<Result<undefined>> => {
    const state = await lockReport(tx, id);
    const next = state && stateAfterRun(state, "finish");
    // Another run of the same job was faster: its report is this one.
    if (!next) return ok(undefined);
    await writeFrozen(tx, id, { state: next, content, sha256, title: document.title, auditSeq: head?.seq ?? 0, auditHash: head?.hash ?? "0".repeat(64), pdf, madeAt: now, rests: restingOn(document) });
    await appendAudit(tx, { actorId: null, subject: { type: "report", id: String(id) }, at: now, event: "report.made", data: { sha256, records: document.records.length, profile: document.profile } });
    return ok(undefined);
  });
  if (!kept.ok) throw new Error(`report ${id} could not be kept: ${whyNot(kept.refusal)}`);
}

async function fail(id: number, failure: string): Promise<void> {
  await transaction(async (tx) => {
    const state = await lockReport(tx, id);
    const next = state && stateAfterRun(state, "fail");
    if (next) await writeFailure(tx, id, { state: next, failure });
    return ok(undefined);
  });
}

const isGone = "What it is about is not there any more.";
const whyNot = (refusal: Refusal): string => (refusal.kind === "invalid" ? refusal.errors.map(({ message }) => message).join(" ") : sentenceOf(refusal, { unauthenticated: isGone, "not-found": isGone }));
