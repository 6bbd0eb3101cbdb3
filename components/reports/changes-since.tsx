import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { changeKindLabels, type ChangeSince } from "@/lib/reports/verification/domain/since";

/** What is not any more as a report has it: each with its reason and where to read on. */
export function ChangesSince({ changes }: { changes: readonly ChangeSince[] }) {
  if (changes.length === 0) return <p className="text-sm text-ink-soft">Nothing that you may know of has changed since: no record of it was corrected, retracted or merged, and no duty stands differently.</p>;
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.subject} ${change.text}`} className="py-2 text-sm">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone="notice">{changeKindLabels[change.kind]}</Badge>
            <TextLink href={change.href}>{change.subject}</TextLink>
            {change.on !== null && (
              <span className="text-ink-soft">
                <DateText value={change.on} />
              </span>
            )}
          </p>
          <p className="mt-1 break-words text-ink">
            {change.text}
            {change.replacement !== null && (
              <>
                {" "}
                In its place: <TextLink href={change.replacement.href}>{change.replacement.text}</TextLink>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
