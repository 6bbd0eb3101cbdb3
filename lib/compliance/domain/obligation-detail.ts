import type { ComplianceState } from "@/lib/codelists/compliance-state";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { ObligationPictures } from "../pictures/domain";
import type { SourceItem } from "@/lib/sources/domain";
import type { CoverageRow } from "../coverage/domain";
import type { StatusDecision } from "../decisions/domain/decision";
import type { Stood } from "../decisions/domain/standing";
import type { Dissent } from "./dissent";
import type { DeadlineView, InputView } from "./obligation-view";
import type { RecordId } from "./record";
import type { Sensitivity } from "./sensitivity";
import type { Strip } from "./strip";
import type { TermReading } from "./term";

export type SourceView = Omit<SourceItem, "id" | "derivation">;

type Named = { readonly code: string; readonly title: string };

/** A duty's own text and surroundings, without its state. */
export type ObligationDetail = Named & {
  readonly kind: string;
  readonly subject: string;
  readonly description: string;
  readonly reading: string;
  readonly obligors: readonly string[];
  readonly obligorSides: readonly string[];
  readonly beneficiary: string;
  readonly beneficiarySides: readonly string[];
  readonly startsAt: string | null;
  readonly endsOn: CalendarDate | null;
  readonly scope: string;
  readonly verifier: string;
  readonly textNote: string | null;
  readonly readingNote: string | null;
  readonly confidence: string;
  readonly agreement: Named & { readonly isDemonstration: boolean };
  readonly clause: { readonly number: number; readonly title: string };
  readonly quantities: readonly { readonly what: string; readonly value: number | null; readonly unit: string | null; readonly valueText: string | null; readonly operator: string }[];
  readonly interpretations: readonly { readonly holder: string; readonly reading: string; readonly statedOn: string | null; readonly source: SourceView | null }[];
  readonly coverage: readonly (CoverageRow & { readonly note: string | null; readonly source: SourceView | null })[];
  readonly discrepancies: readonly { readonly code: string; readonly topic: string; readonly seedText: string; readonly publicText: string; readonly effect: string }[];
  readonly dependsOn: readonly Named[];
  readonly enables: readonly Named[];
  readonly sources: readonly SourceView[];
};

/** One row that stood on a duty's board, and since when and until when it was known. */
export type HistoryView = {
  readonly recordId: RecordId;
  readonly reference: string;
  readonly label: string;
  readonly relation: string;
  readonly effect: string;
  readonly verification: string;
  readonly occurredStart: CalendarDate;
  readonly knownAt: string;
  readonly supersededAt: string | null;
};

export type DecisionView = { readonly recordId: RecordId; readonly decision: string; readonly verification: string | null; readonly decidedAt: string };

export type ObligationNeighbour = Named & { readonly state: ComplianceState };

/** A duty on one day with everything its state rests on. */
export type ObligationView = Omit<ObligationDetail, "dependsOn" | "enables" | "quantities"> &
  ObligationPictures<ObligationDetail["quantities"][number]> &
  Omit<Stood, "deadlineReadings"> & {
    /** A decision on this duty waits for a second reviewer. */
    readonly isDecisionWaiting: boolean;
    /** SHA-256 (hex) over everything the engine read; a decision names the one that its reviewer saw. */
    readonly inputsDigest: string;
    /** Every decision on this duty that was taken by `knownAt`, the newest first. */
    readonly statusDecisions: readonly StatusDecision[];
    readonly asOf: CalendarDate;
    readonly knownAt: string | null;
    readonly ruleVersion: string;
    readonly startsOn: CalendarDate | null;
    readonly deadlines: readonly DeadlineView[];
    readonly termReadings: readonly TermReading[];
    readonly strip: Strip;
    readonly dependsOn: readonly ObligationNeighbour[];
    readonly enables: readonly ObligationNeighbour[];
    readonly inputs: readonly InputView[];
    /** How many further records stand on the duty up to the day. */
    readonly inputsLeftOut: number;
    readonly sensitivity: Sensitivity;
    readonly dissent: Dissent;
    readonly history: readonly HistoryView[];
    readonly decisions: readonly DecisionView[];
  };
