import type { Tx } from "@/lib/db/transaction";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { SourceInput, SpeakerInput } from "@/lib/sources/schema";
import { findRegistered } from "@/lib/sources/service";
import { type Addition, type Change, changesBetween, isAddition, isDifference } from "../../domain/changes";
import { agreementParts, discrepancyParts, type Fields, isFields, type Keyed, sourceParts, speakerParts } from "../../domain/parts";
import type { DiscrepancyInput } from "../../schema";
import { citedSources, namedSpeakers } from "../domain/belonging";
import { countsOf } from "../domain/counts";
import { type Register, referenceErrors } from "../domain/references";
import type { FileProblem, ImportReport } from "../domain/report";
import { problemOfDifference, wordsOfAddition } from "../domain/wording";
import { findAgreementFile } from "../queries";
import { type AgreementFile, canonicalFile } from "../schema";
import { agreementsOnRecord, findDiscrepancies, ownersOfObligations } from "../store";

/** What an import has to write, and what it says of it. */
export type Plan = {
  readonly report: ImportReport;
  readonly speakers: readonly SpeakerInput[];
  readonly sources: readonly SourceInput[];
  readonly discrepancies: readonly DiscrepancyInput[];
  readonly additions: readonly Addition[];
};

/** The file beside the record: what is new, or everything that keeps it from being loaded. */
export async function comparedWithRecord(tx: Tx, file: AgreementFile): Promise<Result<Plan>> {
  const { agreement } = file;
  const registered = await findRegistered(tx, { keys: [...file.sources.map((source) => source.key), ...citedSources(file)], codes: speakerCodesOf(file) });
  const problems: FileProblem[] = referenceErrors(file, await registerOf(tx, file, registered));
  const record = await findAgreementFile(agreement.code, tx);
  const speakers = comparedList("speakers", speakerParts, { record: registered.speakers, given: file.speakers });
  const sources = comparedList("sources", sourceParts, { record: registered.sources, given: file.sources });
  const discrepancies = comparedList("discrepancies", discrepancyParts, { record: await findDiscrepancies(tx, file.discrepancies.map((row) => row.code)), given: file.discrepancies });
  const changes = record ? changesBetween(record.agreement, agreement, whole) : additionsOf(canonicalFile(file).agreement);
  problems.push(...speakers.problems, ...sources.problems, ...discrepancies.problems, ...differencesOf(changes, agreement.code));
  if (problems.length > 0) return refuse({ kind: "invalid", errors: problems });
  const additions = changes.filter(isAddition);
  const added = [speakers.added, sources.added, discrepancies.added].some((list) => list.length > 0) || additions.length > 0;
  const report: ImportReport = {
    code: agreement.code,
    title: agreement.titles[0] ?? agreement.code,
    outcome: record === undefined ? "CREATED" : added ? "EXTENDED" : "UNCHANGED",
    counts: countsOf(file, { additions, speakers: speakers.added.length, sources: sources.added.length, discrepancies: discrepancies.added.length }),
    additions: record === undefined ? [] : additions.map(wordsOfAddition),
  };
  return ok({ report, speakers: speakers.added, sources: sources.added, discrepancies: discrepancies.added, additions });
}

const whole = { parts: agreementParts, path: "agreement", owner: null } as const;

/** A new agreement is its own fields without parts, to which everything is added. */
const additionsOf = (given: AgreementFile["agreement"]): Change[] => changesBetween({ ...given, sources: [], clauses: [], textVersions: [], links: [], obligations: [], outcomes: [] }, given, whole);

const differencesOf = (changes: readonly Change[], what: string): FileProblem[] => changes.filter(isDifference).map((difference) => problemOfDifference(difference, what));

/** Speakers, sources and discrepancies: registers that others use too. Who is in the file is compared; who is not is left alone. */
function comparedList<T extends Fields>(path: string, part: Keyed, { record, given }: { record: readonly Fields[]; given: readonly T[] }): { added: T[]; problems: FileProblem[] } {
  const changes = changesBetween({ [path]: record }, { [path]: given }, { parts: { [path]: part }, path: "", owner: null });
  const isNew = new Set(changes.flatMap((change) => (change.is === "added" && change.owner === null ? [change.path] : [])));
  const nameAt = (at: string): string => {
    const row = given[Number(at.split(".")[1])];
    return isFields(row) ? String(row[part.by[0] ?? ""]) : path;
  };
  const problems = changes.flatMap((change): FileProblem[] => {
    if (change.is === "added" && change.owner !== null) return [problemOfDifference({ is: "changed", path: change.path, onRecord: "not there", inFile: change.row }, nameAt(change.path))];
    if (change.is === "removed" && change.path === path) return [];
    return isDifference(change) ? [problemOfDifference(change, nameAt(change.path))] : [];
  });
  return { added: given.filter((_row, index) => isNew.has(`${path}.${index}`)), problems };
}

const speakerCodesOf = ({ speakers, agreement }: AgreementFile): string[] => [...speakers.map((speaker) => speaker.code), ...namedSpeakers(agreement)];

async function registerOf(tx: Tx, { agreement, discrepancies }: AgreementFile, { speakers, sources }: { speakers: readonly SpeakerInput[]; sources: readonly SourceInput[] }): Promise<Register> {
  return {
    speakers: new Set(speakers.map((speaker) => speaker.code)),
    sources: new Set(sources.map((source) => source.key)),
    agreements: await agreementsOnRecord(tx, [...agreement.links.map((link) => link.to), ...discrepancies.flatMap((row) => row.agreements)]),
    obligations: await ownersOfObligations(tx, [...agreement.obligations.map((duty) => duty.code), ...discrepancies.flatMap((row) => row.obligations)]),
  };
}
