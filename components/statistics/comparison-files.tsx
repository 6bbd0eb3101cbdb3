import { LinkButton } from "@/components/ui/link-button";
import { dayInWords } from "@/components/ui/date-text";
import type { Comparison } from "@/lib/statistics/domain/told";
import { csvHref } from "./statistics-address";

/** The numbers of each period that is compared, as a file of its own. */
export function ComparisonFiles({ comparison: { period, previous, since }, params }: { comparison: Comparison; params: URLSearchParams }) {
  const files = [
    { key: "period", name: "the period", of: period },
    { key: "previous", name: "the days before", of: previous },
    { key: "since", name: "the time since the day of reference", of: since },
  ];
  return files.map(({ key, name, of }) => {
    if (of === undefined) return null;
    const narrowed = new URLSearchParams(params);
    narrowed.set("from", of.from);
    narrowed.set("to", of.to);
    return (
      <LinkButton key={key} size="small" href={csvHref(narrowed, "type")} prefetch={false} download aria-label={`CSV: ${name}, ${dayInWords(of.from)} to ${dayInWords(of.to)}`}>
        CSV: {name}
      </LinkButton>
    );
  });
}
