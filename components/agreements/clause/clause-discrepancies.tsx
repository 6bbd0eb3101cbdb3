import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ClauseDiscrepancies as Rows } from "@/lib/agreements/clauses/domain";
import { DiscrepancyTable } from "../discrepancy-table";

/** Where accounts differ on this clause, and, folded away, on the agreement as a whole. */
export function ClauseDiscrepancies({ discrepancies: { own, general }, agreementHref }: { discrepancies: Rows; agreementHref: string }) {
  return (
    <Card title={`Where accounts differ (${own.length})`} lead="The register of differences between the article that the data began from and public texts and records.">
      {own.length === 0 ? <p className="text-sm text-ink-soft">No difference on this point is on record. That none is recorded does not say that there is none.</p> : <DiscrepancyTable discrepancies={own} caption="Differences on this point" />}
      {general.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="font-semibold">On the agreement as a whole ({general.length})</summary>
          <div className="mt-2">
            <DiscrepancyTable discrepancies={general} caption="Differences on the agreement as a whole" />
          </div>
        </details>
      )}
      <p className="mt-3 text-sm">
        <TextLink href={`${agreementHref}#discrepancies`}>All differences on the agreement</TextLink>
      </p>
    </Card>
  );
}
