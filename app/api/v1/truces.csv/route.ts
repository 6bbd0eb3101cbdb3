import { compareTruces } from "@/lib/agreements/truces/domain/comparison";
import { truceCsv } from "@/lib/agreements/truces/pipeline";
import { listTruces } from "@/lib/agreements/truces/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { ok } from "@/lib/kernel/result";
import { streamRoute } from "@/lib/server/stream-route";
import { exportTruces } from "../_operations/truces";

export const GET = streamRoute(exportTruces, async ({ query, now }) => {
  const asOf = query.asOf ?? utcDayOf(now);
  const comparison = compareTruces(await listTruces({ knownAt: query.knownAt, asOf }), { asOf, by: undefined });
  const text = new Blob([truceCsv(comparison)]).stream().pipeThrough(new TextDecoderStream());
  return ok({ text, contentType: "text/csv; charset=utf-8", filename: `truce-ledger-truces-${asOf}.csv` });
});
