import type { Metadata } from "next";
import { ChangesSince } from "@/components/reports/changes-since";
import { ReportSeal, ReportStateBadge } from "@/components/reports/report-facts";
import { ReportClosing, ReportContents, ReportFront, ReportSections } from "@/components/reports/report-pages";
import { ReportProgress } from "@/components/reports/report-progress";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { reportKindLabel } from "@/lib/codelists/report-kind";
import { loadReport } from "@/lib/reports/loaders";
import { isUnderWay } from "@/lib/reports/domain/run";

type ReportPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const { view } = await loadReport(Number((await params).id));
  return { title: view.title ?? `${reportKindLabel(view.kind)} ${view.reference}` };
}

const downloads = [
  { href: ".pdf", label: "PDF" },
  { href: "/package.zip", label: "Package" },
  { href: ".json", label: "JSON" },
] as const;

export default async function ReportPage({ params }: ReportPageProps) {
  const { view, shown, refused } = await loadReport(Number((await params).id));
  return (
    <>
      <PageHeader
        eyebrow={<TextLink href="/reports">Reports</TextLink>}
        title={view.title ?? `${reportKindLabel(view.kind)}, ${view.period.from} to ${view.period.to}`}
        lead={<ReportStateBadge state={view.state} />}
        actions={
          shown !== undefined &&
          downloads.map(({ href, label }) => (
            <a key={href} href={`/api/v1/reports/${view.id}${href}`} download className={buttonClasses("secondary", "medium")}>
              {label}
            </a>
          ))
        }
      />
      <div className="grid grid-cols-1 gap-5">
        {isUnderWay(view.state) && <ReportProgress view={view} />}
        {view.failure !== null && (
          <Notice tone="danger" role="alert" title="Not made">
            {view.failure} <TextLink href="/reports/new">Ask for another one</TextLink>.
          </Notice>
        )}
        {refused !== undefined && <Notice tone="strong" title="Held back">{refused}</Notice>}
        {shown !== undefined && (
          <>
            <ReportFront document={shown.document} />
            <Card title="What changed since it was made" id="since" className="print:hidden" lead="The report itself stays as it is.">
              <ChangesSince changes={shown.since} />
            </Card>
            <ReportContents document={shown.document} />
            <ReportSections document={shown.document} map={shown.map} />
            <ReportClosing document={shown.document} />
          </>
        )}
        <Card title="By what it is verified" id="seal" actions={<TextLink href="/verify">Verify a report</TextLink>}>
          <ReportSeal view={view} />
        </Card>
      </div>
    </>
  );
}
