import { addDays, type CalendarDate } from "@/lib/kernel/calendar-date";
import { amendmentAcceptanceLabel } from "@/lib/codelists/amendment";
import type { Timeliness } from "@/lib/codelists/timeliness";
import { inWords } from "./day-text";
import type { DeadlineInput, ObligationInput } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import type { BoardFact } from "./record";

/** How a deadline was read, and what that reading gives. */
export type DeadlineReading = {
  readonly dueOn: CalendarDate;
  readonly origin: string;
  readonly rule: string;
  /** Whether the named day itself is taken as in time. */
  readonly reading: "INCLUSIVE" | "EXCLUSIVE";
  readonly lastDayInTime: CalendarDate;
  readonly setBy: string;
  readonly setOn: CalendarDate;
  readonly acceptance: string | null;
  readonly isInForce: boolean;
  /** May decide timeliness; false for reported and follow-on dates. */
  readonly isBinding: boolean;
  readonly outcome: "ON_TIME" | "LATE" | "NOT_DUE" | "OVERDUE";
};

export type DeadlineAnswer = {
  readonly timeliness: Timeliness | null;
  readonly readings: readonly DeadlineReading[];
  readonly reasons: readonly Reason[];
  readonly nextDate: CalendarDate | null;
};

type Progress = { readonly completedOn: CalendarDate | null; /** What is measured: the duty completed, or its plan settled. */ readonly what?: string; readonly asOf: CalendarDate; readonly amendments: readonly BoardFact[] };

const originals: readonly string[] = ["ORIGINAL", "COMPUTED"];
const isBinding = (deadline: DeadlineInput): boolean => originals.includes(deadline.origin) || deadline.origin === "AMENDMENT";
const isContestedAmendment = ({ origin, acceptance, standing }: DeadlineInput): boolean => origin === "AMENDMENT" && (acceptance === "CONTESTED" || standing === "CONTESTED");

const bySetting = (a: DeadlineInput, b: DeadlineInput): number => `${a.setOn}|${a.dueOn}|${a.basis}`.localeCompare(`${b.setOn}|${b.dueOn}|${b.basis}`, "en");

type DayReading = DeadlineReading["reading"];
function readingsOfRule(rule: string): readonly DayReading[] {
  if (rule === "DISPUTED") return ["INCLUSIVE", "EXCLUSIVE"];
  return rule === "EXCLUSIVE" ? ["EXCLUSIVE"] : ["INCLUSIVE"];
}
const lastDayInTime = (dueOn: CalendarDate, reading: DayReading): CalendarDate => (reading === "INCLUSIVE" ? dueOn : addDays(dueOn, -1));
const lastDays = (deadline: DeadlineInput): CalendarDate[] => readingsOfRule(deadline.rule).map((reading) => lastDayInTime(deadline.dueOn, reading));

/** Deadlines of a duty as they stood on a day: the text's own date, the dates that may be in force, the ones only shown. */
function standingOn(deadlines: readonly DeadlineInput[], asOf: CalendarDate) {
  const known = deadlines.filter((deadline) => deadline.setOn <= asOf).sort(bySetting);
  const binding = known.filter(isBinding);
  const original = binding.find((deadline) => originals.includes(deadline.origin)) ?? binding[0];
  const settled = binding.filter((deadline) => !isContestedAmendment(deadline)).at(-1);
  const contested = binding.filter((deadline) => isContestedAmendment(deadline) && (!settled || bySetting(settled, deadline) < 0)).at(-1);
  const inForce = [settled, contested].filter((deadline) => deadline !== undefined);
  return { known, original, inForce };
}

/** Timeliness under every reading of the date in force and of the original beside it. */
export function timelinessOf(obligation: ObligationInput, progress: Progress): DeadlineAnswer {
  const { known, original, inForce } = standingOn(obligation.deadlines, progress.asOf);
  const readings = known.flatMap((deadline) => readDeadline(deadline, inForce.includes(deadline), progress));
  if (!original || inForce.length === 0) {
    const reasons = [because("D6", "The text sets no date for this duty."), ...shownOnly(known)];
    return { timeliness: null, readings, reasons, nextDate: nextFollowOn(known, progress) };
  }
  const outcomes = new Set<Timeliness>();
  for (const deadline of inForce) {
    for (const inForceLast of lastDays(deadline)) {
      for (const originalLast of deadline === original ? [inForceLast] : lastDays(original)) outcomes.add(outcomeUnder(originalLast, inForceLast, progress));
    }
  }
  const [only] = [...outcomes];
  const timeliness = outcomes.size === 1 && only ? only : "DATE_READING_DISPUTED";
  const reasons = [...outcomeReasons(timeliness, { original, inForce }, progress), ...amendmentReasons(original, inForce, progress), ...shownOnly(known)];
  return { timeliness, readings, reasons, nextDate: progress.completedOn === null ? nextDue(inForce, known, progress.asOf) : null };
}

function outcomeUnder(originalLast: CalendarDate, inForceLast: CalendarDate, { completedOn, asOf }: Progress): Timeliness {
  if (completedOn === null) return asOf > inForceLast ? "OVERDUE" : "NOT_DUE";
  if (completedOn <= originalLast) return "ON_TIME";
  return completedOn <= inForceLast ? "LATE_BUT_AMENDED" : "LATE";
}

function readDeadline(deadline: DeadlineInput, isInForce: boolean, { completedOn, asOf }: Progress): DeadlineReading[] {
  return readingsOfRule(deadline.rule).map((reading) => {
    const last = lastDayInTime(deadline.dueOn, reading);
    const outcome = completedOn === null ? (asOf > last ? "OVERDUE" : "NOT_DUE") : completedOn <= last ? "ON_TIME" : "LATE";
    const { dueOn, origin, rule, setBy, setOn, acceptance } = deadline;
    return { dueOn, origin, rule, reading, lastDayInTime: last, setBy, setOn, acceptance, isInForce, isBinding: isBinding(deadline), outcome };
  });
}

type Standing = { readonly original: DeadlineInput; readonly inForce: readonly DeadlineInput[] };

function outcomeReasons(timeliness: Timeliness, { original, inForce }: Standing, { completedOn, asOf, what = "completed" }: Progress): Reason[] {
  const moved = (deadline: DeadlineInput): string => (deadline === original ? "" : ` (moved from ${inWords(original.dueOn)})`);
  const dates = inForce.map((deadline) => `${inWords(deadline.dueOn)}${moved(deadline)}`).join(" or ");
  const done = completedOn === null ? `not ${what} by ${inWords(asOf)}` : `${what} on ${inWords(completedOn)}`;
  if (timeliness === "DATE_READING_DISPUTED") {
    const why = inForce.length > 1 ? "an amendment is contested" : `wordings differ on whether ${dates} itself is in time`;
    return [because("D3", `The readings of the date give different answers (${why}): ${done}.`)];
  }
  const sentences: Record<Exclude<Timeliness, "DATE_READING_DISPUTED">, Reason> = {
    ON_TIME: because("D1", `Due ${dates}; ${done}.`),
    LATE: because("D4", `Due ${dates}; ${done}.`),
    LATE_BUT_AMENDED: because("D2", `Due ${dates}; ${done}.`),
    NOT_DUE: because("D5", `Due ${dates}; ${done}.`),
    OVERDUE: because("D4", `Due ${dates}; ${done}.`),
  };
  return [sentences[timeliness]];
}

function amendmentReasons(original: DeadlineInput, inForce: readonly DeadlineInput[], progress: Progress): Reason[] {
  return inForce
    .filter((deadline) => deadline !== original)
    .map((deadline) => {
      const assent = deadline.acceptance === null ? "" : `, ${amendmentAcceptanceLabel(deadline.acceptance).toLowerCase()}`;
      const change = `The date of ${inWords(original.dueOn)} was moved to ${inWords(deadline.dueOn)} on ${inWords(deadline.setOn)}`;
      const text = `${change} (set by ${deadline.setBy}${assent}). The original date stays on record.`;
      const record = progress.amendments.find((fact) => fact.occurredStart === deadline.setOn);
      return record ? becauseOf("D7", record, text) : because("D7", text, deadline.setOn);
    });
}

/** Dates that are shown and decide nothing. */
function shownOnly(known: readonly DeadlineInput[]): Reason[] {
  return known
    .filter((deadline) => !isBinding(deadline))
    .map(({ origin, dueOn, basis, setBy }) => {
      const what = origin === "FOLLOW_ON" ? "A follow-on document names" : "Reported, not in the text:";
      return because("D7", `${what} ${inWords(dueOn)} (${basis.replace(/\.$/, "")}; set by ${setBy}). It decides nothing here.`, dueOn);
    });
}

function nextDue(inForce: readonly DeadlineInput[], known: readonly DeadlineInput[], asOf: CalendarDate): CalendarDate | null {
  const followOns = known.filter((deadline) => deadline.origin === "FOLLOW_ON");
  const ahead = [...inForce, ...followOns].map((deadline) => deadline.dueOn).filter((day) => day >= asOf);
  return ahead.sort()[0] ?? null;
}

const nextFollowOn = (known: readonly DeadlineInput[], { completedOn, asOf }: Progress): CalendarDate | null => (completedOn === null ? nextDue([], known, asOf) : null);
