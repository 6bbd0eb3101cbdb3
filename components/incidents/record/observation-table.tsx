import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { observationKindLabel } from "@/lib/codelists/observation";
import { observationDirectionLabel } from "@/lib/codelists/observation-direction";
import { observationMeansLabel } from "@/lib/codelists/observation-means";
import { weaponLabel } from "@/lib/codelists/weapon";
import type { IncidentView, ObservationView } from "@/lib/incidents/domain/record";
import { ProtectionMark } from "./protection-mark";

const range = ({ countLow, countBest, countHigh }: ObservationView): string =>
  [countLow, countBest, countHigh].every((count) => count === null) ? "not counted" : [countLow, countBest, countHigh].map((count) => count ?? "?").join(" / ");

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
            {["Kind", "Count", "Means", "Direction", "Weapon"].map((heading) => (
              <Th key={heading}>{heading}</Th>
            ))}
          </tr>
        </Thead>
        <Tbody>
          {observations.map((observation, index) => (
            <Tr key={index}>
              <Td>{observationKindLabel(observation.kind)}</Td>
              <Td className="whitespace-nowrap tabular-nums">
                {range(observation)}
                {observation.countUnit !== null && ` ${observationKindLabel(observation.countUnit).toLowerCase()}`}
              </Td>
              <Td>{observationMeansLabel(observation.means)}</Td>
              <Td>{observationDirectionLabel(observation.direction)}</Td>
              <Td>{observation.weapon === null ? "" : weaponLabel(observation.weapon)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
}
