import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { credibilityLabel } from "@/lib/codelists/credibility";
import { stanceLabel } from "@/lib/codelists/stance";
import { type IncidentView, referenceOf } from "@/lib/incidents/domain/record";
import { ProtectionMark } from "./protection-mark";
import type { RecordNames } from "./record-names";
import { SourceMention } from "./source-mention";

/** Who said what: claims stay claims, one line each, in the order of the record. */
export function ClaimLedger({ incident, names }: { incident: IncidentView; names: RecordNames }) {
  const { claims, withheld } = incident;
  return (
    <Card
      title="Claim ledger"
      actions={<ProtectionMark incident={incident} field="quotes" />}
      lead="Each line is what a speaker said, not a fact. Quotes keep their own words and names of places."
    >
      {claims.length === 0 ? (
        <p className="text-sm text-ink-soft">No claim is on record yet.</p>
      ) : (
        <Table caption="Claims: who alleges, denies, admits or finds what">
          <Thead>
            <tr>
              {["Stance", "Speaker", "Against", "Stated on", "Source", "Quote"].map((heading) => (
                <Th key={heading}>{heading}</Th>
              ))}
            </tr>
          </Thead>
          <Tbody>
            {claims.map((claim, index) => (
              // Claims have no identity of their own outside their order in the record.
              <Tr key={index}>
                <Td className="whitespace-nowrap">{stanceLabel(claim.stance)}</Td>
                <Td className="min-w-32 font-medium">
                  {names.speakers.get(claim.speaker) ?? claim.speaker}
                  {claim.mergedFrom !== null && (
                    <span className="block text-xs font-normal">
                      <TextLink href={`/incidents/${claim.mergedFrom}`}>from {referenceOf(claim.mergedFrom)}</TextLink>
                    </span>
                  )}
                </Td>
                <Td className="min-w-24">{claim.against === null ? <span className="text-ink-soft">Nobody named</span> : (names.speakers.get(claim.against) ?? claim.against)}</Td>
                <Td>{claim.statedOn === null ? <span className="text-ink-soft">Not known</span> : <DateText value={claim.statedOn} />}</Td>
                <Td className="min-w-40">
                  <SourceMention id={claim.source} sources={names.sources} isWithheld={withheld.includes("sources")} />
                </Td>
                <Td className="min-w-56">
                  {claim.quote === null ? <span className="text-ink-soft">{withheld.includes("quotes") ? "Withheld" : "No quote"}</span> : <q>{claim.quote}</q>}
                  {claim.locator !== null && <span className="block text-ink-soft">{claim.locator}</span>}
                  {claim.credibility !== null && (
                    <span className="block text-ink-soft">
                      Credibility {claim.credibility}: {credibilityLabel(claim.credibility).toLowerCase()}
                    </span>
                  )}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Card>
  );
}
