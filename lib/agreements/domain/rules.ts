import { parseCalendarDate } from "@/lib/kernel/calendar-date";
import type { FieldError } from "@/lib/kernel/refusal";
import { outcomeErrors } from "../truces/domain/rules";
import { repeatedIn } from "./changes";
import { type DutyFacts, dutyErrors } from "./duty-rules";
import { agreementParts } from "./parts";

type DeadlineFacts = { dueOn: string; setOn: string; origin: string; instrument: string | null; acceptance: string | null };
type ObligationFacts = DutyFacts & {
  clause: number;
  endsOn: string | null;
  deadlines: readonly DeadlineFacts[];
  coverage: readonly { fromOn: string; toOn: string | null }[];
  dependsOn: readonly string[];
};
/** What the rules read of an agreement that somebody wants to load. */
export type AgreementFacts = {
  code: string;
  signedOn: string;
  inForceAt: string | null;
  inForceLocal: string | null;
  clauses: readonly { number: number }[];
  textVersions: readonly { key: string; clauses: readonly { number: number }[] }[];
  links: readonly { to: string }[];
  obligations: readonly ObligationFacts[];
} & Parameters<typeof outcomeErrors>[0];

const error = (path: string, code: string, message: string): FieldError => ({ path, code, message });

/** What is wrong with an agreement beyond the shape of its fields: every error names the field and the value. */
export function agreementErrors(input: AgreementFacts): FieldError[] {
  return [
    ...inForceErrors(input),
    ...clauseErrors(input),
    ...repeatedIn(input, agreementParts).map(({ path, key }) => error(path, "repeated", `This is given twice: ${key}.`)),
    ...input.obligations.flatMap((obligation, index) => [...obligationErrors(input, obligation, `obligations.${index}`), ...dutyErrors(obligation, `obligations.${index}`)]),
    ...dependencyErrors(input.obligations),
    ...outcomeErrors(input),
  ];
}

/** The local reading of the hour decides on which day duties begin: a slip there would move every one of them. */
function inForceErrors({ inForceAt, inForceLocal }: AgreementFacts): FieldError[] {
  if (inForceLocal === null) return [];
  const [, day = "", hour] = /^(\d{4}-\d{2}-\d{2})(T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/.exec(inForceLocal) ?? [];
  if (parseCalendarDate(day) === undefined) return [error("inForceLocal", "impossible_date", `${JSON.stringify(inForceLocal)} is no day or hour on the calendar; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS.`)];
  const hoursApart = inForceAt === null || hour === undefined ? 0 : Math.abs(Date.parse(`${inForceLocal}Z`) - Date.parse(inForceAt)) / 3_600_000;
  return hoursApart > 14 ? [error("inForceLocal", "zone_disagrees", `${inForceLocal} and ${inForceAt} in UTC are ${Math.round(hoursApart)} hours apart; no zone is.`)] : [];
}

function clauseErrors({ clauses, textVersions, obligations, links, code }: AgreementFacts): FieldError[] {
  const numbers = new Set(clauses.map((clause) => clause.number));
  const missing = (path: string, number: number) => (numbers.has(number) ? [] : [error(path, "unknown_clause", `The agreement has no clause ${number}.`)]);
  return [
    ...textVersions.flatMap((version, v) => version.clauses.flatMap((text, c) => missing(`textVersions.${v}.clauses.${c}.number`, text.number))),
    ...obligations.flatMap((obligation, index) => missing(`obligations.${index}.clause`, obligation.clause)),
    ...links.flatMap((link, index) => (link.to === code ? [error(`links.${index}.to`, "self_link", `${code} cannot refer to itself.`)] : [])),
  ];
}

function obligationErrors({ signedOn }: AgreementFacts, obligation: ObligationFacts, path: string): FieldError[] {
  const { startsAt, endsOn, deadlines, coverage, terms } = obligation;
  const errors = deadlines.flatMap((deadline, index) => deadlineErrors(deadline, { signedOn, obligation, path: `${path}.deadlines.${index}` }));
  if (startsAt !== null && endsOn !== null && endsOn < startsAt.slice(0, 10)) errors.push(error(`${path}.endsOn`, "ends_before_start", `${obligation.code} ends on ${endsOn}, before it starts at ${startsAt}.`));
  for (const [index, row] of coverage.entries()) {
    if (row.toOn !== null && row.toOn < row.fromOn) errors.push(error(`${path}.coverage.${index}.toOn`, "ends_before_start", `Coverage of ${obligation.code} ends on ${row.toOn}, before it starts on ${row.fromOn}.`));
  }
  for (const [index, reading] of (terms.startReadings ?? []).entries()) {
    if (reading.on < signedOn) errors.push(error(`${path}.terms.startReadings.${index}.on`, "before_agreement", `A term of ${obligation.code} cannot start on ${reading.on}, before the agreement of ${signedOn}.`));
  }
  return errors;
}

function deadlineErrors(deadline: DeadlineFacts, { signedOn, obligation, path }: { signedOn: string; obligation: ObligationFacts; path: string }): FieldError[] {
  const errors: FieldError[] = [];
  const isAmendment = deadline.origin === "AMENDMENT";
  if (deadline.dueOn < signedOn) errors.push(error(`${path}.dueOn`, "before_agreement", `${obligation.code} cannot be due on ${deadline.dueOn}, before the agreement of ${signedOn}.`));
  if (deadline.setOn < signedOn && isAmendment) errors.push(error(`${path}.setOn`, "amendment_before_agreement", `An amendment of ${obligation.code} cannot be made on ${deadline.setOn}, before the agreement of ${signedOn}.`));
  if (deadline.setOn < signedOn && !isAmendment) errors.push(error(`${path}.setOn`, "before_agreement", `A due date of ${obligation.code} cannot be set on ${deadline.setOn}, before the agreement of ${signedOn}.`));
  if (isAmendment !== (deadline.instrument !== null && deadline.acceptance !== null))
    errors.push(error(`${path}.instrument`, "amendment_incomplete", `An amendment says by what instrument and with whose assent; a date that is none says neither (${obligation.code}, ${deadline.dueOn}).`));
  // What an amendment changes stays visible beside it: the register holds no amended date without its original.
  if (isAmendment && !obligation.deadlines.some((other) => other.origin === "ORIGINAL")) errors.push(error(`${path}.origin`, "amendment_without_original", `The amendment of ${obligation.code} to ${deadline.dueOn} has no original date beside it.`));
  return errors;
}

/** A duty waits for others of its agreement only, and never, by whatever way, for itself. */
function dependencyErrors(obligations: readonly ObligationFacts[]): FieldError[] {
  const byCode = new Map(obligations.map((obligation) => [obligation.code, obligation]));
  return obligations.flatMap((obligation, index) => {
    const unknown = obligation.dependsOn.filter((code) => !byCode.has(code));
    if (unknown.length > 0) return [error(`obligations.${index}.dependsOn`, "unknown_obligation", `${obligation.code} depends on ${unknown.join(", ")}, which the agreement does not hold.`)];
    const circle = circleFrom(obligation.code, byCode);
    return circle ? [error(`obligations.${index}.dependsOn`, "circular_dependency", `${circle.join(" waits for ")}: a circle of duties that wait for each other.`)] : [];
  });
}

function circleFrom(start: string, byCode: ReadonlyMap<string, ObligationFacts>): string[] | undefined {
  const seen = new Set<string>();
  const walk = (path: readonly string[]): string[] | undefined => {
    for (const next of byCode.get(path.at(-1) ?? "")?.dependsOn ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk([...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk([start]);
}

/** Duties so that each comes after those it waits for; `already` are there. The order of the list decides between equals. */
export function inDependencyOrder<T extends { code: string; dependsOn: readonly string[] }>(obligations: readonly T[], already: Iterable<string> = []): T[] {
  const placed = new Set<string>(already);
  const ordered: T[] = [];
  let waiting = [...obligations];
  while (waiting.length > 0) {
    const ready = waiting.filter((obligation) => obligation.dependsOn.every((code) => placed.has(code)));
    if (ready.length === 0) throw new RangeError("circular dependency: agreementErrors is asked first");
    for (const obligation of ready) placed.add(obligation.code);
    ordered.push(...ready);
    waiting = waiting.filter((obligation) => !placed.has(obligation.code));
  }
  return ordered;
}

/** Agreements by the conflict they belong to, in the order in which the conflicts first appear; within one, by date. */
export function groupedByConflict<T extends { conflict: string; signedOn: string }>(agreements: readonly T[]): { conflict: string; agreements: T[] }[] {
  return [...new Set(agreements.map((agreement) => agreement.conflict))].map((conflict) => ({
    conflict,
    agreements: agreements.filter((agreement) => agreement.conflict === conflict).toSorted((a, b) => a.signedOn.localeCompare(b.signedOn)),
  }));
}
