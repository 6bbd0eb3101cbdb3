import { Card } from "@/components/ui/card";

/** What the sources report, in the analyst's words. */
export function NarrativeCard({ narrative, isWithheld }: { narrative: string; isWithheld: boolean }) {
  return (
    <Card title="Narrative">
      {narrative === "" ? (
        <p className="text-sm text-ink-soft">{isWithheld ? "Withheld." : "No narrative is on record."}</p>
      ) : (
        <p className="max-w-prose text-sm leading-relaxed break-words whitespace-pre-line text-ink">{narrative}</p>
      )}
    </Card>
  );
}
