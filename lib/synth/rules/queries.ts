import type pg from "pg";

/** What the row-by-row rules of the database would have refused, asked of a whole load at once. Each gives the number of rows that break it. */
const rules: Record<string, string> = {
  "approved without enough reviewers": `
    WITH given AS (
      SELECT i.id, count(DISTINCT r.reviewer_id) FILTER (WHERE r.decision = 'APPROVE') AS approvals, count(DISTINCT r.reviewer_id) FILTER (WHERE r.decision = 'RETRACT') AS retractions
        FROM incident i LEFT JOIN review r ON r.incident_id = i.id AND r.content_version = i.content_version AND r.reviewer_id NOT IN (i.author_id, i.last_editor_id)
       WHERE i.id BETWEEN $1 AND $2 AND i.workflow IN ('APPROVED', 'PUBLISHED', 'RETRACTED') GROUP BY i.id),
    weighty AS (
      SELECT incident_id FROM casualty WHERE incident_id BETWEEN $1 AND $2 AND outcome = 'KILLED' AND coalesce(high, best, low, 0) > 0
      UNION SELECT incident_id FROM claim WHERE incident_id BETWEEN $1 AND $2 AND stance = 'FOUND_BY')
    SELECT count(*) FROM given g JOIN incident i USING (id) LEFT JOIN weighty w ON w.incident_id = g.id
     WHERE g.approvals < CASE WHEN w.incident_id IS NULL THEN 1 ELSE 2 END OR (i.workflow = 'RETRACTED' AND g.retractions < 2)`,
  "published by its own author": "SELECT count(*) FROM incident WHERE id BETWEEN $1 AND $2 AND workflow IN ('PUBLISHED', 'RETRACTED') AND (published_by_id IS NULL OR published_by_id IN (author_id, last_editor_id))",
  "reviewed by somebody who is no reviewer, or by the author": `
    SELECT count(*) FROM review r JOIN incident i ON i.id = r.incident_id JOIN app_user u ON u.id = r.reviewer_id
     WHERE r.incident_id BETWEEN $1 AND $2 AND (u.role <> 'REVIEWER' OR u.disabled_at IS NOT NULL OR r.reviewer_id IN (i.author_id, i.last_editor_id))`,
  "a finding without a review": `
    SELECT count(*) FROM incident_obligation o JOIN incident i ON i.id = o.incident_id
     WHERE o.incident_id BETWEEN $1 AND $2 AND o.relation NOT IN ('POSSIBLE_BREACH', 'CONTEXT') AND i.workflow IN ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED')`,
  "an entry of the audit in no link": "SELECT count(*) FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id) AND $1::int <= $2::int",
};

/** The names of the rules that records `first` to `last` break, each with how often. */
export async function brokenRules(client: pg.Client, { first, last }: { first: number; last: number }): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(rules)) {
    const { rows } = await client.query<{ count: string }>(sql, [first, last]);
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) broken.push(`${name} (${count})`);
  }
  return broken;
}
