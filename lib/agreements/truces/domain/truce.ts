import type { TruceOutcome } from "@/lib/codelists/truce-outcome";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { SourceItem } from "@/lib/sources/domain";
import type { OutcomeTime } from "./elapsed";

/** Who says something, and for which side: speakers of one side are one reporter. */
export type Voice = { readonly code: string; readonly name: string; readonly side: string; readonly sideName: string };

type CitedSource = Pick<SourceItem, "key" | "publisher" | "title" | "publishedOn" | "url" | "basis">;

/** One account of what became of a truce. */
export type Account = OutcomeTime & {
  readonly kind: TruceOutcome;
  readonly precision: string;
  readonly allegedBy: readonly Voice[];
  readonly deniedBy: readonly Voice[];
  readonly note: string | null;
  readonly confidence: string | null;
  readonly sources: readonly CitedSource[];
  /** The published record that it was computed from; null where the account itself is on record. */
  readonly record: { readonly reference: string; readonly href: string | null; readonly label: string; readonly verification: string } | null;
};

/** A truce with all accounts of what became of it, up to a day of the world. */
export type Truce = {
  readonly code: string;
  readonly title: string;
  readonly conflict: string;
  readonly signedOn: CalendarDate;
  readonly signedNote: string | null;
  readonly inForceAt: string | null;
  readonly inForceLocal: string | null;
  readonly inForceZone: string | null;
  readonly inForceNote: string | null;
  readonly status: string;
  readonly statusOn: CalendarDate | null;
  readonly confidence: string;
  readonly isDemonstration: boolean;
  readonly replacedBy: readonly { readonly code: string; readonly title: string; readonly signedOn: CalendarDate }[];
  /** Whether its duty to cease fire is on the board, so that records are followed day by day. */
  readonly hasRecords: boolean;
  readonly accounts: readonly Account[];
};
