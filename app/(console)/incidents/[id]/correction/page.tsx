import type { Metadata } from "next";
import { RequestForm } from "@/components/corrections/request-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadRequestForm } from "@/lib/corrections/loaders";

export const metadata: Metadata = { title: "Ask for a correction or reply" };

export default async function RequestFormPage({ params }: { params: Promise<{ id: string }> }) {
  const { incident } = await loadRequestForm(Number((await params).id));
  return (
    <>
      <PageHeader eyebrow={<TextLink href={`/incidents/${incident.id}`}>{incident.reference}</TextLink>} title="Ask for a correction or reply" lead={incident.title} />
      <Card>
        <RequestForm incident={incident} />
      </Card>
    </>
  );
}
