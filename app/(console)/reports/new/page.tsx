import type { Metadata } from "next";
import { ReportForm } from "@/components/reports/report-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadReportForm } from "@/lib/reports/loaders";

export const metadata: Metadata = { title: "Make a report" };

type NewReportPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewReportPage({ searchParams }: NewReportPageProps) {
  const form = await loadReportForm(await searchParams);
  return (
    <>
      <PageHeader eyebrow={<TextLink href="/reports">Reports</TextLink>} title="Make a report" lead="It is made by a job and then frozen: what is recorded later does not change it, and what it can’t say is on its front." />
      <Card>
        <ReportForm {...form} />
      </Card>
    </>
  );
}
