import { type BandPattern, BandSample } from "@/components/ui/band-pattern";
import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText, dayInWords } from "@/components/ui/date-text";
import { LegendList, Picture } from "@/components/ui/picture";
import { TimeLanes } from "@/components/ui/time-lanes";
import { accessRestrictionLabel, coverageLevelLabel } from "@/lib/codelists/coverage";
import type { CoverageBand, CoveragePicture as Coverage } from "@/lib/compliance/coverage/domain";

const patterns: Record<string, BandPattern> = { FULL: "full", PARTIAL: "light", NONE: "empty", NOT_ON_RECORD: "dotted" };
const levelText = (level: string): string => (level === "NOT_ON_RECORD" ? "Nothing on record" : coverageLevelLabel(level));
// Restricted presence is hatched: somebody was there and could not see freely.
const patternOf = ({ level, restriction }: CoverageBand): BandPattern => (level === "PARTIAL" && restriction !== null ? "hatched" : (patterns[level] ?? "dotted"));
const bandText = ({ level, restriction }: CoverageBand): string => `${levelText(level)}${restriction === null ? "" : `; access: ${accessRestrictionLabel(restriction).toLowerCase()}`}`;
const dayWord = (days: number): string => `${days.toLocaleString("en")} ${days === 1 ? "day" : "days"}`;

/** Who could observe a duty and when, over the days of its strip; the same in a table. */
export function CoveragePicture({ code, coverage }: { code: string; coverage: Coverage }) {
  const { span, lanes, observedDays, days } = coverage;
  const bands = lanes.flatMap((lane) => lane.bands);
  const legend = [...new Map(bands.map((band) => [`${patternOf(band)}|${bandText(band)}`, band])).entries()].map(([key, band]) => ({ key, sign: <BandSample pattern={patternOf(band)} />, word: bandText(band) }));
  const summary = `Somebody on record could see at least a part on ${observedDays.toLocaleString("en")} of the ${dayWord(days)} from ${dayInWords(span.from)} to ${dayInWords(span.to)}.`;
  return (
    <Card id="coverage" title="Who could observe, over time" lead={summary}>
      {lanes.length === 0 ? (
        <p className="text-sm text-ink-soft">No observer of this duty is on record, so nothing here may be called calm.</p>
      ) : (
        <Picture legend={<LegendList label="Bands in this picture" items={legend} />} note="Where nobody could observe, a day without records is not a calm day." table={<CoverageTable code={code} coverage={coverage} />}>
          <TimeLanes
            label={`Who could observe ${code}. ${summary}`}
            axis={span}
            lanes={lanes.map((lane) => ({
              key: lane.observer,
              label: lane.observerName,
              bands: lane.bands.map((band) => ({ key: band.from, from: band.from, to: band.to, pattern: patternOf(band), text: `${dayInWords(band.from)} to ${dayInWords(band.to)}, ${dayWord(band.days)}: ${bandText(band)}` })),
            }))}
          />
        </Picture>
      )}
    </Card>
  );
}

function CoverageTable({ code, coverage: { lanes } }: { code: string; coverage: Coverage }) {
  return (
    <Table caption={`Who could observe ${code}`}>
      <Thead>
        <Tr>
          <Th>Observer</Th>
          <Th>From</Th>
          <Th>To</Th>
          <Th>Days</Th>
          <Th>What could be seen</Th>
        </Tr>
      </Thead>
      <Tbody>
        {lanes.flatMap((lane) =>
          lane.bands.map((band) => (
            <Tr key={`${lane.observer}|${band.from}`}>
              <Th scope="row" className="font-normal">
                {lane.observerName}
              </Th>
              <Td>
                <DateText value={band.from} />
              </Td>
              <Td>
                <DateText value={band.to} />
              </Td>
              <Td className="tabular-nums">{band.days.toLocaleString("en")}</Td>
              <Td>{bandText(band)}</Td>
            </Tr>
          )),
        )}
      </Tbody>
    </Table>
  );
}
