import { createHash } from "node:crypto";
import { appendAudit } from "@/lib/audit/store";
import { listRuleSets } from "@/lib/compliance/rules/queries";
import { rehearsal, transaction, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { addSource, addSpeaker, resolveSources } from "@/lib/sources/service";
import { mayImportAgreement } from "../policy";
import { addDiscrepancy } from "../service";
import { insertAgreement } from "../store";
import { carryOutAdditions } from "./additions/service";
import { comparedWithRecord, type Plan } from "./comparison/service";
import { citedSources } from "./domain/belonging";
import type { FileProblem, ImportPreview, ImportReport } from "./domain/report";
import { findAgreementFile } from "./queries";
import { placed, readAgreementFile } from "./reading/service";
import { type AgreementFile, canonicalFile, fileFormatVersion, textOfFile } from "./schema";
import { findKnownParts, queueForImport } from "./store";

type Act = { readonly actorId: number; readonly now: Date };
type Run = typeof transaction;

/** More than these at once help nobody. */
const mostProblems = 200;

/** The file of an agreement on record, which an empty database can load again. Agreements are open to everyone who may sign in. */
export async function exportAgreement(code: string): Promise<Result<string>> {
  const file = await findAgreementFile(code);
  return file ? ok(textOfFile(file)) : refuse(notFound);
}

/**
 * Loads the agreement of a file, or adds to the one on record what the file has beyond it. Everything is kept with its audit
 * entries, or nothing: what is on record is never overwritten, and a file that says otherwise is refused with the list.
 */
export const importAgreement = (actor: Actor, text: string, now: Date): Promise<Result<ImportReport>> => admit(actor, text, { now, run: transaction });

/** What `importAgreement` would do with the file now, or everything that is wrong with it. Keeps nothing. */
export async function previewAgreement(actor: Actor, text: string, now: Date): Promise<Result<ImportPreview>> {
  const result = await admit(actor, text, { now, run: rehearsal });
  if (result.ok) return ok({ report: result.value, errors: [] });
  return result.refusal.kind === "invalid" ? ok({ report: null, errors: result.refusal.errors }) : result;
}

async function admit(actor: Actor, text: string, { now, run }: { now: Date; run: Run }): Promise<Result<ImportReport>> {
  if (!mayImportAgreement(actor)) return refuse(forbidden("Agreements are imported by an analyst or a reviewer."));
  // A duty's settings may be written for any version of the rules that this installation has or had.
  const read = readAgreementFile(text, (await listRuleSets()).map((rules) => rules.version));
  if (!read.ok) return refuse({ kind: "invalid", errors: cut(read.problems) });
  const result = await run((tx) => carryOut(tx, read.file, { actorId: actor.userId, now }));
  if (result.ok || result.refusal.kind !== "invalid") return result;
  return refuse({ kind: "invalid", errors: cut(result.refusal.errors.map((problem) => placed(problem, read.placeOf))) });
}

function cut(problems: readonly FileProblem[]): FileProblem[] {
  const further = problems.length - mostProblems;
  return further <= 0 ? [...problems] : [...problems.slice(0, mostProblems), { path: "", code: "more", message: `${further} more problems are not listed.` }];
}

async function carryOut(tx: Tx, file: AgreementFile, act: Act): Promise<Result<ImportReport>> {
  await queueForImport(tx);
  const plan = await comparedWithRecord(tx, file);
  if (!plan.ok) return plan;
  const { report, additions } = plan.value;
  if (report.outcome === "UNCHANGED") return ok(report);
  const registered = await register(tx, plan.value, act);
  if (!registered.ok) return registered;
  const sources = await resolveSources(tx, citedSources(file));
  if (!sources.ok) return sources;
  const isNew = report.outcome === "CREATED";
  if (isNew && (await insertAgreement(tx, canonicalFile(file).agreement)) === undefined) return refuse(conflict(`An agreement with the code "${report.code}" was loaded at the same moment; try again.`));
  const known = await findKnownParts(tx, report.code);
  if (!known) throw new RangeError(`${report.code} was inserted or on record`);
  await note(tx, { report, file, agreementId: known.agreementId, act });
  await carryOutAdditions({ tx, code: report.code, known, sourceId: sources.value, act, isNew }, additions);
  for (const discrepancy of plan.value.discrepancies) {
    const added = await addDiscrepancy(tx, discrepancy, act);
    if (!added.ok) return added;
  }
  return ok(report);
}

async function register(tx: Tx, { speakers, sources }: Plan, act: Act): Promise<Result<null>> {
  for (const speaker of speakers) {
    const added = await addSpeaker(tx, speaker, act);
    if (!added.ok) return added;
  }
  for (const source of sources) {
    const added = await addSource(tx, source, act);
    if (!added.ok) return added;
  }
  return ok(null);
}

async function note(tx: Tx, { report, file, agreementId, act }: { report: ImportReport; file: AgreementFile; agreementId: number; act: Act }): Promise<void> {
  if (report.outcome === "UNCHANGED") return;
  const entry = { actorId: act.actorId, subject: { type: "agreement", id: String(agreementId) } as const, at: act.now };
  const digest = createHash("sha256").update(textOfFile(file)).digest("hex");
  await appendAudit(tx, { ...entry, event: "agreement.imported", data: { key: report.code, outcome: report.outcome, formatVersion: fileFormatVersion, digest } });
  if (report.outcome === "CREATED") await appendAudit(tx, { ...entry, event: "agreement.loaded", data: { key: report.code } });
}
