import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IncidentForm } from "@/components/incidents/form/incident-form";
import { formValuesOf } from "@/components/incidents/form/values-of-record";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { editIncidentAction } from "@/lib/incidents/actions";
import { loadIncidentForm } from "@/lib/incidents/loaders";
import { loadPickerMap } from "@/lib/map/loaders";

export const metadata: Metadata = { title: "Edit an incident" };

export default async function EditIncidentPage({ params }: { params: Promise<{ id: string }> }) {
  const { choices, userId, today, record } = await loadIncidentForm(Number((await params).id));
  if (!record) notFound();
  const { id, version, reopensReview } = record;
  return (
    <>
      <PageHeader eyebrow={<TextLink href={`/incidents/${id}`}>Back to the record</TextLink>} title="Edit the record" />
      {reopensReview && (
        <Notice tone="notice" title="Saving starts the review anew" className="mb-5">
          This record is already with the reviewers. A change sends it back to the queue, and approvals given so far no longer count.
        </Notice>
      )}
      <IncidentForm
        action={editIncidentAction}
        record={{ id, version, reopensReview, values: formValuesOf(record.input) }}
        choices={choices}
        map={loadPickerMap()}
        userId={userId}
        today={today}
      />
    </>
  );
}
