import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText, dayInWords } from "@/components/ui/date-text";
import { LegendList, Picture } from "@/components/ui/picture";
import { RangeChart, type RangePoint } from "@/components/ui/range-chart";
import { ShapeMark } from "@/components/ui/shape-mark";
import { TextLink } from "@/components/ui/text-link";
import type { Comparison } from "@/lib/compliance/domain/quantity-ceiling";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import { countedQuantity } from "@/lib/compliance/domain/quantity-ceiling";
import type { QuantityPoint } from "@/lib/compliance/quantities/domain";
import { type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import { axisAround } from "@/lib/kernel/day-axis";
import { recordHref } from "../reason-list";
import { levelShape, levelsMet, levelText } from "./level-look";

type SourcesOf = (reference: string) => number | undefined;
const numberText = (value: number): string => value.toLocaleString("en");

/** `1,960`, or `1,900 to 2,000 (best 1,960)`. */
function amountText({ low, best, high }: Pick<QuantityPoint, "low" | "best" | "high">): string {
  const main = best ?? low ?? high;
  if (main === null) return "no number";
  if (low === null || high === null || low === high) return numberText(main);
  return `${numberText(low)} to ${numberText(high)}${best === null ? "" : ` (best ${numberText(best)})`}`;
}

const comparisonText: Record<Comparison, string> = { WITHIN: "equal to the limit", BELOW: "below the limit", ABOVE_BEST: "above the limit", ABOVE_HIGH_ONLY: "above it only at the high estimate", UNKNOWN: "no number to compare" };
const comparisonOf = ({ comparison, isCombined }: QuantityPoint): string => (isCombined ? `${comparisonText[comparison]}, several ceilings counted together; categories may differ` : comparisonText[comparison]);

/** What was reported for a ceiling, over time and against its limit; counts of several ceilings together are drawn apart. */
export function QuantityPicture({ obligation, sourcesOf }: { obligation: ObligationView; sourcesOf: SourcesOf }) {
  const quantity = countedQuantity(obligation.quantities);
  if (obligation.kind !== "QUANTITY_CEILING" || !quantity) return null;
  const { reported, what, unit, value } = quantity;
  const own = reported.filter(({ isCombined }) => !isCombined);
  const joint = reported.filter(({ isCombined }) => isCombined);
  const jointLimit = joint[0]?.limit;
  return (
    <Card id="figures" title="Figures reported against the limit" lead={<>The text names {numberText(value)} {unit} ({what}). A figure is somebody's count on its day and says nothing of later days.</>}>
      {reported.length === 0 ? (
        <p className="text-sm text-ink-soft">No figure for this ceiling is on record up to {dayInWords(obligation.asOf)}.</p>
      ) : (
        <Picture tableTitle="The figures as a table" legend={<Legend points={reported} />} note={<Age points={reported} asOf={obligation.asOf} />} table={<QuantityTable code={obligation.code} points={reported} sourcesOf={sourcesOf} />}>
          {own.length === 0 ? (
            <p className="text-sm text-ink-soft">No figure counts this ceiling alone; its limit of {numberText(value)} has nothing beside it.</p>
          ) : (
            <Panel obligation={obligation} limit={value} points={own} title={`Counted alone, ${unit}`} />
          )}
          {jointLimit !== undefined && (
            <div className="mt-5">
              <Panel obligation={obligation} limit={jointLimit} points={joint} title={`Counted together with the sister ceilings of the point: against their sum, ${numberText(jointLimit)}`} />
              <p className="mt-1 text-sm text-ink-soft">These figures count several ceilings as one, and their categories may differ from the text's. They never show by themselves that one ceiling is kept or passed.</p>
            </div>
          )}
        </Picture>
      )}
    </Card>
  );
}

function Panel({ obligation, limit, points, title }: { obligation: ObligationView; limit: number; points: readonly QuantityPoint[]; title: string }) {
  const days = points.map(({ on }) => on);
  const axis = axisAround(obligation.startsOn === null ? days : [...days, obligation.startsOn]);
  if (!axis) return null;
  const drawn = points.map((point, index): RangePoint => {
    const text = `${dayInWords(point.on)}: ${amountText(point)} ${point.unit}, ${point.what}, reported by ${point.reportedBy} (${levelText(point.verification)}); ${comparisonOf(point)} (${numberText(point.limit)})`;
    return { key: `${point.reference}|${point.what}|${index}`, on: point.on, low: point.low, best: point.best, high: point.high, shape: levelShape(point.verification), text };
  });
  return (
    <>
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      <RangeChart label={`${obligation.code}, ${title}. ${drawn.map(({ text }) => text).join(". ")}`} axis={axis} limit={{ value: limit, text: `limit ${numberText(limit)}` }} points={drawn} />
    </>
  );
}

function Legend({ points }: { points: readonly QuantityPoint[] }) {
  const levels = levelsMet(points.map(({ verification }) => verification));
  return <LegendList label="Shapes in this picture" items={levels.map((code) => ({ key: code, sign: <ShapeMark shape={levelShape(code)} />, word: `${levelText(code)}${points.some((point) => point.verification === code && point.standing === "WAITING") ? ", waits and decides nothing" : ""}` }))} />;
}

function Age({ points, asOf }: { points: readonly QuantityPoint[]; asOf: CalendarDate }) {
  const last = points.at(-1);
  if (!last) return null;
  const days = daysBetween(last.on, asOf);
  return (
    <>
      As of {dayInWords(asOf)}: {points.length} {points.length === 1 ? "figure" : "figures"}; the latest is of {dayInWords(last.on)}
      {days === 0 ? "" : `, ${numberText(days)} ${days === 1 ? "day" : "days"} earlier`}.
    </>
  );
}

function QuantityTable({ code, points, sourcesOf }: { code: string; points: readonly QuantityPoint[]; sourcesOf: SourcesOf }) {
  return (
    <Table caption={`Figures reported for ${code}, oldest first`}>
      <Thead>
        <Tr>
          <Th>Day</Th>
          <Th>Figure</Th>
          <Th>Reported by</Th>
          <Th>Against</Th>
          <Th>Level</Th>
          <Th>Sources</Th>
          <Th>Record</Th>
        </Tr>
      </Thead>
      <Tbody>
        {points.map((point) => (
          <Tr key={`${point.reference}|${point.what}|${point.limit}`}>
            <Th scope="row" className="font-normal">
              <DateText value={point.on} />
            </Th>
            <Td>
              <span className="font-semibold tabular-nums">{amountText(point)}</span> {point.unit}
              <span className="block text-ink-soft">{point.what}</span>
            </Td>
            <Td>{point.reportedBy}</Td>
            <Td>
              <span className="tabular-nums">{numberText(point.limit)}</span>
              <span className="block text-ink-soft">{comparisonOf(point)}</span>
              {point.note !== null && <span className="block text-ink-soft">{point.note}</span>}
            </Td>
            <Td>
              {levelText(point.verification)}
              {point.standing === "WAITING" && <span className="block text-ink-soft">waits</span>}
            </Td>
            <Td className="tabular-nums">{sourcesOf(point.reference) ?? "not counted"}</Td>
            <Td>
              <TextLink href={recordHref(point.recordId)}>{point.reference}</TextLink>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
