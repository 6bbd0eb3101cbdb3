import { Badge, type BadgeTone } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { redactionProfileLabel } from "@/lib/codelists/redaction-profile";
import { type ReportState, reportStateLabel } from "@/lib/codelists/report-state";
import type { ReportView } from "@/lib/reports/schema";

const tones: Readonly<Record<ReportState, BadgeTone>> = { QUEUED: "neutral", MAKING: "neutral", READY: "calm", FAILED: "strong" };

/** How far a report is, in a word. */
export const ReportStateBadge = ({ state }: { state: ReportState }) => <Badge tone={tones[state]}>{reportStateLabel(state)}</Badge>;

/** By what a report is verified, and who made it when. */
export function ReportSeal({ view }: { view: ReportView }) {
  return (
    <DefinitionList
      items={[
        { term: "Number", description: view.reference },
        {
          term: "SHA-256",
          description: view.sha256 === null ? undefined : (
            <span className="flex flex-wrap items-center gap-2">
              <code className="text-xs break-all">{view.sha256}</code>
              <CopyButton text={view.sha256} label="Copy the digest" />
            </span>
          ),
        },
        { term: "Made", description: view.madeAt === null ? undefined : <DateText value={view.madeAt} /> },
        { term: "Asked for by", description: view.author },
        { term: "Written for", description: redactionProfileLabel(view.profile) },
        { term: "Audit stood at", description: view.auditHead === null ? undefined : <code className="text-xs break-all">{`link ${view.auditHead.seq} ${view.auditHead.hash}`}</code> },
      ]}
    />
  );
}
