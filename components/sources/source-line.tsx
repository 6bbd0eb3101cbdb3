import { ExternalLink } from "@/components/ui/external-link";
import { sourceAlignmentLabel } from "@/lib/codelists/source-alignment";
import { sourceBasisLabel } from "@/lib/codelists/source-basis";
import { sourceKindLabel } from "@/lib/codelists/source-kind";
import type { SourceItem } from "@/lib/sources/domain";

/** Who published it, under what title, when; what kind of source it is and how much of it was read. */
export function SourceLine({ source }: { source: SourceItem }) {
  return (
    <>
      <SourceName source={source} />
      <span className="block text-ink-soft">
        {sourceKindLabel(source.kind)}; {sourceAlignmentLabel(source.alignment)}. {sourceBasisLabel(source.basis)}.
      </span>
    </>
  );
}

/** The citation itself. The address is the one that came with the excerpt; it may have moved since. */
export function SourceName({ source }: { source: Pick<SourceItem, "publisher" | "title" | "publishedOn" | "url"> }) {
  const name = source.title === null ? source.publisher : `${source.publisher}: ${source.title}`;
  return (
    <span className="[overflow-wrap:anywhere]">
      {source.url === null ? name : <ExternalLink href={source.url}>{name}</ExternalLink>}
      {source.publishedOn === null ? ", undated" : `, ${source.publishedOn}`}
    </span>
  );
}
