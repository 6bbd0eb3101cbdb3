import type { RedactionProfile } from "@/lib/codelists/redaction-profile";
import type { ReportKind } from "@/lib/codelists/report-kind";
import type { WithheldKind } from "@/lib/codelists/withheld-kind";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Figure } from "./figure";

export const documentFormat = "truce-ledger-report";
export const documentVersion = 1;

/** Text that leads to the page of what it names. */
export type Linked = { readonly text: string; readonly href: string };
/** What may stand in a report. A bare number may not: it is a figure, with all that belongs to one. */
export type Cell = string | null | Linked | Figure;

export type Column = { readonly label: string; readonly kind: "TEXT" | "FIGURE" };
export type TableBlock = { readonly type: "TABLE"; readonly name: string; readonly caption: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[]; readonly whenEmpty: string };

/** Counts of one kind drawn beside each other, each from nothing on the same scale. `isApart`: they are of different counters and have no sum. */
export type BarsBlock = { readonly type: "BARS"; readonly caption: string; readonly isApart: boolean; readonly items: readonly { readonly label: string; readonly figure: Figure }[] };

export type MapPoint = { readonly reference: string; readonly lat: number; readonly lon: number; readonly radiusMetres: number | null };
/** Points where a record claims one, districts where it claims no more, and how many records are neither. */
export type MapBlock = { readonly type: "MAP"; readonly caption: string; readonly points: readonly MapPoint[]; readonly districts: readonly { readonly code: string; readonly label: string; readonly figure: Figure }[]; readonly notShown: Figure };

/** The state of duties on the last day of each month. */
export type MonthsBlock = { readonly type: "MONTHS"; readonly caption: string; readonly rows: readonly { readonly label: string; readonly months: readonly { readonly on: CalendarDate; readonly state: string }[] }[] };

export type Block =
  | { readonly type: "TEXT"; readonly text: string }
  | { readonly type: "HEADING"; readonly text: string; readonly href: string | null }
  | { readonly type: "FACTS"; readonly items: readonly { readonly term: string; readonly value: Cell }[] }
  | { readonly type: "LIST"; readonly items: readonly string[] }
  | TableBlock
  | BarsBlock
  | MapBlock
  | MonthsBlock;

export type Section = { readonly id: string; readonly title: string; readonly blocks: readonly Block[] };

/** `by` is who counted; of an observation also how, with what and from where. */
export type CountLine = { readonly what: string; readonly by: string | null; readonly low: Figure | null; readonly best: Figure | null; readonly high: Figure | null; readonly source: string | null };
export type ClaimLine = { readonly stance: string; readonly speaker: string; readonly against: string | null; readonly statedOn: string | null; readonly eventOn: string | null; readonly eventPlace: string | null; readonly quote: string | null; readonly locator: string | null; readonly source: string | null };

/** A record as it stands in the report: what its page says, for the profile's reader. Its digest is in the manifest. */
export type RecordRow = {
  readonly reference: string;
  readonly id: number;
  readonly version: number;
  readonly type: string;
  readonly title: string;
  readonly narrative: string;
  readonly occurred: { readonly start: string; readonly end: string | null; readonly time: string | null; readonly zone: string; readonly precision: string };
  readonly place: { readonly name: string | null; readonly unit: string | null; readonly lat: number | null; readonly lon: number | null; readonly precision: string };
  readonly obligations: readonly { readonly code: string; readonly relation: string; readonly effect: string }[];
  readonly sentence: string;
  readonly claims: readonly ClaimLine[];
  readonly casualties: readonly CountLine[];
  readonly observations: readonly CountLine[];
  readonly sources: readonly string[];
  readonly evidence: readonly { readonly kind: string; readonly sha256: string; readonly mimeType: string }[];
  readonly verification: string;
  readonly flags: readonly string[];
  readonly sensitivity: string;
  /** Marks that single fields bear of their own. */
  readonly protectedFields: Readonly<Record<string, string>>;
  readonly isRedacted: boolean;
  /** The fields that are withheld from the profile's reader. */
  readonly withheld: readonly string[];
  readonly isDemonstration: boolean;
};

export type SourceRow = { readonly key: string; readonly publisher: string; readonly title: string | null; readonly publishedOn: string | null; readonly url: string | null; readonly kind: string; readonly alignment: string; readonly reliability: string; readonly basis: string; readonly rests: string | null };

export type Withheld = { readonly kind: WithheldKind; readonly records: Figure; readonly why: string };

/** A report as it is frozen: page, PDF and package are drawn from this and from nothing else. */
export type ReportDocument = {
  readonly format: typeof documentFormat;
  readonly formatVersion: typeof documentVersion;
  readonly kind: ReportKind;
  readonly title: string;
  readonly agreement: { readonly code: string; readonly title: string };
  readonly subject: Linked | null;
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** The day of the world, and the instant until which something had to be known to count. */
  readonly clocks: { readonly asOf: CalendarDate; readonly knownAt: string };
  readonly profile: RedactionProfile;
  readonly ruleVersion: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly isDemonstration: boolean;
  readonly sections: readonly Section[];
  readonly records: readonly RecordRow[];
  readonly sources: readonly SourceRow[];
  readonly withheld: readonly Withheld[];
  readonly method: readonly string[];
  /** What the report can't say. Never empty: without them it is none. */
  readonly limits: readonly [string, ...string[]];
};

/** The part of a document that its maker composes; the rest says what it was asked for. */
export type Composed = Pick<ReportDocument, "title" | "subject" | "sections">;
