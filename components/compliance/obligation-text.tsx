import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { obligationKindLabel } from "@/lib/codelists/obligation-kind";
import { confidenceLabel } from "@/lib/codelists/source-basis";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import { type BoardMoment, obligationHref } from "./board-address";
import { StateBadge } from "./state-badge";

/** The duty itself: who owes what to whom, and how the text is read. */
export function ObligationText({ obligation, moment }: { obligation: ObligationView; moment: BoardMoment }) {
  return (
    <Card title="The duty">
      <DefinitionList
        items={[
          { term: "Kind", description: obligationKindLabel(obligation.kind) },
          { term: "Read so because", description: obligation.reading },
          { term: "Owed by", description: obligation.obligors.join(", ") },
          { term: "Owed to", description: obligation.beneficiary },
          { term: "Begins", description: obligation.startsOn === null ? "When its condition is met" : <DateText value={obligation.startsOn} /> },
          { term: "Ends", description: obligation.endsOn === null ? undefined : <DateText value={obligation.endsOn} /> },
          { term: "Scope", description: obligation.scope },
          { term: "Verifier", description: obligation.verifier },
          { term: "Subject (Peace Accords Matrix)", description: obligation.subject },
          { term: "Article and text", description: obligation.textNote },
          { term: "Note on reading", description: obligation.readingNote },
          { term: "Rests on", description: <Neighbours list={obligation.dependsOn} moment={moment} /> },
          { term: "Enables", description: <Neighbours list={obligation.enables} moment={moment} /> },
          { term: "Confidence", description: confidenceLabel(obligation.confidence) },
        ]}
      />
    </Card>
  );
}

function Neighbours({ list, moment }: { list: ObligationView["dependsOn"]; moment: BoardMoment }) {
  if (list.length === 0) return <span className="text-ink-soft">no other duty</span>;
  return (
    <ul className="space-y-1">
      {list.map((entry) => (
        <li key={entry.code} className="flex flex-wrap items-center gap-2">
          <TextLink href={obligationHref(entry.code, moment)}>
            {entry.title} ({entry.code})
          </TextLink>
          <StateBadge state={entry.state} />
        </li>
      ))}
    </ul>
  );
}
