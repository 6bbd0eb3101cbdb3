import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { verificationLabel } from "@/lib/codelists/verification";
import type { Reason } from "@/lib/compliance/domain/reason";
import type { RecordId } from "@/lib/compliance/domain/record";
import type { RuleCode } from "@/lib/compliance/domain/rules";

/** Where a record can be read: an incident on its own page, a milestone in the list of the same page. */
export const recordHref = (id: RecordId): string => ("incident" in id ? `/incidents/${id.incident}` : `#${id.milestone}`);

/** The list of everything that is published on a duty. */
export const recordsHref = (code: string): string => `/incidents?${new URLSearchParams({ obligation: code, workflow: "PUBLISHED" })}`;

/** A reason's rule as a link to its words. */
export function RuleLink({ code }: { code: RuleCode }) {
  return (
    <TextLink href={`/methods#${code}`} aria-label={`Rule ${code} in words`} className="font-mono text-xs">
      {code}
    </TextLink>
  );
}

/** Why the state is what it is, the deciding reason first. */
export function ReasonList({ reasons, code }: { reasons: readonly Reason[]; /** The duty that they are of. */ code: string }) {
  return (
    <ol className="divide-y divide-line">
      {reasons.map((reason, index) => (
        <li key={`${reason.rule}-${reason.reference ?? ""}-${index}`} className="flex gap-3 py-2.5 first:pt-0 last:pb-0">
          <span className="w-9 shrink-0 pt-px">
            <RuleLink code={reason.rule} />
          </span>
          <div className="min-w-0 text-sm">
            <p>{reason.text}</p>
            {reason.more !== undefined && (
              <p className="mt-1">
                <TextLink href={recordsHref(code)}>All records of this duty</TextLink>
              </p>
            )}
            {reason.recordId !== undefined && (
              <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
                <TextLink href={recordHref(reason.recordId)}>Record {reason.reference}</TextLink>
                {reason.on !== undefined && <DateText value={reason.on} />}
                {reason.relation !== undefined && <span>{obligationRelationLabel(reason.relation)}</span>}
                {reason.verification !== undefined && <Badge title={verificationLabel(reason.verification)}>{reason.verification.slice(0, 2)}</Badge>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
