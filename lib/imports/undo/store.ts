import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { LinePlace, Place } from "../commit/rewriting/store";

const shown = 20;

/** What stands against taking a batch back: records that somebody touched since, with what was done to them; a few of many. */
export const touchedSince = (tx: Tx, importId: number): Promise<{ id: number; why: string }[]> =>
  tx.$queryRaw(Prisma.sql`
    SELECT * FROM (
      SELECT i.id, 'was changed or taken further' AS why FROM import_record k JOIN incident i ON i.id = k.incident_id WHERE k.import_id = ${importId} AND i.version <> k.version_after
      UNION ALL SELECT k.incident_id, 'was commented on' FROM import_record k WHERE k.import_id = ${importId} AND k.effect = 'CREATE' AND EXISTS (SELECT 1 FROM incident_comment c WHERE c.incident_id = k.incident_id)
      UNION ALL SELECT r.first_id, 'was related to another record' FROM incident_relation r JOIN import_record k ON k.incident_id = r.first_id WHERE k.import_id = ${importId} AND k.effect = 'CREATE' AND r.undone_at IS NULL
      UNION ALL SELECT r.second_id, 'was related to another record' FROM incident_relation r JOIN import_record k ON k.incident_id = r.second_id WHERE k.import_id = ${importId} AND k.effect = 'CREATE' AND r.undone_at IS NULL
    ) touched ORDER BY id, why LIMIT ${shown}`);

/** Takes the records of the batch out of everybody's sight; their external ids are free again. Returns how many. */
export const hideCreated = (tx: Tx, importId: number, now: Date): Promise<number> =>
  tx.$executeRaw(Prisma.sql`
    UPDATE incident i SET workflow = 'UNDONE', external_id = NULL, updated_at = ${now} FROM import_record k WHERE k.import_id = ${importId} AND k.effect = 'CREATE' AND i.id = k.incident_id`);

export type ToRestore = { record: number; incidentId: number; before: Place & { version: number; linePlaces: LinePlace[] }; earlier: IncidentView };

/** The next updates of the batch, each with the record as it was before. */
export const nextToRestore = (tx: Tx, importId: number, { after, size }: { after: number; size: number }): Promise<ToRestore[]> =>
  tx.$queryRaw(Prisma.sql`
    SELECT k.record, k.incident_id AS "incidentId", k.before, v.snapshot AS earlier
      FROM import_record k JOIN incident_version v ON v.incident_id = k.incident_id AND v.version = (k.before ->> 'version')::int
     WHERE k.import_id = ${importId} AND k.effect = 'UPDATE' AND k.record > ${after} ORDER BY k.record LIMIT ${size}`);
