import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Assessment } from "../domain/assessment";

/** By what a stored answer was computed, and for which day. */
export type AnswerKey = { readonly asOf: CalendarDate; readonly ruleVersion: string; readonly engine: string };
export type NewAnswer = { readonly obligationId: number; readonly revision: bigint; readonly result: Assessment };

/** Keeps answers. One that is there already and of a later revision stays: it was computed from more than this one. Answers that are the same are not written again. */
export async function storeAnswers({ asOf, ruleVersion, engine }: AnswerKey, answers: readonly NewAnswer[]): Promise<void> {
  const ids = answers.map((answer) => answer.obligationId);
  const revisions = answers.map((answer) => String(answer.revision));
  const results = answers.map((answer) => JSON.stringify(answer.result));
  // In the order of their ids, so that two readers who keep the same board at once wait for each other and don't deadlock.
  await db().$executeRaw`
    INSERT INTO board_result (obligation_id, as_of, rule_version, engine, revision, result, computed_at)
    SELECT o.id, ${asOf}::date, ${ruleVersion}, ${engine}, a.revision::bigint, a.result::json, now()
    FROM unnest(${ids}::int[], ${revisions}::text[], ${results}::text[]) AS a(id, revision, result) JOIN obligation o ON o.id = a.id
    ORDER BY o.id
    ON CONFLICT (obligation_id, as_of, rule_version) DO UPDATE
      SET engine = excluded.engine, revision = excluded.revision, result = excluded.result, computed_at = excluded.computed_at
      WHERE board_result.engine <> excluded.engine OR board_result.revision < excluded.revision
        OR (board_result.revision = excluded.revision AND board_result.result::text <> excluded.result::text)`;
}

/** The revisions of these duties, as this transaction sees them. */
export async function listRevisions(tx: Tx, obligationIds: readonly number[]): Promise<Map<number, bigint>> {
  const rows = await tx.$queryRaw<{ id: number; revision: bigint }[]>`
    SELECT asked.id, coalesce((SELECT sum(v.steps) FROM board_revision v WHERE v.obligation_id = asked.id), 0)::bigint AS revision
    FROM unnest(${[...obligationIds]}::int[]) AS asked(id)`;
  return new Map(rows.map((row) => [row.id, row.revision]));
}

/** How often anything that the engine reads has changed, of whatever duty. */
export async function readRevision(tx: Tx): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ revision: bigint }[]>`SELECT coalesce(sum(steps), 0)::bigint AS revision FROM board_revision`;
  return row?.revision ?? 0n;
}

/** Puts the many steps of a duty into one row each. Their sum stays, for whoever reads at the same time and beside whoever folds too. */
export async function foldRevisions(): Promise<void> {
  await db().$executeRaw`
    WITH many AS (SELECT obligation_id FROM board_revision GROUP BY obligation_id HAVING count(*) > 1),
      gone AS (DELETE FROM board_revision WHERE obligation_id IN (SELECT obligation_id FROM many) RETURNING obligation_id, steps)
    INSERT INTO board_revision (obligation_id, steps) SELECT obligation_id, sum(steps)::bigint FROM gone GROUP BY obligation_id`;
}

/** Drops the answers of all days but the `keep` that were computed last. Gives how many days went. */
export async function pruneAnswers(keep: number): Promise<number> {
  const [row] = await db().$queryRaw<{ days: number }[]>`
    WITH old AS (SELECT rule_version, as_of FROM board_result GROUP BY rule_version, as_of ORDER BY max(computed_at) DESC, as_of DESC OFFSET ${keep}::int),
      gone AS (DELETE FROM board_result r USING old WHERE r.rule_version = old.rule_version AND r.as_of = old.as_of)
    SELECT count(*)::int AS days FROM old`;
  return row?.days ?? 0;
}

/** Drops the answers by other rules than these: they are computed again when somebody asks. */
export async function dropOtherRules(ruleVersion: string): Promise<void> {
  await db().boardResult.deleteMany({ where: { ruleVersion: { not: ruleVersion } } });
}
