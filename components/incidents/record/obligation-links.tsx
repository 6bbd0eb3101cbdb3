import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { obligationEffectLabel } from "@/lib/codelists/obligation-effect";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { boardEffectOf } from "./board-effect";
import type { RecordNames } from "./record-names";

/** What the record has to do with each obligation, and whether the board takes it into account. */
export function ObligationLinks({ incident, names }: { incident: IncidentView; names: RecordNames }) {
  return (
    <Card title="Obligations">
      {incident.obligations.length === 0 ? (
        <p className="text-sm text-ink-soft">The record is tied to no obligation, so it does not weigh on the board.</p>
      ) : (
        <ul className="grid gap-3">
          {incident.obligations.map((link) => {
            const { counts, because } = boardEffectOf(incident, link);
            return (
              <li key={link.code} className="text-sm">
                <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <TextLink href={`/obligations/${encodeURIComponent(link.code)}`}>
                    {link.code} {names.obligations.get(link.code)}
                  </TextLink>
                  <Badge>{obligationRelationLabel(link.relation)}</Badge>
                  {link.effect !== "NONE" && <Badge>{obligationEffectLabel(link.effect)}</Badge>}
                </div>
                <p className="mt-0.5 text-ink-soft">
                  {counts ? "Counts on the board because " : "Does not count on the board because "}
                  {because}.
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
