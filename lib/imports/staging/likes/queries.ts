import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { duplicateScore, type DuplicateFacts } from "@/lib/duplicates/domain/score";
import { utcDayOf, calendarDate } from "@/lib/kernel/calendar-date";
import { visible } from "@/lib/incidents/filter/queries";
import { mayReadProtected, scopeOf, type IncidentScope } from "@/lib/incidents/policy";
import { keptMarks, marksSelect } from "@/lib/incidents/protection/queries";
import { referenceOf } from "@/lib/incidents/domain/record";
import type { Actor } from "@/lib/kernel/actor";
import { heldFrom, type Like } from "../settling/domain";
import type { StagedContent } from "../domain";

/** Records of one day and type that are looked at for each row, and those of them that are compared: bounds that hold however many there are. */
const lookedAt = 50;
const compared = 3;

const notInPlay = ["MERGED_INTO", "REJECTED", "CORRECTED", "RETRACTED", "UNDONE"];

type Asked = { record: number; content: StagedContent };

/**
 * For each row the record on file that is likeliest to tell of the same event, where one is likely enough. Asked for all rows at once;
 * only records of the same day and type in the same place are compared, by the rule that entry by hand uses. What is withheld from the
 * importer takes no part.
 */
export async function findLikes(actor: Actor, asked: readonly Asked[], formsOf: (placeId: number) => readonly string[]): Promise<Map<number, Like>> {
  const scope = scopeOf(actor);
  const pairs = await nearPairs(asked);
  if (pairs.length === 0) return new Map();
  const others = await readOthers(scope, [...new Set(pairs.map((pair) => pair.id))], formsOf);
  const contents = new Map(asked.map(({ record, content }) => [record, content]));
  const best = new Map<number, { score: number; like: Like }>();
  for (const { record, id } of pairs) {
    const [content, other] = [contents.get(record), others.get(id)];
    if (!content || !other) continue;
    const { score, reasons } = duplicateScore(factsOf(content, formsOf), other);
    if (score < heldFrom || score <= (best.get(record)?.score ?? 0)) continue;
    best.set(record, { score, like: { id, reference: referenceOf(id), why: reasons.map((reason) => reason.text).join(" ") } });
  }
  return new Map([...best].map(([record, { like }]) => [record, like]));
}

function factsOf({ view, placeId, placeName }: StagedContent, formsOf: (placeId: number) => readonly string[]): DuplicateFacts {
  return {
    type: view.type, title: view.title, start: calendarDate(view.occurred.start), end: view.occurred.end === null ? null : calendarDate(view.occurred.end),
    unit: view.place.unit, placeId, placeNames: [...(placeId === null ? [] : formsOf(placeId)), ...(placeName === null ? [] : [placeName])],
    lat: view.place.lat, lon: view.place.lon, addresses: [], hashes: [], against: view.claims.flatMap((claim) => claim.against ?? []),
  };
}

function nearPairs(asked: readonly Asked[]): Promise<{ record: number; id: number }[]> {
  const column = <T>(read: (content: StagedContent) => T): T[] => asked.map(({ content }) => read(content));
  return db().$queryRaw(Prisma.sql`
    SELECT a.record, n.id
      FROM unnest(${asked.map(({ record }) => record)}::int[], ${column(({ view }) => view.type)}::text[], ${column(({ view }) => view.occurred.start)}::date[], ${column((content) => content.placeId)}::int[],
                  ${column((content) => content.placeName)}::text[], ${column(({ view }) => view.place.unit)}::text[], ${column(({ view }) => view.place.lat)}::float8[], ${column(({ view }) => view.place.lon)}::float8[])
           AS a(record, type, start, place_id, place_name, unit, lat, lon)
     CROSS JOIN LATERAL (
       SELECT s.id FROM (SELECT id, place_id, place_name, unit_code, lat, lon, workflow FROM incident WHERE type = a.type AND occurred_start = a.start ORDER BY id DESC LIMIT ${lookedAt}) s
        WHERE s.workflow <> ALL(${notInPlay}::text[])
          AND (s.place_id = a.place_id OR lower(s.place_name) = lower(a.place_name) OR (abs(s.lat - a.lat) < 0.1 AND abs(s.lon - a.lon) < 0.13)
               OR (s.unit_code = a.unit AND (s.lat IS NULL OR a.lat IS NULL)))
        LIMIT ${compared}) n`);
}

async function readOthers(scope: IncidentScope, ids: readonly number[], formsOf: (placeId: number) => readonly string[]): Promise<Map<number, DuplicateFacts>> {
  const rows = await db().incident.findMany({
    where: { AND: [visible(scope), { id: { in: [...ids] } }] },
    select: {
      id: true, type: true, title: true, occurredStart: true, occurredEnd: true, unitCode: true, placeId: true, placeName: true, lat: true, lon: true, ...marksSelect,
      claims: { select: { against: true } },
    },
  });
  const open = rows.filter((row) => mayReadProtected(scope, keptMarks(row)));
  return new Map(open.map((row) => [row.id, {
    type: row.type, title: row.title, start: utcDayOf(row.occurredStart), end: row.occurredEnd === null ? null : utcDayOf(row.occurredEnd), unit: row.unitCode, placeId: row.placeId,
    placeNames: [...(row.placeId === null ? [] : formsOf(row.placeId)), ...(row.placeName === null ? [] : [row.placeName])], lat: row.lat, lon: row.lon, addresses: [], hashes: [], against: row.claims.flatMap((claim) => claim.against ?? []),
  }]));
}
