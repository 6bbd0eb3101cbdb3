import type { IncidentView } from "@/lib/incidents/domain/record";
import { csvText } from "@/lib/server/csv-text";
import { truceColumns, truceRow, type TruceRow } from "./domain";
import { sourceFacts, unitNames } from "./queries";

/** The source that a row names: that of the first claim which has one, else the first of the record. */
const sourceOf = (view: IncidentView): number | null => view.claims.find((claim) => claim.source !== null)?.source ?? view.sources[0] ?? null;

/** Records as rows of the truce CSV, batch by batch. */
export async function* toTruceRows(batches: AsyncIterable<IncidentView[]>): AsyncGenerator<TruceRow[]> {
  const units = await unitNames();
  for await (const views of batches) {
    const sources = await sourceFacts(views.flatMap((view) => sourceOf(view) ?? []));
    yield views.map((view) => {
      const source = sourceOf(view);
      return truceRow(view, { unitName: view.place.unit === null ? null : (units.get(view.place.unit) ?? null), source: source === null ? null : (sources.get(source) ?? null) });
    });
  }
}

/** The rows as CSV text (RFC 4180), header first, also where there is no row. */
export async function* toCsv(batches: AsyncIterable<TruceRow[]>): AsyncGenerator<string> {
  yield csvText([truceColumns]);
  for await (const rows of batches) yield csvText(rows.map((row) => truceColumns.map((column) => row[column])));
}
