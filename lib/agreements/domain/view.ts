import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { SourceItem } from "@/lib/sources/domain";

/** A line of the list of agreements. */
export type AgreementItem = {
  readonly code: string;
  readonly title: string;
  readonly otherTitles: readonly string[];
  readonly kind: string;
  readonly conflict: string;
  readonly signedOn: CalendarDate;
  readonly parties: readonly string[];
  readonly status: string;
  readonly statusOn: CalendarDate | null;
  readonly confidence: string;
  readonly isDemonstration: boolean;
  readonly counts: { readonly clauses: number; readonly obligations: number; readonly sources: number; readonly textVersions: number };
};

export type ClauseTextView = { readonly number: number; readonly text: string; readonly differs: boolean; readonly note: string | null };
export type TextVersionView = {
  readonly key: string;
  readonly language: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly note: string | null;
  readonly source: SourceItem | null;
  readonly clauses: readonly ClauseTextView[];
};

export type DeadlineText = {
  readonly dueOn: CalendarDate;
  readonly rule: string;
  readonly wording: string | null;
  readonly origin: string;
  readonly standing: string;
  readonly instrument: string | null;
  readonly acceptance: string | null;
  readonly setBy: string;
  readonly setOn: CalendarDate;
  readonly setOnPrecision: string;
  readonly basis: string;
};

/** A duty as the text gives it and as it is read: without its state, which the board works out. */
export type ObligationText = {
  readonly code: string;
  readonly clause: number;
  readonly title: string;
  readonly kind: string;
  readonly subject: string;
  readonly description: string;
  readonly reading: string;
  readonly obligors: readonly string[];
  readonly beneficiary: string;
  readonly startsAt: string | null;
  readonly endsOn: CalendarDate | null;
  readonly scope: string;
  readonly verifier: string;
  readonly textNote: string | null;
  readonly readingNote: string | null;
  readonly confidence: string;
  readonly quantities: readonly { readonly what: string; readonly value: number | null; readonly unit: string | null; readonly valueText: string | null; readonly operator: string }[];
  readonly deadlines: readonly DeadlineText[];
  readonly interpretations: readonly { readonly holder: string; readonly reading: string; readonly statedOn: string | null; readonly source: SourceItem | null }[];
  readonly dependsOn: readonly string[];
  readonly sources: readonly SourceItem[];
};

export type AgreementLinkView = { readonly relation: string; readonly note: string | null; readonly isOutgoing: boolean; readonly code: string; readonly title: string; readonly signedOn: CalendarDate };

export type DiscrepancyView = {
  readonly code: string;
  readonly topic: string;
  readonly seedText: string;
  readonly publicText: string;
  readonly effect: string;
  readonly obligations: readonly string[];
  readonly sources: readonly SourceItem[];
};

/** An agreement whole, as its page and the HTTP API show it. */
export type AgreementView = {
  readonly code: string;
  readonly title: string;
  readonly titles: readonly string[];
  readonly kind: string;
  readonly conflict: string;
  readonly signedOn: CalendarDate;
  readonly signedNote: string | null;
  readonly inForceAt: string | null;
  readonly inForceLocal: string | null;
  readonly inForceZone: string | null;
  readonly inForceNote: string | null;
  readonly parties: readonly string[];
  readonly signatories: readonly string[];
  readonly mediators: readonly string[];
  readonly place: string | null;
  readonly status: string;
  readonly statusOn: CalendarDate | null;
  readonly notes: readonly string[];
  readonly confidence: string;
  readonly isDemonstration: boolean;
  readonly setsTruce: boolean;
  readonly clauses: readonly { readonly number: number; readonly title: string; readonly obligations: readonly string[] }[];
  readonly textVersions: readonly TextVersionView[];
  readonly obligations: readonly ObligationText[];
  readonly links: readonly AgreementLinkView[];
  readonly discrepancies: readonly DiscrepancyView[];
  readonly sources: readonly SourceItem[];
};
