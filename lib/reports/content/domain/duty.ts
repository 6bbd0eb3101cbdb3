import { deadlineOriginLabel } from "@/lib/codelists/deadline-origin";
import { deadlineRuleLabel } from "@/lib/codelists/deadline-rule";
import { obligationKindLabel } from "@/lib/codelists/obligation-kind";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Block, Cell, MonthsBlock, Section } from "../../domain/document";
import { figure, levelOf } from "../../domain/figure";
import { dutyHref, stateInWords } from "./board";
import { levelText, recordHref, textColumns } from "./records";

/** The keys of the sources that the account of a duty rests on. */
export const sourcesOfDuty = (duty: ObligationView): string[] => [...new Set([...duty.inputs.flatMap(({ sources = [] }) => sources.map(({ key }) => key)), ...duty.sources.map(({ key }) => key)])];

const waitingOf = (duty: ObligationView): Cell => {
  const waiting = duty.inputs.filter(({ standing }) => standing === "WAITING");
  const sources = new Set(waiting.flatMap(({ sources: named = [] }) => named.map(({ key }) => key))).size;
  return figure({ value: waiting.length, unit: waiting.length === 1 ? "claim" : "claims", sources, asOf: duty.asOf, level: levelOf(waiting.map(({ verification }) => verification)) });
};

/** What stands for a duty and why, in the words of the board. */
export function stateBlocks(duty: ObligationView): Block[] {
  return [
    {
      type: "FACTS",
      items: [
        { term: "Kind", value: obligationKindLabel(duty.kind) },
        { term: "State", value: stateInWords(duty) },
        { term: "What the rules propose", value: complianceStateLabel(duty.proposedState) },
        { term: "Decision of reviewers", value: duty.decision === null ? "none" : `For ${duty.decision.asOf}: “${duty.decision.reason}”` },
        { term: "Claims that wait", value: waitingOf(duty) },
        { term: "Next date", value: duty.nextDate ?? "none" },
      ],
    },
    { type: "LIST", items: duty.because.map(({ text, rule, reference }) => `${text} (rule ${rule}${reference === undefined ? "" : `, ${reference}`})`) },
  ];
}

/** Dates in every reading, who denies, and how holders read it. */
export function readingBlocks(duty: ObligationView): Block[] {
  const dates: Block[] = duty.deadlines.length === 0 ? [] : [
    {
      type: "TABLE",
      name: `deadlines-${duty.code}`,
      caption: "Dates, each with its outcome under every reading; an amendment never hides the date before it",
      columns: textColumns("Date", "How it is set", "How it is read", "Outcome"),
      rows: duty.deadlines.map((deadline): Cell[] => [
        deadline.dueOn,
        `${deadlineOriginLabel(deadline.origin)}, set on ${deadline.setOn} by ${deadline.setBy}`,
        deadlineRuleLabel(deadline.rule),
        deadline.isKnown ? deadline.readings.map(({ reading, outcome }) => `${reading === "INCLUSIVE" ? "day included" : "day excluded"}: ${outcome.replace("_", " ").toLowerCase()}`).join("; ") || "decides nothing" : "not yet set on this day",
      ]),
      whenEmpty: "No date.",
    },
  ];
  const { denials, otherReadings, interpretations } = duty.dissent;
  const dissent = [
    ...denials.map(({ reference, label, deniedBy, counteredBy }) => `${reference} (${label}): ${[deniedBy.length > 0 ? `denied by ${deniedBy.join(", ")}` : "", counteredBy.length > 0 ? `the reverse is alleged by ${counteredBy.join(", ")}` : ""].filter((part) => part !== "").join("; ") || "contested"}.`),
    ...otherReadings.map(({ holder, reading, becomes }) => `${holder}: ${reading} Then: ${stateInWords({ ...becomes, overlays: [] })}.`),
    ...interpretations.map(({ holder, reading, statedOn }) => `${holder}${statedOn === null ? "" : ` (${statedOn})`}: ${reading}`),
  ];
  return [...dates, ...(dissent.length === 0 ? [] : [{ type: "TEXT", text: "Who disagrees, and how it is read otherwise:" } as const, { type: "LIST", items: dissent } as const])];
}

/** Figures that were reported against a limit of the text. */
export function quantityBlocks(duty: ObligationView): Block[] {
  return duty.quantities.flatMap((quantity): Block[] => {
    if (quantity.value === null || quantity.unit === null || quantity.reported.length === 0) return [];
    const unit = quantity.unit;
    const limit = figure({ value: quantity.value, unit, sources: duty.sources.length, asOf: duty.asOf, level: "TEXT" });
    const rows = quantity.reported.map((point): Cell[] => {
      const input = duty.inputs.find(({ reference }) => reference === point.reference);
      const count = (value: number | null): Cell => (value === null ? "not given" : figure({ value, unit: point.unit, sources: input?.sources?.length ?? 0, asOf: point.on, level: levelOf([point.verification]) }));
      return [point.on, point.reportedBy, `${point.label}${point.isCombined ? " (several ceilings counted together)" : ""}`, count(point.low), count(point.best), count(point.high)];
    });
    const columns = [...textColumns("Day", "Reported by", "Record"), ...["Low", "Best", "High"].map((label) => ({ label, kind: "FIGURE" as const }))];
    return [{ type: "FACTS", items: [{ term: `Limit of the text: ${quantity.what}`, value: limit }] }, { type: "TABLE", name: `figures-${duty.code}`, caption: "Figures reported, each with its reporter", columns, rows, whenEmpty: "None reported." }];
  });
}

/** The records that the state of a duty was made from, and those that wait. */
export function inputsBlock(duty: ObligationView): Block {
  const standing = { COUNTED: "counted", WAITING: "waits", NOT_COUNTED: "not counted" } as const;
  return {
    type: "TABLE",
    name: `inputs-${duty.code}`,
    caption: "Records on this duty up to the day, the newest first",
    columns: [...textColumns("Record", "Day", "What is recorded", "Relation", "Level", "In the state"), { label: "Sources", kind: "FIGURE" }],
    rows: duty.inputs.map((input): Cell[] => [
      "incident" in input.recordId ? { text: input.reference, href: recordHref(input.recordId.incident) } : input.reference,
      input.occurredStart,
      input.label,
      obligationRelationLabel(input.relation),
      levelText(input.verification),
      standing[input.standing],
      figure({ value: input.sources?.length ?? 0, unit: "sources named", sources: input.sources?.length ?? 0, asOf: duty.asOf, level: levelOf([input.verification]) }),
    ]),
    whenEmpty: "No record is on this duty.",
  };
}

/** The state on the last day of each month of the span, a row for each duty. */
export function monthsBlock(duties: readonly ObligationView[], span: { readonly from: CalendarDate; readonly to: CalendarDate }): MonthsBlock {
  return {
    type: "MONTHS",
    caption: "State on the last day of each month, by the same rules and the same knowledge; decisions of reviewers are not laid over it",
    rows: duties.map(({ code, strip }) => ({ label: code, months: strip.months.filter(({ on }) => on >= span.from && on <= span.to).map(({ on, state }) => ({ on, state })) })),
  };
}

/** Everything on one duty. */
export function dutySections(duty: ObligationView, span: { readonly from: CalendarDate; readonly to: CalendarDate }): Section[] {
  return [
    { id: "duty", title: "The duty", blocks: [{ type: "FACTS", items: [
      { term: "Duty", value: { text: duty.code, href: dutyHref(duty.code) } }, { term: "What it asks", value: duty.title }, { term: "Description", value: duty.description }, { term: "Who bears it", value: duty.obligors.join(", ") || "not named" },
      { term: "To whom it is owed", value: duty.beneficiary }, { term: "Who verifies", value: duty.verifier }, { term: "Clause", value: `Point ${duty.clause.number}: ${duty.clause.title}` },
    ] }] },
    { id: "state", title: "How it stands, and why", blocks: stateBlocks(duty) },
    { id: "readings", title: "Dates, readings and dissent", blocks: orNone(readingBlocks(duty), "The duty has no date, and nobody on record reads it otherwise.") },
    ...sectionIfAny({ id: "figures", title: "Figures against the limit", blocks: quantityBlocks(duty) }),
    { id: "months", title: "Month by month", blocks: [monthsBlock([duty], span)] },
    { id: "inputs", title: "What it rests on", blocks: [inputsBlock(duty)] },
  ];
}

const orNone = (blocks: readonly Block[], text: string): readonly Block[] => (blocks.length === 0 ? [{ type: "TEXT", text }] : blocks);
const sectionIfAny = (section: Section): Section[] => (section.blocks.length === 0 ? [] : [section]);

/** Every duty of an agreement, one after the other, with its reasons and who disagrees. */
export function dutiesSection(duties: readonly ObligationView[]): Section {
  return {
    id: "duties",
    title: "Duty by duty",
    blocks: duties.flatMap((duty): Block[] => [{ type: "HEADING", text: `${duty.code} ${duty.title}`, href: dutyHref(duty.code) }, ...stateBlocks(duty), ...readingBlocks(duty), ...quantityBlocks(duty)]),
  };
}
