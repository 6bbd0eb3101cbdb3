import type { Metadata } from "next";
import { IncidentForm } from "@/components/incidents/form/incident-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { logIncidentAction } from "@/lib/incidents/actions";
import { loadIncidentForm } from "@/lib/incidents/loaders";
import { loadPickerMap } from "@/lib/map/loaders";

export const metadata: Metadata = { title: "Log an incident" };

export default async function NewIncidentPage() {
  const { choices, userId, today } = await loadIncidentForm();
  return (
    <>
      <PageHeader
        eyebrow={<TextLink href="/incidents">Incidents</TextLink>}
        title="Log an incident"
        lead="Record what is reported and by whom. Nothing is public until somebody else has reviewed and published it."
      />
      <IncidentForm action={logIncidentAction} choices={choices} map={loadPickerMap()} userId={userId} today={today} />
    </>
  );
}
