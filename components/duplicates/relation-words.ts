import { duplicateRelationLabel } from "@/lib/codelists/duplicate-relation";

/** A decided relation as a sentence; `isOfOther` where it is told of the other record. */
export function relationSentence({ mine, other, relation, isOfOther }: { mine: string; other: string; relation: string; isOfOther: boolean }): string {
  const [subject, object] = isOfOther ? [other, mine] : [mine, other];
  const sentences: Record<string, string> = {
    SAME_EVENT: `${mine} and ${other} tell of the same event.`,
    SAME_EVENT_DIFFERENT_COUNT: `${mine} and ${other} tell of the same event and count it differently.`,
    PART_OF: `${subject} is part of ${object}.`,
    FOLLOWS: `${subject} follows from ${object}.`,
    RELATED: `${mine} and ${other} are related.`,
    NOT_DUPLICATE: `${mine} and ${other} are two events.`,
  };
  return sentences[relation] ?? `${duplicateRelationLabel(relation)}: ${mine}, ${other}.`;
}
