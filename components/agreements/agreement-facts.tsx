import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { AgreementView } from "@/lib/agreements/domain/view";
import { confidenceLabel } from "@/lib/codelists/source-basis";

const lines = (values: readonly string[]) =>
  values.length === 0 ? null : (
    <ul>
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );

/** Who agreed, when it took effect, how it stands according to the sources. */
export function AgreementFacts({ agreement }: { agreement: AgreementView }) {
  return (
    <Card title="What it is">
      <DefinitionList
        items={[
          { term: "Kind", description: agreement.kind },
          { term: "Also called", description: lines(agreement.titles.slice(1)) },
          { term: "Parties", description: lines(agreement.parties) },
          { term: "Signatories", description: lines(agreement.signatories) },
          { term: "Mediators", description: lines(agreement.mediators) },
          { term: "Place", description: agreement.place },
          { term: "Signed or announced", description: <Dated day={agreement.signedOn} note={agreement.signedNote} /> },
          { term: "In force", description: <InForce agreement={agreement} /> },
          {
            term: "Status in the sources",
            description: (
              <>
                {agreement.status}
                {agreement.statusOn !== null && (
                  <>
                    , as of <DateText value={agreement.statusOn} />
                  </>
                )}
              </>
            ),
          },
          { term: "Truce", description: agreement.setsTruce ? <TextLink href={`/agreements/compare#${agreement.code}`}>What became of it, beside the other truces</TextLink> : null },
          { term: "Notes", description: lines(agreement.notes) },
          { term: "Rests on", description: confidenceLabel(agreement.confidence) },
        ]}
      />
    </Card>
  );
}

function Dated({ day, note }: { day: string; note: string | null }) {
  return (
    <>
      <DateText value={day} />
      {note !== null && <span className="block text-ink-soft">{note}</span>}
    </>
  );
}

/** The instant in UTC beside the local reading: the day may differ between the two. */
function InForce({ agreement }: { agreement: AgreementView }) {
  const { inForceAt, inForceLocal, inForceZone, inForceNote } = agreement;
  return (
    <>
      {inForceAt === null ? "No hour on record" : <DateText value={inForceAt} />}
      {inForceLocal !== null && (
        <span className="block">
          Local reading: {inForceLocal.replace("T", " ").replace(/:00$/, "")}
          {inForceZone !== null && ` (${inForceZone})`}
        </span>
      )}
      {inForceNote !== null && <span className="block text-ink-soft">{inForceNote}</span>}
    </>
  );
}
