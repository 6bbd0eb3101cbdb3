import { withheldKindCodes } from "@/lib/codelists/withheld-kind";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Withheld } from "../../domain/document";
import { figure } from "../../domain/figure";
import type { Reported } from "../../policy";
import { byText } from "../records/domain";

/** What kinds of things are left out, of how many records, and why. Nothing is told of what they said. */
export function withheldOf(reported: readonly Reported[], asOf: CalendarDate): Withheld[] {
  const entries = reported.flatMap(({ withheld, why }) => withheld.map((kind) => ({ kind, why })));
  return withheldKindCodes.flatMap((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    return [...new Set(ofKind.map(({ why }) => why))].sort(byText).map((why) => {
      const count = ofKind.filter((entry) => entry.why === why).length;
      // Of what is withheld no level is told, and no source is counted: both would tell of it.
      return { kind, why, records: figure({ value: count, unit: count === 1 ? "record" : "records", sources: 0, asOf, level: "WITHHELD" }) };
    });
  });
}
