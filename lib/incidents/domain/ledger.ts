import type { SpeakerKind } from "@/lib/codelists/speaker-kind";
import type { Stance } from "@/lib/codelists/stance";
import type { ToldPlace } from "./account";

/** One line of the claim ledger with what is known of its speaker and source. */
export type LedgerLine = {
  readonly stance: Stance;
  readonly speaker: string;
  readonly speakerName: string;
  /** The side it speaks for; null for bodies without a side. */
  readonly speakerSide: string | null;
  readonly speakerKind: SpeakerKind;
  /** Speakers of one root group never corroborate each other. */
  readonly rootGroup: string;
  readonly against: string | null;
  readonly againstName: string | null;
  /** The kind of source it was read in; null where no source is given. */
  readonly sourceKind: string | null;
  /** The source at the root of the one it was read in, where that relays another; null where no source is given. */
  readonly sourceRoot: number | null;
  /** The source, or one that it relays, was withdrawn by whoever published it. */
  readonly isSourceWithdrawn: boolean;
  /** The day that the line itself gives for the event, and the place; null where it gives none. */
  readonly eventOn: string | null;
  readonly eventPlace: ToldPlace | null;
};

/** Speakers whose word is only as much as the page that it was read on: two pages of one wire report are one root. */
const spokenThrough: readonly SpeakerKind[] = ["MEDIA", "OTHER"];

/** What a line's weight rests on. Lines of one root never corroborate each other, by whatever ways they arrived. */
export const rootOf = (line: LedgerLine): string =>
  spokenThrough.includes(line.speakerKind) && line.sourceRoot !== null ? `source:${line.sourceRoot}` : `speaker:${line.rootGroup}`;

const affirming: readonly Stance[] = ["ALLEGED_BY", "ADMITTED_BY", "FOUND_BY", "COUNTER_ALLEGED_BY"];
const independentKinds: readonly SpeakerKind[] = ["GUARANTOR", "MONITOR", "COURT", "INTERNATIONAL"];

/** The lines that say it happened, that their speaker has not taken back, and whose source still stands. */
export function standingAffirmations(ledger: readonly LedgerLine[]): LedgerLine[] {
  const takenBack = new Set(ledger.filter((line) => line.stance === "RETRACTED_BY").map((line) => line.speaker));
  return ledger.filter((line) => affirming.includes(line.stance) && !takenBack.has(line.speaker) && !line.isSourceWithdrawn);
}

/** Whether a line is the record of a body that is not itself one of the sides accused here. */
export function isIndependentRecord(line: LedgerLine, ledger: readonly LedgerLine[]): boolean {
  const accused = new Set(ledger.map((other) => other.against));
  const speaksForAccused = accused.has(line.speaker) || (line.speakerSide !== null && accused.has(line.speakerSide));
  return independentKinds.includes(line.speakerKind) && !speaksForAccused;
}
