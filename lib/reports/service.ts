import { appendAudit } from "@/lib/audit/store";
import type { RuleSet } from "@/lib/compliance/domain/settings";
import { currentRuleSet } from "@/lib/compliance/rules/queries";
import { transaction } from "@/lib/db/transaction";
import { scopeOf } from "@/lib/incidents/policy";
import { findStoredRecord } from "@/lib/incidents/queries";
import { enqueue } from "@/lib/jobs/store";
import type { Actor } from "@/lib/kernel/actor";
import { calendarDate, type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { forbidden, invalid, type Refusal } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { mayMakeReport } from "./policy";
import { findReportAgreement, findReportDuty } from "./queries";
import type { ReportInput } from "./schema";
import { insertReport } from "./store";

type Subject = { readonly agreementId: number; readonly obligationId: number | null; readonly incidentId: number | null; readonly span: { readonly from: CalendarDate; readonly to: CalendarDate } };

/**
 * Asks for a report: it gets a number at once and is made by a job. Both clocks and the rules are fixed now, so that it is the same
 * report however late and however often its job runs. Refused for a role that may not make the profile, and for days or knowledge
 * that have not come.
 */
export async function requestReport(actor: Actor, input: ReportInput, now: Date): Promise<Result<{ id: number }>> {
  if (!mayMakeReport(actor, input.profile)) return refuse(forbidden(`Your role, ${actor.role}, does not make reports of the profile ${input.profile}.`));
  const [subject, rules] = [await subjectOf(actor, input), await currentRuleSet()];
  if (!subject.ok) return subject;
  const { span, ...named } = subject.value;
  const clocks = clocksOf(input, span, now);
  if (!clocks.ok) return clocks;
  const report = { kind: input.kind, profile: input.profile, ...named, ...span, ...clocks.value, filters: filtersOf(input), ruleVersion: versionOf(rules), authorId: actor.userId, requestedAt: now };
  return transaction(async (tx) => {
    const id = await insertReport(tx, report);
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "report", id: String(id) }, at: now, event: "report.requested", data: { kind: input.kind, profile: input.profile, period: `${span.from}/${span.to}`, asOf: report.asOf } });
    await enqueue(tx, { task: "report.make", payload: { reportId: id }, key: `report.make:${id}` });
    return ok({ id });
  });
}

const versionOf = ({ version }: RuleSet): string => version;

/** The filters that were given, by the names of the list of incidents; none where nothing narrows. */
const filtersOf = ({ type, verification, unit }: ReportInput): Record<string, string[]> =>
  Object.fromEntries(Object.entries({ type, verification, unit }).flatMap(([name, values]) => (values.length === 0 ? [] : [[name, [...new Set(values)].sort()]])));

async function subjectOf(actor: Actor, input: ReportInput): Promise<Result<Subject>> {
  const about = input.obligation === undefined ? await agreementOf(input) : await dutyOf(input.obligation, input);
  if (!about.ok) return about;
  const span = await spanOf(actor, input);
  return span.ok ? ok({ ...about.value, incidentId: input.incident ?? null, span: span.value }) : span;
}

type About = Pick<Subject, "agreementId" | "obligationId">;

async function dutyOf(code: string, { agreement }: ReportInput): Promise<Result<About>> {
  const duty = await findReportDuty(code);
  if (!duty) return refuse(invalid("obligation", "unknown", `There is no duty “${code}”.`));
  if (agreement !== undefined && duty.agreement.code !== agreement) return refuse(invalid("obligation", "other_agreement", `The duty is one of ${duty.agreement.code}, not of ${agreement}.`));
  return ok({ agreementId: duty.agreement.id, obligationId: duty.id });
}

async function agreementOf({ agreement: code }: ReportInput): Promise<Result<About>> {
  const agreement = await findReportAgreement(code);
  if (agreement) return ok({ agreementId: agreement.id, obligationId: null });
  return refuse(invalid("agreement", "unknown", code === undefined ? "No agreement has duties yet: there is nothing to report on." : `There is no agreement “${code}” with duties.`));
}

/** The days that were given; a record's own where none were. */
async function spanOf(actor: Actor, { incident, from, to }: ReportInput): Promise<Result<Subject["span"]>> {
  const own = incident === undefined ? ok(undefined) : await daysOfRecord(actor, incident);
  if (!own.ok) return own;
  const first = from ?? own.value?.from;
  const last = to ?? own.value?.to ?? first;
  return spanned(first, last);
}

function spanned(from: CalendarDate | undefined, to: CalendarDate | undefined): Result<Subject["span"]> {
  if (!from || !to) return refuse(invalid("from", "required", "Name the first day of the period."));
  return to < from ? refuse(invalid("to", "before_start", `The end, ${to}, is before the start, ${from}.`)) : ok({ from, to });
}

async function daysOfRecord(actor: Actor, id: number): Promise<Result<Subject["span"]>> {
  const record = await findStoredRecord(scopeOf(actor), id);
  if (record?.facts.wasPublished !== true) return refuse(invalid("incident", "unknown", "There is no such record that is public: a report rests on published records only."));
  const { start, end } = record.view.occurred;
  return ok({ from: calendarDate(start), to: calendarDate(end ?? start) });
}

/** Both clocks. Neither may be ahead: nobody can say what will have happened or will be known. */
function clocksOf({ asOf, knownAt, to: given }: ReportInput, { to }: Subject["span"], now: Date): Result<{ asOf: CalendarDate; knownAt: Date }> {
  const today = utcDayOf(now);
  const ahead = (path: string, day: string): Refusal => invalid(path, "in_future", `${day} is still ahead.`);
  if (to > today) return refuse(ahead(given === undefined ? "from" : "to", to));
  const day = asOf ?? to;
  if (day > today) return refuse(ahead("asOf", day));
  if (knownAt === undefined) return ok({ asOf: day, knownAt: now });
  if (knownAt.at <= now) return ok({ asOf: day, knownAt: knownAt.at });
  // The day that is not over yet stands for what is known so far.
  if (knownAt.isDay && utcDayOf(knownAt.at) === today) return ok({ asOf: day, knownAt: now });
  return refuse(ahead("knownAt", utcDayOf(knownAt.at)));
}
