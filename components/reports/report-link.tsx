import { LinkButton } from "@/components/ui/link-button";

/** What a report is to be about; what is left out is asked in the form. */
export type ReportOn = { readonly kind?: string; readonly incident?: string; readonly obligation?: string; readonly from?: string; readonly to?: string };

/** Leads to the form of a report with what the page knows filled in; nothing for whoever makes no reports. */
export function ReportLink({ label, about, mayMake }: { label: string; about: ReportOn; mayMake: boolean }) {
  if (!mayMake) return null;
  return <LinkButton href={`/reports/new?${new URLSearchParams(about).toString()}`}>{label}</LinkButton>;
}
