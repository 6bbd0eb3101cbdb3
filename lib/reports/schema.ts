import { z } from "zod";
import { dayField, oneOf } from "@/lib/codelists/code-schema";
import { incidentTypeCodes } from "@/lib/codelists/incident-type";
import { redactionProfileCodes } from "@/lib/codelists/redaction-profile";
import { reportKindCodes } from "@/lib/codelists/report-kind";
import { reportStates } from "@/lib/codelists/report-state";
import { verificationCodes } from "@/lib/codelists/verification";
import { calendarDate, endOfUtcDay, parseCalendarDate } from "@/lib/kernel/calendar-date";

const absent = (value: unknown): unknown => (value === "" ? undefined : value);
const day = z.preprocess(absent, dayField.transform(calendarDate).optional());
const code = z.preprocess(absent, z.string().trim().max(60).refine((written) => !written.includes("\u0000"), { error: "Not a code." }).optional());

/** `TL-000012` or 12. */
const incident = z.preprocess(
  (value) => (typeof value === "string" ? absent(value.trim().replace(/^TL-0*/i, "")) : value),
  z.coerce.number({ error: "Write the record's reference, such as TL-000012." }).int({ error: "Write the record's reference, such as TL-000012." }).min(1).max(2_147_483_647).optional(),
);

/** An instant, or a day, which stands for all of that day in UTC. */
const knowledge = z.preprocess(
  absent,
  z
    .string()
    .transform((written, context): { readonly at: Date; readonly isDay: boolean } => {
      const named = parseCalendarDate(written);
      const instant = z.iso.datetime().safeParse(written);
      if (named) return { at: endOfUtcDay(named), isDay: true };
      if (instant.success) return { at: new Date(written), isDay: false };
      context.addIssue({ code: "custom", message: `${JSON.stringify(written)} is not an instant in UTC; write YYYY-MM-DDTHH:MM:SSZ, or YYYY-MM-DD for the end of that day.` });
      return z.NEVER;
    })
    .optional(),
);

/** A form gives a text for one value and a list for several. */
const listOf = <T extends z.ZodType>(member: T) => z.preprocess((value): unknown[] => [value].flat().filter((one) => one !== undefined && one !== ""), z.array(member).max(100));

const requestFields = z.object({
  kind: oneOf(reportKindCodes),
  profile: oneOf(redactionProfileCodes).default("PUBLIC").meta({ description: "For whom it is written: what is left out follows from it." }),
  agreement: code.meta({ description: "An agreement's code; that of the duty, or the newest with duties, where it is not given." }),
  obligation: code.meta({ description: "For OBLIGATION_BRIEF: the duty's code." }),
  incident: incident.meta({ description: "For INCIDENT_BRIEF: the record's reference or number." }),
  from: day.meta({ description: "The first day of the period. A brief on a record takes the record's own days where none are given." }),
  to: day.meta({ description: "The last day of the period; for a day it may be left out." }),
  asOf: day.meta({ description: "The day of the world; the last day of the period where it is not given." }),
  knownAt: knowledge.meta({ description: "What was known by then; now where it is not given." }),
  type: listOf(oneOf(incidentTypeCodes)).meta({ description: "Only records of these types." }),
  verification: listOf(oneOf(verificationCodes)).meta({ description: "Only records at these levels." }),
  unit: listOf(z.string().trim().min(1).max(60)).meta({ description: "Only records of these districts." }),
});

type Fields = z.output<typeof requestFields>;
type KindRule = { readonly path: keyof Fields; readonly isBroken: (input: Fields) => boolean; readonly message: string | ((input: Fields) => string) };

const isDay = ({ kind }: Fields): boolean => kind === "DAILY_SITUATION";
const isRecord = ({ kind }: Fields): boolean => kind === "INCIDENT_BRIEF";

/** What belongs to a kind must be there, and what doesn't must not be: a slip would give another report than was meant. */
const kindRules: readonly KindRule[] = [
  { path: "obligation", isBroken: ({ kind, obligation }) => kind === "OBLIGATION_BRIEF" && obligation === undefined, message: "Choose the duty that the brief is on." },
  { path: "obligation", isBroken: ({ kind, obligation }) => kind !== "OBLIGATION_BRIEF" && obligation !== undefined, message: "Only a brief on a duty names one." },
  { path: "incident", isBroken: (input) => isRecord(input) && input.incident === undefined, message: "Name the record that the brief is on, such as TL-000012." },
  { path: "incident", isBroken: (input) => !isRecord(input) && input.incident !== undefined, message: "Only a brief on a record names one." },
  { path: "from", isBroken: (input) => isDay(input) && input.from === undefined, message: "Name the day." },
  { path: "from", isBroken: (input) => !isDay(input) && !isRecord(input) && input.from === undefined, message: "Name the first day of the period." },
  { path: "to", isBroken: (input) => !isDay(input) && !isRecord(input) && input.to === undefined, message: "Name the last day of the period." },
  { path: "to", isBroken: ({ from, to }) => from !== undefined && to !== undefined && to < from, message: ({ from, to }) => `The end, ${to}, is before the start, ${from}.` },
  { path: "to", isBroken: (input) => isDay(input) && input.to !== undefined && input.from !== undefined && input.to > input.from, message: "The situation of a day has one day; leave the last day out, or choose a period." },
];

function checkKind(input: Fields, context: z.RefinementCtx): void {
  for (const { path, message } of kindRules.filter(({ isBroken }) => isBroken(input))) context.addIssue({ code: "custom", path: [path], message: typeof message === "string" ? message : message(input) });
}

export const reportInput = requestFields.superRefine(checkKind);
export type ReportInput = z.output<typeof reportInput>;

/** The body of `POST /reports`; another name is a slip of the pen and refused. */
export const reportBodyFields: ReadonlySet<string> = new Set(Object.keys(requestFields.shape));

/** The list's filters. */
export const reportFilter = z.strictObject({
  cursor: z.coerce.number().int().min(1).optional().meta({ description: "`nextCursor` of the page before." }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type ReportFilter = z.output<typeof reportFilter>;

/** A report as the API answers it: what was asked for, how far it is, and what it is verified by. */
export const reportView = z
  .object({
    id: z.int(),
    reference: z.string(),
    kind: z.enum(reportKindCodes),
    profile: z.enum(redactionProfileCodes),
    title: z.string().nullable(),
    agreement: z.string(),
    obligation: z.string().nullable(),
    incident: z.string().nullable(),
    period: z.object({ from: z.string(), to: z.string() }),
    asOf: z.string(),
    knownAt: z.iso.datetime(),
    filters: z.record(z.string(), z.array(z.string())),
    ruleVersion: z.string(),
    state: z.enum(reportStates.map((entry) => entry.code)),
    progress: z.int().meta({ description: "How far its making is, from 0 to 100." }),
    step: z.string().nullable(),
    failure: z.string().nullable(),
    sha256: z.string().nullable().meta({ description: "Of the canonical JSON: the digest that is printed and verified." }),
    records: z.int().nullable().meta({ description: "Records that it rests on." }),
    auditHead: z.object({ seq: z.int(), hash: z.string() }).nullable().meta({ description: "Where the audit's chain stood when it was made." }),
    author: z.string().nullable().meta({ description: "null for readers who are shown no names." }),
    requestedAt: z.iso.datetime(),
    madeAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Report" });
export type ReportView = z.output<typeof reportView>;
