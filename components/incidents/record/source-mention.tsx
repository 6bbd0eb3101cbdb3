import type { SourceLine } from "./record-names";

/** A source in a table cell: publisher, day, and a jump to its line in the record's list of sources. */
export function SourceMention({ id, sources, isWithheld = false }: { id: number | null; sources: ReadonlyMap<number, SourceLine>; isWithheld?: boolean }) {
  if (id === null) return <span className="text-ink-soft">{isWithheld ? "Withheld" : "None given"}</span>;
  const source = sources.get(id);
  return (
    <a href={`#source-${id}`} className="text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current">
      {source ? source.publisher : `Source ${id}`}
      {source?.publishedOn && <span className="whitespace-nowrap"> ({source.publishedOn})</span>}
    </a>
  );
}
