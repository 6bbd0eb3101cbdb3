import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { amendmentAcceptanceLabel } from "@/lib/codelists/amendment";
import { deadlineRuleLabel } from "@/lib/codelists/deadline-rule";
import { assess } from "./assess";
import type { Assessment } from "./assessment";
import { type BoardSubject, contextOf } from "./board";
import { inWords } from "./day-text";
import type { DeadlineInput, Moment, ObligationInput } from "./obligation";
import type { RecordDetail } from "./obligation-view";
import { type BoardFact, decidingFacts, type RecordId, referenceOf } from "./record";
import type { Outcome } from "./sensitivity";
import { hadCome } from "./stated-day";

/** Somebody denies, or alleges the reverse of, a record that the answer names. */
export type Denial = { readonly recordId: RecordId; readonly reference: string; readonly label: string; readonly on: CalendarDate; readonly deniedBy: readonly string[]; readonly counteredBy: readonly string[] };

/** Another way to read the date or the start, and what the same rules say under it. */
export type OtherReading = { readonly holder: string; readonly reading: string; readonly becomes: Outcome };

/** What a holder says of a duty, and where it was read. */
export type Interpretation = { readonly holder: string; readonly reading: string; readonly statedOn: string | null; readonly source: { readonly publisher: string; readonly url: string | null } | null };

/** Who disagrees with an answer: no reading here is marked as ours, and none is right because it is listed first. */
export type Dissent = {
  readonly denials: readonly Denial[];
  readonly otherReadings: readonly OtherReading[];
  readonly interpretations: readonly Interpretation[];
};

/** What is said of the records and of the duty by others, as the page holds it. */
type Voices = { readonly details: ReadonlyMap<string, RecordDetail>; readonly interpretations: readonly Interpretation[] };
type Answered = { readonly subject: BoardSubject; readonly all: readonly BoardSubject[]; readonly assessment: Assessment };

/** Denials of the records that the answer names, readings that give another answer, and what holders say of the duty, as of the day. */
export function dissentOf({ subject, all, assessment }: Answered, { details, interpretations }: Voices, moment: Moment): Dissent {
  const named = new Set(assessment.because.flatMap((reason) => reason.reference ?? []));
  const contested = decidingFacts(subject.records, moment.asOf).filter((fact) => fact.isContested && named.has(referenceOf(fact.id)));
  const outcomeUnder = (input: ObligationInput): Outcome => {
    const { state, timeliness } = assess(input, subject.records, contextOf({ ...subject, input }, all, moment));
    return { state, timeliness };
  };
  const otherReadings = [...startReadings(subject.input, moment.asOf), ...dateReadings(subject.input, moment.asOf)]
    .map(({ input, ...told }) => ({ ...told, becomes: outcomeUnder(input) }))
    .filter(({ becomes }) => becomes.state !== assessment.state || becomes.timeliness !== assessment.timeliness);
  return { denials: contested.map((fact) => denialOf(fact, details)), otherReadings, interpretations: interpretations.filter((entry) => hadCome(entry.statedOn, moment.asOf)) };
}

function denialOf(fact: BoardFact, details: ReadonlyMap<string, RecordDetail>): Denial {
  const reference = referenceOf(fact.id);
  const detail = details.get(reference);
  return { recordId: fact.id, reference, label: fact.label, on: fact.occurredStart, deniedBy: detail?.deniedBy ?? [], counteredBy: detail?.counteredBy ?? [] };
}

type Reading = { readonly holder: string; readonly reading: string; readonly input: ObligationInput };

/** The duty under each single reading of the start of its term, where there are several. */
function startReadings(input: ObligationInput, asOf: CalendarDate): Reading[] {
  const starts = input.terms.startReadings.filter((start) => start.on <= asOf);
  if (starts.length < 2) return [];
  return starts.map((start) => ({ holder: start.holder, reading: `The term is counted from ${inWords(start.on)}.`, input: { ...input, terms: { ...input.terms, startReadings: [start] } } }));
}

/** The duty under each single reading of a disputed date, and with and without an amendment of it. */
function dateReadings(input: ObligationInput, asOf: CalendarDate): Reading[] {
  const known = input.deadlines.filter((deadline) => deadline.setOn <= asOf);
  const withRule = (disputed: DeadlineInput, rule: string): ObligationInput => ({ ...input, deadlines: input.deadlines.map((other) => (other === disputed ? { ...other, rule } : other)) });
  const wordings = known
    .filter((deadline) => deadline.rule === "DISPUTED")
    .flatMap((deadline) => ["INCLUSIVE", "EXCLUSIVE"].map((rule) => ({ holder: `A wording of the date set by: ${deadline.setBy}`, reading: `${inWords(deadline.dueOn)}: ${deadlineRuleLabel(rule).toLowerCase()}.`, input: withRule(deadline, rule) })));
  const amendments = known
    .filter((deadline) => deadline.origin === "AMENDMENT")
    .map((deadline) => {
      const assent = deadline.acceptance === null ? "" : ` (${amendmentAcceptanceLabel(deadline.acceptance).toLowerCase()})`;
      return { holder: "Reading by the original date", reading: `The move to ${inWords(deadline.dueOn)}${assent} does not count.`, input: { ...input, deadlines: input.deadlines.filter((other) => other !== deadline) } };
    });
  return [...wordings, ...amendments];
}
