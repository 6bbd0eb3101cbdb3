import { Card } from "@/components/ui/card";
import { verificationLevels } from "@/lib/codelists/verification";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { FlagBadges, VerificationBadge, WorkflowBadge } from "../marks";

/** The record in one generated sentence, and how far it is known. */
export function RecordHeadline({ incident, sentence }: { incident: IncidentView; sentence: string }) {
  const level = verificationLevels.find(({ code }) => code === incident.verification);
  return (
    <Card>
      <p className="text-lg leading-snug text-ink">{sentence}</p>
      <p className="mt-1 text-xs text-ink-soft">Generated from the claim ledger below; nobody wrote it.</p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <VerificationBadge code={incident.verification} />
        <FlagBadges flags={incident.flags} />
        <WorkflowBadge state={incident.workflow} />
      </div>
      {level && (
        <p className="mt-2 text-sm text-ink-soft">
          {level.short}: {level.meaning}
        </p>
      )}
    </Card>
  );
}
