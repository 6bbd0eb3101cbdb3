import { compareBoards } from "@/lib/compliance/changes/queries";
import { listStatusDecisions } from "@/lib/compliance/decisions/queries";
import { chosenRuleSet } from "@/lib/compliance/rules/queries";
import { scopeOf } from "@/lib/incidents/policy";
import type { Actor } from "@/lib/kernel/actor";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { sha256Of } from "../digest/service";
import { documentFormat, type ReportDocument } from "../domain/document";
import { reportReferenceOf } from "../domain/run";
import { reportDocument } from "../document/schema";
import { mayReadReport } from "../policy";
import { checkPackage, differingRows, isSameQuestion, jsonOf, manifestOf, type PackageProblem, rowDigests } from "./domain/check";
import { addedRecord, type ChangeSince, decisionsSince, recordChange, standingChange } from "./domain/since";
import { openPackage } from "./opening/service";
import { findReadyReport, findReportByDigest, type KeptReport } from "./queries";
import type { ReportVerdict } from "./schema";
import { listMovedRecords, listRecordsAdded } from "./since/queries";

/** What was sent: the digest of a report, its content where that came along, and what is wrong with the package that it came in. */
type Sent = { readonly digest: string | undefined; readonly document: unknown; readonly problems: readonly PackageProblem[]; readonly isPackage: boolean; readonly named: number | undefined };

/**
 * Whether a report is genuine and whole, from its package, its JSON or its digest alone, and what is not any more as it says. Nobody
 * needs an account to hold a digest against those on record, and learns no more than that; what changed since is for those who may
 * read the report, as far as they may know of each record.
 */
export async function verifyReport(actor: Actor | undefined, bytes: Uint8Array, now: Date): Promise<Result<ReportVerdict>> {
  const sent = await sentOf(bytes);
  if (!sent.ok) return sent;
  const { digest, isPackage } = sent.value;
  const found = await foundFor(actor, sent.value);
  const problems = distinct([...sent.value.problems, ...alteredRows(sent.value, found)]);
  const outcome = outcomeOf(problems, found);
  const told = found.reader && found.original ? await toldOf(found.reader, found.original) : undefined;
  return ok({
    outcome,
    text: outcomeText(outcome, { isPackage, isKnown: found.original !== undefined }),
    digest: digest ?? null,
    isComplete: isPackage ? !problems.some(({ problem }) => problem === "missing") : null,
    problems,
    report: told?.report ?? null,
    since: told?.since ?? null,
    checkedAt: now.toISOString(),
  });
}

/** The report on record with this very content; the one that it seems to have been; and the reader, where they may read that one. */
type Found = { readonly kept: KeptReport | undefined; readonly original: KeptReport | undefined; readonly reader: Actor | undefined };

async function foundFor(actor: Actor | undefined, { digest, named, document }: Sent): Promise<Found> {
  const kept = digest === undefined ? undefined : await findReportByDigest(digest, named);
  const original = kept ?? (await namedReport(named, document));
  return { kept, original, reader: original && actor && mayReadReport(actor, original.profile) ? actor : undefined };
}

/** A manifest can be altered along with its files: where the report is known, and the reader may read it, its own rows tell what was changed. */
const alteredRows = ({ document }: Sent, { kept, original, reader }: Found): PackageProblem[] =>
  kept || !original || !reader || document === undefined ? [] : differingRows(rowDigests(jsonOf(original.content), sha256Of), rowDigests(document, sha256Of));

function outcomeOf(problems: readonly PackageProblem[], { kept, original }: Found): ReportVerdict["outcome"] {
  if (kept && problems.length === 0) return "GENUINE";
  return original || problems.length > 0 ? "ALTERED" : "UNKNOWN";
}

/** The report that a package says it is, where its content answers the same question. Another installation gives the same numbers. */
async function namedReport(id: number | undefined, document: unknown): Promise<KeptReport | undefined> {
  const kept = id === undefined ? undefined : await findReadyReport(id);
  return kept && isSameQuestion(jsonOf(kept.content), document) ? kept : undefined;
}

const distinct = (problems: readonly PackageProblem[]): PackageProblem[] => [...new Map(problems.map((problem) => [`${problem.file}|${problem.problem}|${problem.row ?? ""}`, problem])).values()];

function outcomeText(outcome: ReportVerdict["outcome"], { isPackage, isKnown }: { isPackage: boolean; isKnown: boolean }): string {
  if (outcome === "GENUINE") return isPackage ? "Genuine: this report was made here, and every file and row of the package is as it was made." : "Genuine: a report with exactly this content was made here.";
  if (outcome === "UNKNOWN") return "No report with this content was made here. It may have been made elsewhere, or altered.";
  return isKnown ? "Altered: something is not as it was when the report was made here." : "Altered: the package does not agree with its own manifest, and no report with this content was made here.";
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function sentOf(bytes: Uint8Array): Promise<Result<Sent>> {
  if (isZip(bytes)) return sentPackage(bytes);
  const text = new TextDecoder().decode(bytes).trim();
  const digest = digestIn(text) ?? digestIn(memberOf(jsonOf(text), "digest"));
  if (digest !== undefined) return ok({ ...nothing, digest });
  const value = jsonOf(text);
  if (memberOf(value, "format") === documentFormat) return ok({ ...nothing, digest: sha256Of(canonicalJson(value)), document: value });
  return refuse(invalid("file", "no_report", "Send a report package (zip), its report.json, or its digest of 64 hexadecimal digits."));
}

const digestIn = (value: unknown): string | undefined => (typeof value === "string" && /^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : undefined);
const memberOf = (value: unknown, name: string): unknown => (typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined);

const nothing: Sent = { digest: undefined, document: undefined, problems: [], isPackage: false, named: undefined };

async function sentPackage(bytes: Uint8Array): Promise<Result<Sent>> {
  const files = await openPackage(bytes);
  if (!files.ok) return files;
  const manifest = manifestOf(files.value);
  if (!manifest) return refuse(invalid("file", "no_package", "This zip holds no manifest of a report package."));
  const report = files.value.get("report.json");
  const document = report && jsonOf(new TextDecoder().decode(report));
  const number = /^RP-(\d{1,9})$/.exec(String(manifest.report.reference))?.[1];
  return ok({
    digest: document === undefined ? undefined : sha256Of(canonicalJson(document)),
    document,
    problems: checkPackage(files.value, manifest, sha256Of),
    isPackage: true,
    named: number === undefined ? undefined : Number(number),
  });
}

async function toldOf(actor: Actor, kept: KeptReport): Promise<{ report: NonNullable<ReportVerdict["report"]>; since: ChangeSince[] }> {
  const document = reportDocument.parse(jsonOf(kept.content));
  const { title, kind, profile, clocks } = document;
  const report = { reference: reportReferenceOf(kept.id), href: `/reports/${kept.id}`, title, kind, profile, ...clocks, madeAt: kept.madeAt };
  return { report, since: await changesSince(actor, kept.id, document) };
}

/** What is not any more as the report says: its records, decisions on its duties, their state on its day, and records that came since. */
export async function changesSince(actor: Actor, reportId: number, { agreement, clocks, period, ruleVersion, kind }: ReportDocument): Promise<ChangeSince[]> {
  const scope = scopeOf(actor);
  const knownAt = new Date(clocks.knownAt);
  const rules = await chosenRuleSet(ruleVersion);
  const [moved, decisions, boards, added] = [
    await listMovedRecords(scope, reportId),
    await listStatusDecisions({ agreement: agreement.code, knownAt: undefined }),
    await compareBoards({ agreement: agreement.code, before: { asOf: clocks.asOf, knownAt }, after: { asOf: clocks.asOf } }, rules.ok ? rules.value : undefined),
    // A brief on one record is no list that others could be missing from.
    kind === "INCIDENT_BRIEF" ? [] : await listRecordsAdded(scope, { ...period, reportId, knownAt }),
  ];
  return [...moved.map(recordChange), ...decisionsSince(decisions, clocks), ...boards.changes.map((change) => standingChange(change, clocks.asOf)), ...added.map(addedRecord)];
}
