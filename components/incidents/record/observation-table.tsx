import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { observationKindLabel } from "@/lib/codelists/observation";
import { observationDirectionLabel } from "@/lib/codelists/observation-direction";
import { observationMeansLabel } from "@/lib/codelists/observation-means";
import { type IncidentView, type ObservationView, referenceOf } from "@/lib/incidents/domain/record";
import { distanceInWords, weaponInWords } from "@/lib/incidents/observations/domain";
import { rangeInWords, totalsInWords } from "./observation-words";
import { ProtectionMark } from "./protection-mark";

/** What observers counted. Nothing is drawn where there is none. */
export function ObservationTable({ incident }: { incident: IncidentView }) {
  const { observations } = incident;
  const mark = <ProtectionMark incident={incident} field="observations" />;
  if (incident.withheld.includes("observations")) return <Card title="Observations" actions={mark}><p className="text-sm text-ink-soft">Withheld.</p></Card>;
  if (observations.length === 0) return null;
  return (
    <Card title="Observations" actions={mark} lead="Counts as lowest / best / highest, in the unit that the observer used.">
      <Table caption="Observations">
        <Thead>
          <tr>
            {["Kind", "Count", "Means", "Direction", "Weapon", "Observed from"].map((heading) => (
              <Th key={heading}>{heading}</Th>
            ))}
          </tr>
        </Thead>
        <Tbody>
          {observations.map((observation, index) => (
            <ObservationRow key={index} observation={observation} />
          ))}
        </Tbody>
      </Table>
      {totalsInWords(observations).map((line) => (
        <p key={line} className="mt-2 text-sm text-ink">
          {line}
        </p>
      ))}
    </Card>
  );
}

function ObservationRow({ observation }: { observation: ObservationView }) {
  const { kind, countUnit, countLow, countBest, countHigh, mergedFrom } = observation;
  return (
    <Tr>
      <Td>
        {observationKindLabel(kind)}
        {mergedFrom !== null && (
          <span className="block text-xs">
            <TextLink href={`/incidents/${mergedFrom}`}>from {referenceOf(mergedFrom)}</TextLink>
          </span>
        )}
      </Td>
      <Td className="min-w-28 tabular-nums">
        {rangeInWords([countLow, countBest, countHigh])}
        {countUnit !== null && countUnit !== kind && ` ${observationKindLabel(countUnit).toLowerCase()}`}
      </Td>
      <Td>{observationMeansLabel(observation.means)}</Td>
      <Td>{observationDirectionLabel(observation.direction)}</Td>
      <Td className="min-w-28">{weaponInWords(observation)}</Td>
      <Td className="min-w-40">
        {observation.observerPlace}
        <span className="block text-ink-soft">{distanceInWords(observation)}</span>
      </Td>
    </Tr>
  );
}
