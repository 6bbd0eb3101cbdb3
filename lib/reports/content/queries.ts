import { z } from "zod";
import { db } from "@/lib/db/client";
import { strictestOf } from "@/lib/incidents/domain/marks";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { keptMarks } from "@/lib/incidents/protection/queries";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { SourceFacts, Vocabulary } from "../domain/vocabulary";
import type { ReportedRecord } from "../policy";

/** Which records a report may rest on. */
export type RecordQuestion = { readonly from: CalendarDate; readonly to: CalendarDate; readonly knownAt: Date; readonly incidentId?: number | undefined };

/** More records than this make no report: it is refused with the way out, instead of being cut in silence. */
export const mostRecords = 3000;

type Row = { snapshot: unknown; teamId: number; sensitivity: string; protectedFields: unknown; publicLat: number | null; publicLon: number | null; restriction: string | null };

const viewShape = z.custom<IncidentView>((value) => typeof value === "object" && value !== null && "claims" in value && "occurred" in value);

/**
 * The records that were public by `knownAt` and of which some day falls in the span, each as its snapshot kept it then: what was
 * corrected or retracted later is still what it was, under the stricter of its marks then and its marks now, of the record and of each field.
 * A reference row is known from the day that the board knows it. One more than `mostRecords` at most, by number.
 */
export async function listRecordsKnown({ from, to, knownAt, incidentId }: RecordQuestion): Promise<ReportedRecord[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT kept.* FROM (
      SELECT DISTINCT ON (v.incident_id) v.incident_id AS "incidentId", v.snapshot, i.team_id AS "teamId", i.sensitivity, i.protected_fields AS "protectedFields",
             i.public_lat AS "publicLat", i.public_lon AS "publicLon", i.restriction
        FROM incident i JOIN incident_version v ON v.incident_id = i.id
       WHERE i.published_at IS NOT NULL
         AND i.occurred_start <= ${to}::date AND coalesce(i.occurred_end, i.occurred_start) >= ${from}::date
         AND (${incidentId ?? null}::int IS NULL OR i.id = ${incidentId ?? null}::int)
         AND (v.recorded_at <= ${knownAt}::timestamptz
              OR (v.event = 'incident.published' AND EXISTS (SELECT 1 FROM board_record b WHERE b.incident_id = i.id AND b.known_at <= ${knownAt}::timestamptz)))
       ORDER BY v.incident_id, v.version DESC
    ) kept
    WHERE kept.snapshot ->> 'workflow' = 'PUBLISHED'
    ORDER BY kept."incidentId" LIMIT ${mostRecords + 1}`;
  return rows.map((row) => {
    // A snapshot that is older than a part of the view holds none of it.
    const view = viewShape.parse({ evidence: [], protectedFields: {}, withheld: [], ...z.record(z.string(), z.unknown()).parse(row.snapshot) });
    const publicPoint = row.publicLat === null || row.publicLon === null ? null : { lat: row.publicLat, lon: row.publicLon };
    return { view: { ...view, ...strictestOf([view, keptMarks(row)]) }, teamId: row.teamId, restriction: row.restriction, publicPoint };
  });
}

/** Every speaker, source and unit by its code: short lists, read once for a report. */
export async function readVocabulary(): Promise<Vocabulary> {
  const [speakers, sources, units] = await Promise.all([
    db().speaker.findMany({ select: { code: true, name: true } }),
    db().source.findMany({ select: { id: true, rootId: true, key: true, publisher: true, title: true, publishedOn: true, url: true, kind: true, alignment: true, reliability: true, basis: true } }),
    db().unit.findMany({ select: { code: true, name: true } }),
  ]);
  const byId = new Map(sources.map((row) => [row.id, row]));
  const rootOf = (id: number, steps = 0): string => {
    const row = byId.get(id);
    return row?.rootId == null || steps > 20 ? (row?.key ?? "") : rootOf(row.rootId, steps + 1);
  };
  const facts = new Map<number, SourceFacts>(sources.map(({ id, rootId, ...row }) => [id, { ...row, rests: rootId === null ? null : rootOf(id), root: rootOf(id) }]));
  const speakerNames = new Map(speakers.map(({ code, name }) => [code, name]));
  const unitNames = new Map(units.map(({ code, name }) => [code, name]));
  const byKey = new Map([...facts.values()].map((row) => [row.key, row]));
  return { speakerOf: (code) => speakerNames.get(code) ?? code, sourceOf: (id) => facts.get(id), sourceByKey: (key) => byKey.get(key), unitOf: (code) => unitNames.get(code) ?? code };
}

export type ObserverRow = { readonly obligation: string; readonly observer: string; readonly fromOn: CalendarDate; readonly toOn: CalendarDate | null; readonly level: string; readonly restriction: string | null; readonly source: string | null };

/** Who could observe which duty of an agreement, and when. */
export async function listObservers(agreement: string): Promise<ObserverRow[]> {
  const rows = await db().coverage.findMany({
    where: { obligation: { agreement: { code: agreement } } },
    select: { fromOn: true, toOn: true, level: true, restriction: true, speaker: { select: { name: true } }, source: { select: { key: true } }, obligation: { select: { code: true } } },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ speaker, source, obligation, fromOn, toOn, ...row }) => ({ ...row, obligation: obligation.code, observer: speaker.name, source: source?.key ?? null, fromOn: utcDayOf(fromOn), toOn: toOn === null ? null : utcDayOf(toOn) }));
}

