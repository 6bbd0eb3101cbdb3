// Very many records on the board, put there by SQL alone: most of them plain, some of every other sort.
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";

/** Plants `count` records on every duty there is, the same ones for the same seed. */
export async function plantBoardRecords(author: Actor, { count, seed = 0.5 }: { count: number; seed?: number }): Promise<void> {
  await db().$executeRaw`ALTER TABLE incident DISABLE TRIGGER incident_begins_as_draft`;
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT setseed(${seed}::float8)::text`;
    await tx.$executeRaw`
      INSERT INTO incident (external_id, type, title, narrative, occurred_start, time_precision, location_precision, sensitivity, verification, workflow, team_id, author_id, last_editor_id, published_at)
      SELECT 'B-' || n, 'CH04', 'Record ' || n, '', date '2020-11-10' + n % 700, CASE WHEN n % 9 = 0 THEN 'T6_WEEK' ELSE 'T4_DAY' END, 'L0_UNKNOWN', 'S0_PUBLIC', 'V3_CORROBORATED', 'PUBLISHED',
             ${author.teamId}::int, ${author.userId}::int, ${author.userId}::int, now() FROM generate_series(1, ${count}::int) n`;
    await tx.$executeRaw`
      INSERT INTO board_record (obligation_id, incident_id, relation, effect, occurred_start, occurred_end, verification, is_contested, is_lethal, is_position_change, is_acknowledged, label, known_at, superseded_at)
      SELECT o.id, i.id, CASE WHEN s.is_plain THEN (ARRAY['BREACH', 'OBSTRUCTION', 'POSSIBLE_BREACH', 'POSSIBLE_BREACH', 'CONTEXT'])[1 + floor(random() * 5)::int] ELSE (ARRAY['FULFILMENT', 'PARTIAL_FULFILMENT', 'AMENDMENT', 'BREACH', 'CONTEXT'])[1 + floor(random() * 5)::int] END,
             CASE WHEN s.is_plain OR random() < 0.3 THEN 'NONE' ELSE (ARRAY['STARTED', 'PARTLY_DONE', 'DONE', 'REOPENED', 'CLOSED', 'RESTRICTED'])[1 + floor(random() * 6)::int] END,
             d.day, CASE WHEN random() < 0.15 THEN d.day + floor(random() * 60)::int END,
             (ARRAY['V0_UNASSESSED', 'V1_CLAIM', 'V2_REPORTED', 'V3_CORROBORATED', 'V3_CORROBORATED', 'V4_VERIFIED', 'V5_INVESTIGATED', 'VX_REFUTED'])[1 + floor(random() * 8)::int],
             random() < 0.1, random() < 0.1, random() < 0.05, random() < 0.2, 'Record ' || i.id, k.known_at, CASE WHEN random() < 0.1 THEN k.known_at + interval '40 days' END
        FROM obligation o CROSS JOIN incident i
        CROSS JOIN LATERAL (SELECT random() + i.id * 0 < 0.97 AS is_plain) s
        CROSS JOIN LATERAL (SELECT date '2020-11-10' + floor(random() * 700 + i.id * 0)::int AS day) d
        CROSS JOIN LATERAL (SELECT d.day + interval '1 day' * floor(random() * 30) AS known_at) k
       WHERE i.external_id LIKE 'B-%' AND (o.position <> 1 OR random() < 0.4)`;
  }, { timeout: 60_000 });
  await db().$executeRaw`ALTER TABLE incident ENABLE TRIGGER incident_begins_as_draft`;
}
