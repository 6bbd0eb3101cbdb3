import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { mayExport, redactForExport, scopeOf, type IncidentScope } from "@/lib/incidents/policy";
import { countIncidents, streamIncidents } from "@/lib/incidents/queries";
import type { IncidentFilter } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { toCsv, toTruceRows } from "./pipeline";

/**
 * The filtered list as truce CSV, as far as the actor may read it. The audit entry is written before the first byte leaves,
 * so that nothing is taken out without a trace; memory is flat in the number of rows.
 */
export async function exportIncidentsCsv(actor: Actor, filter: IncidentFilter, now: Date): Promise<Result<ReadableStream<string>>> {
  if (!mayExport(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not export.`));
  const scope = scopeOf(actor);
  const { count } = await countIncidents(scope, filter);
  const recorded = await transaction(async (tx) => {
    await appendAudit(tx, {
      actorId: actor.userId,
      subject: { type: "export", id: "incidents.csv" },
      at: now,
      event: "incident.exported",
      data: { format: "csv", filter: filterRecord(filter), rows: count },
    });
    return ok(undefined);
  });
  if (!recorded.ok) return recorded;
  return ok(streamOf(toCsv(toTruceRows(redacted(scope, filter)))));
}

async function* redacted(scope: IncidentScope, filter: IncidentFilter): AsyncGenerator<IncidentView[]> {
  for await (const records of streamIncidents(scope, filter)) yield records.map((record) => redactForExport(scope, record));
}

/** The filter as it was given; where in the list a page began has no part in it. */
function filterRecord({ cursor: _cursor, limit: _limit, words: _words, bbox, ...filter }: IncidentFilter): Record<string, string[]> {
  const box = bbox === undefined ? [] : [[bbox.west, bbox.south, bbox.east, bbox.north].join(",")];
  const given = Object.entries({ ...filter, bbox: box }).map(([name, value]): [string, string[]] => [name, value === undefined ? [] : [value].flat()]);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

/** Pulls only as fast as the reader takes, and stops reading the database when the reader goes away. */
function streamOf(chunks: AsyncGenerator<string>): ReadableStream<string> {
  return new ReadableStream<string>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
