import { Card } from "@/components/ui/card";
import { EvidenceItem } from "./evidence-item";
import type { ClaimChoice, EvidenceEntry } from "./evidence-names";
import { GraphicChoice } from "./graphic-choice";
import { EvidenceUploader } from "./upload/evidence-uploader";

export type EvidenceOfRecord = {
  readonly incidentId: number;
  readonly items: readonly EvidenceEntry[];
  readonly claims: readonly ClaimChoice[];
  readonly mayAttach: boolean;
  readonly closed: string | null;
  readonly losesDecision: boolean;
  readonly mayBeHidden: boolean;
  readonly limitBytes: number;
};

const lead = "Files with their hash and custody. A file shows something; what it shows is for the claims and the reviewers to say.";

/** Everything on file for the record, and the place to add more. */
export function EvidenceCard({ evidence }: { evidence: EvidenceOfRecord }) {
  const { items, claims, mayAttach, closed } = evidence;
  return (
    <Card title="Evidence" lead={lead} id="evidence">
      <div className="grid gap-5">
        {items.length === 0 && <p className="text-sm text-ink-soft">{evidence.mayBeHidden ? "No evidence is open to you." : "No file is on record yet."}</p>}
        {items.length > 0 && (
          <ul className="grid gap-5">
            {items.map((item) => (
              <EvidenceItem key={item.id} item={item} claims={claims} />
            ))}
          </ul>
        )}
        {items.some((item) => item.isGraphic && item.copy.state === "MADE") && <GraphicChoice />}
        {items.length > 0 && evidence.mayBeHidden && (
          <p className="text-sm text-ink-soft">You see copies without metadata. Originals, and evidence that is protected, are for the record's own team, reviewers and auditors.</p>
        )}
        {mayAttach && <EvidenceUploader incidentId={evidence.incidentId} limitBytes={evidence.limitBytes} losesDecision={evidence.losesDecision} />}
        {closed !== null && <p className="text-sm text-ink-soft">{closed}</p>}
      </div>
    </Card>
  );
}
