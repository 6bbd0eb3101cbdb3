import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { AgreementLinkView } from "@/lib/agreements/domain/view";
import { instrumentInverseLabel, instrumentRelationLabel } from "@/lib/codelists/instrument-relation";

/** Earlier and later instruments and how they stand to this one. */
export function InstrumentLinks({ links, children }: { links: readonly AgreementLinkView[]; children?: ReactNode }) {
  return (
    <Card title="Linked instruments">
      {links.length === 0 ? (
        <p className="text-sm text-ink-soft">No link to another instrument is on record.</p>
      ) : (
        <ul className="space-y-2 text-sm">
          {links.map((link) => (
            <li key={`${link.relation}-${link.isOutgoing ? "to" : "from"}-${link.code}`}>
              <span className="text-ink-soft">{link.isOutgoing ? instrumentRelationLabel(link.relation) : instrumentInverseLabel(link.relation)}</span>{" "}
              <TextLink href={`/agreements/${encodeURIComponent(link.code)}`}>{link.title}</TextLink>, <DateText value={link.signedOn} />
              {link.note !== null && <span className="block text-ink-soft">{link.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {children !== undefined && children !== false && <div className="mt-4">{children}</div>}
    </Card>
  );
}
