import { z } from "zod";
import { dayField } from "@/lib/codelists/code-schema";
import { complianceStateCodes } from "@/lib/codelists/compliance-state";
import { overlayCodes } from "@/lib/codelists/overlay";
import { timelinessCodes } from "@/lib/codelists/timeliness";
import { decisionInForceView, statusDecisionView } from "@/lib/compliance/decisions/schema";
import { calendarDate, parseCalendarDate } from "@/lib/kernel/calendar-date";
import { noBody, noParams, operation } from "@/lib/server/operation";

const tag = "Board";

/** An instant, or a day, which stands for all of that day in UTC. */
const knowledge = z.string().transform((text, context): Date => {
  const isDay = parseCalendarDate(text) !== undefined;
  const isInstant = z.iso.datetime().safeParse(text).success;
  if (isDay || isInstant) return new Date(isDay ? `${text}T23:59:59.999Z` : text);
  context.addIssue({ code: "custom", message: `${JSON.stringify(text)} is not an instant in UTC; write YYYY-MM-DDTHH:MM:SSZ, or YYYY-MM-DD for the end of that day.` });
  return z.NEVER;
});

const asOf = dayField.transform(calendarDate).optional().meta({ description: "The day of the world; today in UTC where it is not given.", example: "2020-11-26" });
const knownAt = knowledge.optional().meta({ description: "What was known by then; now where it is not given.", example: "2020-12-01T00:00:00Z" });
const rules = z.string().trim().max(40).optional().meta({ description: "A version of the rules to judge by, whatever the day; those in force where it is not given.", example: "2026-11-1" });

/** The two clocks, as every door that answers for a day takes them. */
export const boardDates = z.strictObject({ asOf, knownAt });

export const agreementCode = z.string().trim().min(1).max(60).optional().meta({ description: "An agreement's code; all agreements where it is not given." });
export const codeParam = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,59}$/)
  .meta({ description: "The code, as in the lists." });

const recordId = z.union([z.object({ incident: z.int() }), z.object({ milestone: z.string() })]);

const reason = z
  .object({
    rule: z.string(),
    text: z.string(),
    recordId: recordId.optional(),
    reference: z.string().optional(),
    on: z.string().optional(),
    verification: z.string().optional(),
    relation: z.string().optional(),
    more: z.int().optional().meta({ description: "So many further records of the same sort, which are not named." }),
  })
  .meta({ id: "Reason", description: "A rule and, where it rests on one, the record that made it speak." });

const assessment = {
  code: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.enum(complianceStateCodes).meta({ description: "What stands: the proposal, with what reviewers decided laid over it." }),
  proposedState: z.enum(complianceStateCodes).meta({ description: "What the rules propose." }),
  decision: decisionInForceView.nullable().meta({ description: "The decision that speaks for this day by this knowledge." }),
  isDecisionWaiting: z.boolean().meta({ description: "A decision waits for a second reviewer." }),
  timeliness: z.enum(timelinessCodes).nullable(),
  overlays: z.array(z.enum(overlayCodes)),
  because: z.array(reason).min(1),
  claimsWaiting: z.int().meta({ description: "Records that are not verified well enough to count." }),
  nextDate: z.string().nullable(),
};

const edition = { asOf: z.string(), knownAt: z.string().nullable(), ruleVersion: z.string() };

const boardItem = z.object({ ...assessment, clause: z.object({ number: z.int(), title: z.string() }), agreement: z.string() }).meta({ id: "BoardItem" });

export const getBoard = operation({
  id: "getBoard",
  method: "GET",
  path: "/board",
  tag,
  summary: "The state of every obligation on a day, with the reasons",
  params: noParams,
  query: z.strictObject({ agreement: agreementCode, asOf, knownAt, rules }),
  body: noBody,
  answers: { 200: { description: "The board. Silence is not compliance: where nobody looked, it says so.", schema: z.object({ ...edition, items: z.array(boardItem) }) } },
});

export const exportBoardHistory = operation({
  id: "exportBoardHistory",
  method: "GET",
  path: "/board/history.csv",
  tag,
  summary: "The state of every obligation on the last day of each month up to a day, as CSV",
  description: "Columns: code, title, kind, month, as_of, state, timeliness, overlays, decision, dates, known_at, rule_version. `state` is what stands; `decision` is what reviewers did for that day or an earlier one. Several values of one cell are joined by a semicolon.",
  params: noParams,
  query: z.strictObject({ agreement: agreementCode, asOf, knownAt, rules }),
  body: noBody,
  answers: { 200: { description: "The file.", mediaType: "text/csv", headers: { "Content-Disposition": "The file's name." } } },
});

const part = z.looseObject({});

const count = z.int().nullable();

const reportedFigure = z
  .object({
    on: z.string().meta({ description: "The last day of the record." }),
    what: z.string(),
    unit: z.string(),
    low: count,
    best: count,
    high: count,
    reportedBy: z.string(),
    note: z.string().nullable(),
    limit: z.number(),
    isCombined: z.boolean().meta({ description: "Counts several ceilings together: `limit` is their sum, and categories may differ." }),
    comparison: z.enum(["WITHIN", "ABOVE_BEST", "ABOVE_HIGH_ONLY", "BELOW", "UNKNOWN"]),
    verification: z.string(),
    standing: z.enum(["COUNTED", "WAITING"]).meta({ description: "A claim that waits (V0 to V2) decides nothing." }),
    recordId,
    reference: z.string(),
    label: z.string(),
  })
  .meta({ id: "ReportedFigure", description: "A figure that somebody reported, beside the limit that it is compared with." });

const quantity = z
  .looseObject({ what: z.string(), value: z.number().nullable(), unit: z.string().nullable(), operator: z.string(), reported: z.array(reportedFigure).meta({ description: "Oldest first; empty where the figure of the text is no measure of a ceiling." }) })
  .meta({ id: "Quantity" });

const conditionInterval = z
  .object({ condition: z.enum(["OPEN", "RESTRICTED", "CLOSED", "UNKNOWN"]), fromOn: z.string(), toOn: z.string().nullable(), days: z.int(), because: z.array(reason).min(1) })
  .meta({ id: "ConditionInterval", description: "Days on which what a standing duty keeps up stood alike; `toOn` is null while they run." });
const outcome = z.object({ state: z.enum(complianceStateCodes), timeliness: z.enum(timelinessCodes).nullable() }).meta({ id: "Outcome", description: "What the same rules would say." });
const named = { recordId, reference: z.string(), label: z.string(), on: z.string() };

const sensitivity = z
  .object({
    records: z.array(z.object({ ...named, verification: z.string(), becomes: outcome })),
    claims: z.array(z.object({ ...named, verification: z.string(), relation: z.string(), outcomes: z.array(z.object({ at: z.string(), becomes: outcome })) })),
    coverage: z.array(z.object({ observer: z.string(), fromOn: z.string(), toOn: z.string().nullable(), becomes: outcome })),
    amendments: z.array(z.object({ dueOn: z.string(), setOn: z.string(), setBy: z.string(), becomes: outcome })),
    leftOut: z.object({ records: z.int(), claims: z.int() }),
  })
  .meta({ id: "Sensitivity", description: "The single things that would change the state or the timeliness: a record refuted, a claim verified, an observer not there, a date not moved. `leftOut` counts what was not tried." });

const dissent = z
  .object({
    denials: z.array(z.object({ ...named, deniedBy: z.array(z.string()), counteredBy: z.array(z.string()) })),
    otherReadings: z.array(z.object({ holder: z.string(), reading: z.string(), becomes: outcome })),
    interpretations: z.array(z.looseObject({ holder: z.string(), reading: z.string(), statedOn: z.string().nullable() })),
  })
  .meta({ id: "Dissent", description: "Who denies the records of the answer, readings of the date under which it is another, and how holders read the duty. None is marked as ours." });

export const getObligation = operation({
  id: "getObligation",
  method: "GET",
  path: "/obligations/{code}",
  tag,
  summary: "One obligation with everything that its state rests on",
  params: z.object({ code: codeParam }),
  query: z.strictObject({ asOf, knownAt, rules }),
  body: noBody,
  answers: {
    200: {
      description: "Inputs, decisions, deadlines in every reading, quantities and history.",
      schema: z
        .looseObject({
          ...edition,
          ...assessment,
          inputs: z.array(part).meta({ description: "Records of the duty, the newest first: all that are more than a plain breach, possible breach or context, and of these the newest 200." }),
          inputsLeftOut: z.int().meta({ description: "How many further records stand on the duty up to the day; the list of incidents has them." }),
          inputsDigest: z.string().meta({ description: "SHA-256 over everything the engine read; a decision sends it back." }),
          decisions: z.array(part),
          statusDecisions: z.array(statusDecisionView),
          deadlines: z.array(part),
          quantities: z.array(quantity),
          conditions: z.array(conditionInterval),
          history: z.array(part),
          sensitivity,
          dissent,
        })
        .meta({ id: "Obligation" }),
    },
  },
});
