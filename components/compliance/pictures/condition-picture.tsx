import { type BandPattern, BandSample } from "@/components/ui/band-pattern";
import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText, dayInWords } from "@/components/ui/date-text";
import { Picture } from "@/components/ui/picture";
import { TextLink } from "@/components/ui/text-link";
import { TimeLanes } from "@/components/ui/time-lanes";
import { conditionTotals } from "@/lib/compliance/conditions/domain";
import type { Condition, ConditionInterval } from "@/lib/compliance/domain/condition-intervals";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import type { Reason } from "@/lib/compliance/domain/reason";
import { recordHref, RuleLink } from "../reason-list";
import { levelText } from "./level-look";

const patternOf: Record<Condition, BandPattern> = { OPEN: "light", RESTRICTED: "hatched", CLOSED: "full", UNKNOWN: "dotted" };
const conditionLabel: Record<Condition, string> = { OPEN: "Open", RESTRICTED: "Restricted", CLOSED: "Closed", UNKNOWN: "Not known" };
const totalText: Record<Condition, string> = {
  CLOSED: "closed, by records at V3 or above",
  RESTRICTED: "restricted, by records at V3 or above",
  OPEN: "open: observed, and no closure or restriction on record",
  UNKNOWN: "of which nothing may be said: not observed, not begun, or its object had ended",
};
const dayWord = (days: number): string => `${days.toLocaleString("en")} ${days === 1 ? "day" : "days"}`;

type ConditionPictureProps = { obligation: ObligationView; sourcesOf: (reference: string) => number | undefined };

/** Open, restricted and closed days of what a standing duty keeps up, with their counts; the same in a table. */
export function ConditionPicture({ obligation: { code, conditions, asOf }, sourcesOf }: ConditionPictureProps) {
  const first = conditions[0];
  if (!first) return null;
  const totals = conditionTotals(conditions);
  const summary = totals.map(({ condition, days }) => `${dayWord(days)} ${totalText[condition]}`).join("; ");
  return (
    <Card id="conditions" title="Open, restricted, closed" lead={<>Days from {dayInWords(first.fromOn)} to {dayInWords(asOf)}, both counted, by records at V3 or above. A day without records is open only where somebody could observe.</>}>
      <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
        {totals.map(({ condition, days }) => (
          <div key={condition} className="max-w-64 min-w-0">
            <dt className="flex items-center gap-1.5 text-sm font-semibold">
              <BandSample pattern={patternOf[condition]} /> {conditionLabel[condition]}
            </dt>
            <dd className="text-sm">
              <span className="text-lg font-semibold tabular-nums">{dayWord(days)}</span>
              <span className="block text-xs text-ink-soft">{totalText[condition]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Picture table={<ConditionTable code={code} conditions={conditions} asOf={asOf} sourcesOf={sourcesOf} />}>
        <TimeLanes label={`How what ${code} keeps up stood, as of ${dayInWords(asOf)}: ${summary}`} axis={{ from: first.fromOn, to: asOf }} lanes={[{ key: code, label: "Condition", bands: conditions.map((interval) => bandOf(interval, asOf)) }]} />
      </Picture>
    </Card>
  );
}

function bandOf({ condition, fromOn, toOn, days, because }: ConditionInterval, asOf: ConditionInterval["fromOn"]) {
  const to = toOn ?? asOf;
  return { key: fromOn, from: fromOn, to, pattern: patternOf[condition], text: `${dayInWords(fromOn)} to ${dayInWords(to)}, ${dayWord(days)}: ${conditionLabel[condition]}. ${because[0]?.text ?? ""}` };
}

type ConditionTableProps = { code: string; conditions: readonly ConditionInterval[]; asOf: ConditionInterval["fromOn"]; sourcesOf: ConditionPictureProps["sourcesOf"] };

function ConditionTable({ code, conditions, asOf, sourcesOf }: ConditionTableProps) {
  return (
    <Table caption={`Open, restricted and closed days of ${code} as of ${dayInWords(asOf)}`}>
      <Thead>
        <Tr>
          <Th>From</Th>
          <Th>To</Th>
          <Th>Days</Th>
          <Th>Condition</Th>
          <Th>Because</Th>
        </Tr>
      </Thead>
      <Tbody>
        {conditions.map(({ condition, fromOn, toOn, days, because }) => (
          <Tr key={fromOn}>
            <Th scope="row" className="font-normal">
              <DateText value={fromOn} />
            </Th>
            <Td>{toOn === null ? <>{dayInWords(asOf)}, still running</> : <DateText value={toOn} />}</Td>
            <Td className="tabular-nums">{days.toLocaleString("en")}</Td>
            <Td>{conditionLabel[condition]}</Td>
            <Td>
              {because.map((reason, index) => (
                <Because key={`${reason.rule}-${reason.reference ?? index}`} reason={reason} sourcesOf={sourcesOf} />
              ))}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Because({ reason, sourcesOf }: { reason: Reason; sourcesOf: ConditionPictureProps["sourcesOf"] }) {
  const read = reason.reference === undefined ? undefined : sourcesOf(reason.reference);
  return (
    <p className="mb-1 min-w-60 last:mb-0">
      {reason.text} <RuleLink code={reason.rule} />
      {reason.recordId !== undefined && (
        <span className="block text-ink-soft">
          <TextLink href={recordHref(reason.recordId)}>Record {reason.reference}</TextLink>
          {reason.verification !== undefined && `, ${levelText(reason.verification)}`}
          {read !== undefined && `, ${read} ${read === 1 ? "source" : "sources"}`}
        </span>
      )}
    </p>
  );
}
