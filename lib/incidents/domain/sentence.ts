import type { Stance } from "@/lib/codelists/stance";
import type { LedgerLine } from "./ledger";

/** As much of a line as the sentence says. */
type SpokenLine = Pick<LedgerLine, "stance" | "speakerName" | "againstName">;

const order = new Intl.Collator("en");
const stanceOrder: readonly Stance[] = ["ALLEGED_BY", "COUNTER_ALLEGED_BY", "ADMITTED_BY", "DENIED_BY", "FOUND_BY", "ASSESSED_BY", "NO_COMMENT", "RETRACTED_BY"];

/**
 * What the ledger says, in one sentence that nobody has to write and nobody can load. Speakers are in alphabetical order,
 * so that neither the order of entry nor who accuses whom decides who is named first.
 */
export function neutralSentence(ledger: readonly SpokenLine[]): string {
  if (ledger.length === 0) return "No claim is on record yet.";
  const parts = stanceOrder.flatMap((stance) => partsOf(stance, ledger.filter((line) => line.stance === stance)));
  const text = parts.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function partsOf(stance: Stance, lines: readonly SpokenLine[]): string[] {
  const { unnamed, named } = words[stance];
  // A stance that names no target says the same whoever is accused.
  const targetOf = (line: SpokenLine): string | null => (named ? line.againstName : null);
  const targets = [...new Set(lines.map(targetOf))].sort((a, b) => order.compare(a ?? "", b ?? ""));
  return targets.map((target) => {
    const speakers = listed([...new Set(lines.filter((line) => targetOf(line) === target).map((line) => line.speakerName))].sort(order.compare));
    return named && target !== null ? named(speakers, target) : unnamed(speakers);
  });
}

const listed = (names: readonly string[]): string => new Intl.ListFormat("en", { type: "conjunction" }).format(names);

type Words = { unnamed: (speakers: string) => string; named?: (speakers: string, target: string) => string };

const words: Record<Stance, Words> = {
  ALLEGED_BY: { unnamed: (speakers) => `reported by ${speakers}`, named: (speakers, target) => `alleged by ${speakers} against ${target}` },
  COUNTER_ALLEGED_BY: { unnamed: (speakers) => `counter-alleged by ${speakers}`, named: (speakers, target) => `counter-alleged by ${speakers} against ${target}` },
  ADMITTED_BY: { unnamed: (speakers) => `admitted by ${speakers}` },
  DENIED_BY: { unnamed: (speakers) => `denied by ${speakers}` },
  FOUND_BY: { unnamed: (speakers) => `${speakers} recorded the event and named no side`, named: (speakers, target) => `found by ${speakers} to be an act of ${target}` },
  ASSESSED_BY: { unnamed: (speakers) => `assessed, not found, by ${speakers}` },
  NO_COMMENT: { unnamed: (speakers) => `no comment from ${speakers}` },
  RETRACTED_BY: { unnamed: (speakers) => `taken back by ${speakers}` },
};
