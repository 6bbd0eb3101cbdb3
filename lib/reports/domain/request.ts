import type { RedactionProfile } from "@/lib/codelists/redaction-profile";
import type { ReportKind } from "@/lib/codelists/report-kind";
import type { CalendarDate } from "@/lib/kernel/calendar-date";

/** What was asked for, whole: a report follows from this and from what is on record, and from nothing else. */
export type ReportRequest = {
  readonly kind: ReportKind;
  readonly profile: RedactionProfile;
  readonly agreement: { readonly code: string; readonly title: string; readonly isDemonstration: boolean };
  /** The duty's code, for a brief on one. */
  readonly obligation: string | null;
  readonly incidentId: number | null;
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly clocks: { readonly asOf: CalendarDate; readonly knownAt: string };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly ruleVersion: string;
};
