import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { redactionProfileLabel } from "@/lib/codelists/redaction-profile";
import { reportKindLabel } from "@/lib/codelists/report-kind";
import type { ReportVerdict } from "@/lib/reports/verification/schema";
import { ChangesSince } from "./changes-since";

const words: Readonly<Record<ReportVerdict["outcome"], { title: string; tone: NoticeTone }>> = {
  GENUINE: { title: "Genuine", tone: "calm" },
  ALTERED: { title: "Altered", tone: "danger" },
  UNKNOWN: { title: "Not known here", tone: "notice" },
};

/** Whether a report is what it says, which files and rows are not, and what was corrected since. */
export function Verdict({ verdict, isSignedIn }: { verdict: ReportVerdict; isSignedIn: boolean }) {
  const { title, tone } = words[verdict.outcome];
  return (
    <div className="grid grid-cols-1 gap-5">
      <Notice tone={tone} role="status" title={title}>
        <p>{verdict.text}</p>
        {verdict.isComplete === false && <p>It is not whole: something is missing.</p>}
        {verdict.digest !== null && (
          <p className="mt-1">
            SHA-256 <code className="text-xs break-all">{verdict.digest}</code>
          </p>
        )}
      </Notice>
      {verdict.problems.length > 0 && (
        <Card title="What is not as it was made">
          <ul className="list-disc space-y-1 pl-5 text-sm text-ink">
            {verdict.problems.map(({ file, problem, row }) => (
              <li key={`${file} ${problem} ${row ?? ""}`} className="break-words">
                {file}
                {row !== null && `, ${row}`}: {problem}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {verdict.report !== null && (
        <Card title="The report">
          <DefinitionList
            items={[
              { term: "Number", description: <TextLink href={verdict.report.href}>{verdict.report.reference}</TextLink> },
              { term: "Title", description: verdict.report.title },
              { term: "Kind", description: reportKindLabel(verdict.report.kind) },
              { term: "Written for", description: redactionProfileLabel(verdict.report.profile) },
              { term: "As of", description: <DateText value={verdict.report.asOf} /> },
              { term: "Known until", description: <DateText value={verdict.report.knownAt} /> },
              { term: "Made", description: <DateText value={verdict.report.madeAt} /> },
            ]}
          />
        </Card>
      )}
      {verdict.since !== null && (
        <Card title="What changed since">
          <ChangesSince changes={verdict.since} />
        </Card>
      )}
      {!isSignedIn && verdict.outcome !== "UNKNOWN" && (
        <p className="text-sm text-ink-soft">
          What was corrected, retracted or decided anew since is told to readers with an account: <TextLink href="/sign-in?next=/verify">sign in</TextLink> and verify it again.
        </p>
      )}
    </div>
  );
}
