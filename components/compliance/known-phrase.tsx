import { DateText } from "@/components/ui/date-text";

/** By what knowledge a board answers, inside a sentence. */
export function KnownPhrase({ knownOn }: { knownOn: string | undefined }) {
  if (knownOn === undefined) return <>by what is published until now</>;
  return (
    <>
      by what was published by <DateText value={knownOn} />
    </>
  );
}

/** Said where the day of our knowledge lies before the day of the world: an "overdue" may then only mean "not yet told". */
export function KnowledgeEndsEarlier() {
  return <>What happened between that day and the day of the world can hardly have been published by then, so a duty may look overdue or calm only because nothing was known.</>;
}
