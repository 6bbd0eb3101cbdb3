import { reportKindLabel } from "@/lib/codelists/report-kind";
import { compareBoards } from "@/lib/compliance/changes/queries";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import type { RuleSet } from "@/lib/compliance/domain/settings";
import { findObligation, getBoard, type Board } from "@/lib/compliance/queries";
import { addDays } from "@/lib/kernel/calendar-date";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { documentFormat, documentVersion, type Composed, type ReportDocument, type Section } from "../domain/document";
import type { ReportRequest } from "../domain/request";
import type { Vocabulary } from "../domain/vocabulary";
import { redactForReport, type Reported } from "../policy";
import { boardSection, changesSection } from "./domain/board";
import { coverageSection, observedDays, type Observed } from "./domain/coverage";
import { dutiesSection, dutySections, monthsBlock, sourcesOfDuty } from "./domain/duty";
import { incidentSections } from "./domain/incident";
import { ledgersSection } from "./domain/ledgers";
import { limitsOf, methodOf } from "./domain/limits";
import { mapSection, recordsSection } from "./domain/records";
import { situationSection } from "./domain/situation";
import { withheldOf } from "./domain/withheld";
import { listObservers, listRecordsKnown, mostRecords, readVocabulary } from "./queries";
import { reportRecord, sourcesNamed, type ReportRecord } from "./records/domain";

/** Everything that the sections of a report are composed from. */
type Material = {
  readonly request: ReportRequest;
  readonly rules: RuleSet;
  readonly vocabulary: Vocabulary;
  readonly records: readonly ReportRecord[];
  readonly reported: readonly Reported[];
  readonly board: Board;
  readonly observed: readonly Observed[];
};

export type Progress = (share: number, step: string) => Promise<void>;

/**
 * The content of a report, from what was asked for alone: the same records, rules and clocks give the same document whenever and
 * wherever it is composed. Refused where the period holds more records than a report can carry.
 */
export async function composeReport(request: ReportRequest, rules: RuleSet, report: Progress): Promise<Result<ReportDocument>> {
  await report(10, "Reading the records");
  const found = await readRecords(request);
  if (!found.ok) return found;
  await report(30, "Judging the duties");
  const { agreement, period, clocks } = request;
  const knownAt = new Date(clocks.knownAt);
  const [board, observers] = [await getBoard({ agreement: agreement.code, asOf: clocks.asOf, knownAt, rules }), await listObservers(agreement.code)];
  const duties = request.obligation === null ? board.items.map(({ code }) => code) : [request.obligation];
  const material: Material = { request, rules, board, ...found.value, observed: observedDays(duties, observers, period) };
  await report(40, "Writing the sections");
  const composed = await composers[request.kind](material, report);
  return composed.ok ? ok(documentOf(material, composed.value)) : composed;
}

async function readRecords(request: ReportRequest): Promise<Result<Pick<Material, "vocabulary" | "records" | "reported">>> {
  const { period, clocks, profile, filters, obligation, incidentId } = request;
  const known = await listRecordsKnown({ ...period, knownAt: new Date(clocks.knownAt), incidentId: incidentId ?? undefined });
  if (known.length > mostRecords) return refuse(conflict(`More than ${mostRecords} records fall in this period; a report carries no more. Choose a shorter one, or narrow it.`));
  const vocabulary = await readVocabulary();
  // The filters look at what the reader of the profile sees: they must not tell what is withheld.
  const reported = known.map((record) => redactForReport(profile, record)).filter(({ view }) => view === undefined || isWanted(view, { filters, obligation }));
  const records = reported.flatMap(({ view }) => (view === undefined ? [] : [reportRecord(view, vocabulary, clocks.asOf)]));
  return ok({ vocabulary, records, reported });
}

type Wanted = Pick<ReportRequest, "filters" | "obligation">;

function isWanted({ type, verification, place, obligations }: ReportRecord["view"], { filters, obligation }: Wanted): boolean {
  const passes = (name: string, value: string | null): boolean => filters[name] === undefined || (value !== null && filters[name].includes(value));
  return passes("type", type) && passes("verification", verification) && passes("unit", place.unit) && (obligation === null || obligations.some(({ code }) => code === obligation));
}

type Composer = (material: Material, report: Progress) => Promise<Result<Composed & { readonly duties?: readonly ObligationView[] }>>;

const composers: Record<ReportRequest["kind"], Composer> = {
  DAILY_SITUATION: (material) => composeSituation(material),
  PERIOD_SITUATION: (material) => composeSituation(material),
  OBLIGATION_BRIEF: composeDuty,
  INCIDENT_BRIEF: (material) => Promise.resolve(composeIncident(material)),
  COMPLIANCE: composeCompliance,
};

const titleOf = ({ kind, agreement, period }: ReportRequest): string => {
  const span = period.from === period.to ? period.from : `${period.from} to ${period.to}`;
  return `${reportKindLabel(kind)}, ${span}: ${agreement.title}`;
};

/** What every report on a period shares. */
async function periodSections({ request, rules, records, vocabulary, board, observed }: Material): Promise<{ readonly before: Section[]; readonly after: Section[] }> {
  const { period, clocks, agreement } = request;
  const knownAt = new Date(clocks.knownAt);
  const eve = addDays(period.from, -1);
  const { changes } = await compareBoards({ agreement: agreement.code, before: { asOf: eve, knownAt }, after: { asOf: clocks.asOf, knownAt } }, rules);
  const listing = { records, asOf: clocks.asOf, vocabulary };
  return {
    before: [boardSection(board.items, clocks.asOf), changesSection(changes, { before: eve, after: clocks.asOf })],
    after: [situationSection({ records, period, asOf: clocks.asOf }), ledgersSection(listing), mapSection(listing), coverageSection(observed, clocks.asOf), recordsSection(listing)],
  };
}

async function composeSituation(material: Material): ReturnType<Composer> {
  const { before, after } = await periodSections(material);
  return ok({ title: titleOf(material.request), subject: null, sections: [...before, ...after] });
}

async function dutiesOf({ request, rules }: Material, codes: readonly string[], report: Progress): Promise<ObligationView[]> {
  const duties: ObligationView[] = [];
  for (const [index, code] of codes.entries()) {
    const duty = await findObligation(code, { asOf: request.clocks.asOf, knownAt: new Date(request.clocks.knownAt), rules });
    if (duty) duties.push(duty);
    await report(40 + Math.round((40 * (index + 1)) / codes.length), `Duty ${index + 1} of ${codes.length}`);
  }
  return duties;
}

async function composeDuty(material: Material, report: Progress): ReturnType<Composer> {
  const { request, records, vocabulary, observed } = material;
  const [duty] = await dutiesOf(material, request.obligation === null ? [] : [request.obligation], report);
  if (!duty) return refuse(conflict(`There is no duty ${request.obligation ?? ""} any more.`));
  const listing = { records, asOf: request.clocks.asOf, vocabulary };
  const sections = [...dutySections(duty, request.period), coverageSection(observed, request.clocks.asOf), mapSection(listing), recordsSection(listing)];
  return ok({ title: `Brief on ${duty.code}: ${duty.title}`, subject: { text: duty.code, href: `/obligations/${duty.code}` }, sections, duties: [duty] });
}

function composeIncident({ request, records, vocabulary, observed }: Material): Result<Composed> {
  const [record] = records;
  if (!record) return refuse(conflict("The record was not public by this knowledge, does not fall in the period, or may not be in a report of this profile."));
  const sections = [...incidentSections(record), mapSection({ records, asOf: request.clocks.asOf, vocabulary }), coverageSection(observed.filter(({ obligation }) => record.row.obligations.some(({ code }) => code === obligation)), request.clocks.asOf)];
  return ok({ title: `Brief on ${record.row.reference}: ${record.row.title}`, subject: { text: record.row.reference, href: `/incidents/${record.row.id}` }, sections });
}

async function composeCompliance(material: Material, report: Progress): ReturnType<Composer> {
  const duties = await dutiesOf(material, material.board.items.map(({ code }) => code), report);
  const { before, after } = await periodSections(material);
  const months: Section = { id: "months", title: "Month by month", blocks: [monthsBlock(duties, material.request.period)] };
  return ok({ title: titleOf(material.request), subject: null, sections: [...before, months, dutiesSection(duties), ...after], duties });
}

function documentOf({ request, records, reported, vocabulary, observed }: Material, { title, subject, sections, duties = [] }: Composed & { readonly duties?: readonly ObligationView[] }): ReportDocument {
  const { kind, agreement, period, clocks, profile, filters, ruleVersion } = request;
  const withheld = withheldOf(reported, clocks.asOf);
  const isDemonstration = agreement.isDemonstration || records.some(({ row }) => row.isDemonstration);
  // A brief on one record tells of the duties that it names, and of no other's observers.
  const relevant = request.kind === "INCIDENT_BRIEF" ? observed.filter(({ obligation }) => records.some(({ row }) => row.obligations.some(({ code }) => code === obligation))) : observed;
  const bounds = { ...clocks, profile, observed: relevant, isDemonstration, isWithheld: withheld.length > 0, isFiltered: Object.keys(filters).length > 0 };
  const observerSources = relevant.flatMap(({ rows }) => rows.flatMap(({ source }) => source ?? []));
  return {
    format: documentFormat,
    formatVersion: documentVersion,
    kind, title, subject, period, clocks, profile, ruleVersion, filters, isDemonstration, sections, withheld,
    agreement: { code: agreement.code, title: agreement.title },
    records: records.map(({ row }) => row),
    sources: sourcesNamed(records, [...duties.flatMap(sourcesOfDuty), ...observerSources], vocabulary),
    method: methodOf({ ruleVersion }),
    limits: limitsOf(bounds),
  };
}
