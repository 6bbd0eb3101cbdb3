-- Counts of incidents kept by whoever writes, so that a count, a trend or a filtered list costs the same with a million records as with
-- ten thousand. Why it is built so: docs/decisions/0045-counts-are-kept-by-the-writer.md.

-- CreateTable
CREATE TABLE "incident_facet" (
    "incident_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "occurred_start" DATE NOT NULL,

    CONSTRAINT "incident_facet_pkey" PRIMARY KEY ("incident_id","kind","value")
);

-- CreateTable
CREATE TABLE "incident_tally" (
    "id" BIGSERIAL NOT NULL,
    "cut" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "verification" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "workflow" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "team_id" INTEGER NOT NULL,
    "unit_mark" TEXT NOT NULL,
    "records" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "is_folded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "incident_tally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "incident_facet_value_idx" ON "incident_facet"("kind", "value", "occurred_start" DESC, "incident_id" DESC);

-- CreateIndex
CREATE INDEX "incident_point_idx" ON "incident"("lat", "lon");

-- CreateIndex
CREATE INDEX "incident_public_point_idx" ON "incident"("public_lat", "public_lon");

-- CreateIndex
CREATE INDEX "incident_team_idx" ON "incident"("team_id", "occurred_start" DESC, "id" DESC);

-- Both are written by triggers alone, which follow the records' own constraints: no foreign key is asked a second time.
ALTER TABLE incident_facet ADD CONSTRAINT incident_facet_kind_known CHECK (kind IN ('PARTY', 'OBLIGATION', 'REPORTER'));

-- What a cut leaves open stands as '' in its rows, and a read says so: one index serves them all, and answers without the table.
CREATE INDEX incident_tally_read_idx ON incident_tally (cut, kind, value, verification, type, unit_code, month)
  INCLUDE (workflow, severity, reach, team_id, unit_mark, records, points);
CREATE INDEX incident_tally_fresh_idx ON incident_tally (id) WHERE NOT is_folded;

-- The list of those who see what is public, however many drafts lie beside it; and what began before a day and lasted into it.
CREATE INDEX incident_public_idx ON incident (occurred_start DESC, id DESC)
  WHERE workflow IN ('PUBLISHED', 'CORRECTED', 'RETRACTED') OR (workflow = 'MERGED_INTO' AND published_at IS NOT NULL);
-- What filters ask most rides along: a list or the days at the edge of a month are read from the index alone.
DROP INDEX incident_occurred_idx;
CREATE INDEX incident_occurred_idx ON incident (occurred_start DESC, id DESC) INCLUDE (type, unit_code, verification, workflow, severity, team_id, published_at, restriction, lat);
CREATE INDEX incident_lasting_idx ON incident USING gist (daterange(occurred_start, occurred_end, '[]')) WHERE occurred_end > occurred_start;

-- Words of the rollup ----------------------------------------------------------------------------------------------
-- Who may know of a record as far as its state decides: everybody, while it stands (STANDING) or with a notice why it no longer does
-- (NOTICE); its team and whoever sees the work of all (TEAM); its team alone, where terms forbid passing it on (OWN); nobody, once it was
-- undone with its batch (NONE). What follows from that lib/incidents/policy.ts decides; a test holds this to its `maySee`.
CREATE FUNCTION incident_reach(workflow text, was_published boolean, is_restricted boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN workflow = 'UNDONE' THEN 'NONE'
              WHEN is_restricted THEN 'OWN'
              WHEN workflow = 'PUBLISHED' THEN 'STANDING'
              WHEN workflow IN ('CORRECTED', 'RETRACTED') OR (workflow = 'MERGED_INTO' AND was_published) THEN 'NOTICE'
              ELSE 'TEAM' END
$$;

-- In whose ledger a speaker's words are kept: each side's, each guarantor's, that of those who watch for others, and the rest.
CREATE FUNCTION reporter_ledger(kind text, side text, root_group text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN kind = 'PARTY' THEN 'SIDE:' || coalesce(side, root_group)
              WHEN kind = 'GUARANTOR' THEN 'GUARANTOR:' || coalesce(side, root_group)
              WHEN kind IN ('MONITOR', 'COURT', 'INTERNATIONAL') THEN 'MONITORS'
              ELSE 'OTHERS' END
$$;

-- What records are found by beside their own columns: the parties that their claims name, the duties, and in whose ledgers they stand.
CREATE FUNCTION claim_facets(speaker_code text, against text, stance text) RETURNS TABLE (kind text, value text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT f.kind, f.value FROM speaker s, LATERAL (VALUES
    ('PARTY', against), ('PARTY', s.side),
    ('REPORTER', CASE WHEN stance IN ('ALLEGED_BY', 'COUNTER_ALLEGED_BY', 'ADMITTED_BY', 'FOUND_BY') THEN reporter_ledger(s.kind, s.side, s.root_group) END)
  ) f (kind, value) WHERE s.code = speaker_code AND f.value IS NOT NULL
$$;

CREATE VIEW incident_facet_of_lines AS
  SELECT c.incident_id, f.kind, f.value FROM claim c, LATERAL claim_facets(c.speaker, c.against, c.stance) f
  UNION
  SELECT l.incident_id, 'OBLIGATION', o.code FROM incident_obligation l JOIN obligation o ON o.id = l.obligation_id;

-- Cuts -------------------------------------------------------------------------------------------------------------
-- A cut is named by the number whose bits say what it leaves open, in the order of grouping() below: month 64, type 32, unit 16,
-- verification 8, workflow 4, severity 2, unit_mark 1. Rows bear the team of records that only their team may know of; in a cut with
-- unit_mark (who may read the district: OPEN, INTERNAL, RESTRICTED) also that of records whose district is withheld from others; else 0.
-- lib/incidents/tallies/domain.ts lists the same cuts; a test holds the two to each other.
-- Rows are only ever added, so no writer waits for another and none can lose another's count; a job folds them (fold_tallies).
-- The triggers are of statements: a million rows that are written at once are one pass. One text makes all of their functions.
DO $make$
DECLARE
  of_records text := '(holder, month), (holder, month, type), (holder, month, severity), (holder, type, verification, severity), (holder, month, verification, workflow),
      (holder, month, type, verification, workflow), (team_id, unit_mark, month, unit_code), (team_id, unit_mark, month, unit_code, verification), (team_id, unit_mark, type, unit_code)';
  of_facets text := '(holder, month), (holder, month, type), (holder, month, severity), (holder, month, verification, workflow), (team_id, unit_mark, unit_code)';
  -- What a record counts as: %1$s is its sign.
  shape text := $t$date_trunc('month', i.occurred_start)::date AS month, i.type, coalesce(i.unit_code, '') AS unit_code, i.verification, i.workflow,
        coalesce(i.severity, '') AS severity, u.unit_mark, incident_reach(i.workflow, i.published_at IS NOT NULL, i.restriction IS NOT NULL) AS reach,
        CASE WHEN incident_reach(i.workflow, i.published_at IS NOT NULL, i.restriction IS NOT NULL) IN ('TEAM', 'OWN') THEN i.team_id ELSE 0 END AS holder,
        CASE WHEN incident_reach(i.workflow, i.published_at IS NOT NULL, i.restriction IS NOT NULL) IN ('TEAM', 'OWN') OR u.unit_mark <> 'OPEN' THEN i.team_id ELSE 0 END AS team_id,
        (%1$s) AS records, CASE WHEN i.lat IS NULL THEN 0 ELSE (%1$s) END AS points$t$;
  marked text := $t$, LATERAL (SELECT CASE WHEN 'unit' = ANY (i.restricted_fields) THEN 'RESTRICTED' WHEN 'unit' = ANY (i.internal_fields) THEN 'INTERNAL' ELSE 'OPEN' END AS unit_mark) u$t$;
  record_rows text := $t$SELECT ''::text AS kind, ''::text AS value, $t$ || shape || $t$ FROM %2$s i$t$ || marked;
  facet_rows text := $t$SELECT f.kind, f.value, $t$ || shape || $t$ FROM %3$s f JOIN %2$s i ON i.id = f.incident_id$t$ || marked;
  counted text := $t$
    SELECT grouping(month, type, unit_code, verification, workflow, severity, unit_mark) AS cut, kind, value, coalesce(verification, '') AS verification, coalesce(type, '') AS type,
      coalesce(unit_code, '') AS unit_code, coalesce(month, '-infinity') AS month, coalesce(workflow, '') AS workflow, coalesce(severity, '') AS severity, reach,
      coalesce(team_id, holder, 0) AS team_id, coalesce(unit_mark, '') AS unit_mark, sum(records)::int AS records, sum(points)::int AS points
    FROM (%s) changed
    GROUP BY kind, value, reach, GROUPING SETS (%s)
    HAVING sum(records) <> 0 OR sum(points) <> 0$t$;
  laid text := $t$INSERT INTO incident_tally (cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, records, points) %s$t$;
  -- Room for the groups of a million rows: in memory they are hashed, else sorted once for each cut.
  made text := $t$CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql SET work_mem = '256MB' SET jit = off AS $body$ BEGIN %s; RETURN NULL; END $body$ $t$;
  moved text := $t$old_rows o JOIN new_rows i ON i.id = o.id WHERE (o.occurred_start, o.type, o.unit_code, o.verification, o.workflow, o.severity, o.restricted_fields, o.internal_fields, o.team_id,
        o.published_at IS NULL, o.restriction IS NULL, o.lat IS NULL) IS DISTINCT FROM (i.occurred_start, i.type, i.unit_code, i.verification, i.workflow, i.severity, i.restricted_fields, i.internal_fields, i.team_id,
        i.published_at IS NULL, i.restriction IS NULL, i.lat IS NULL)$t$;
  before_and_after text := '(SELECT o.*, -1 AS sign FROM old_rows o UNION ALL SELECT n.*, 1 FROM new_rows n)';
BEGIN
  EXECUTE format(made, 'tally_inserted_records', format(laid, format(counted, format(record_rows, '1', 'new_rows'), of_records)));
  EXECUTE format(made, 'tally_deleted_records', format(laid, format(counted, format(record_rows, '-1', 'old_rows'), of_records)));
  EXECUTE format(made, 'tally_updated_records',
    format('IF NOT EXISTS (SELECT FROM %s) THEN RETURN NULL; END IF; ', moved)
    || format(laid, format(counted, format(record_rows, 'i.sign', before_and_after), of_records)) || '; '
    || format(laid, format(counted, format(facet_rows, 'i.sign', before_and_after, 'incident_facet'), of_facets)) || '; '
    || 'UPDATE incident_facet f SET occurred_start = i.occurred_start FROM old_rows o JOIN new_rows i ON i.id = o.id WHERE f.incident_id = i.id AND i.occurred_start <> o.occurred_start');
  EXECUTE format(made, 'tally_inserted_facets', 'IF current_setting(''truce_ledger.is_rebuilding'', true) = ''on'' THEN RETURN NULL; END IF; ' || format(laid, format(counted, format(facet_rows, '1', 'incident', 'new_rows'), of_facets)));
  EXECUTE format(made, 'tally_deleted_facets', 'IF current_setting(''truce_ledger.is_rebuilding'', true) = ''on'' THEN RETURN NULL; END IF; ' || format(laid, format(counted, format(facet_rows, '-1', 'incident', 'old_rows'), of_facets)));
  -- All records that a batch brought in, in one pass at its end: whoever writes them switches the triggers above off meanwhile.
  EXECUTE format($f$CREATE FUNCTION tally_facets_of_batch(batch int) RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' SET jit = off AS $body$ BEGIN %s; END $body$ $f$,
    format(laid, format(counted, format(facet_rows, '1', '(SELECT w.* FROM import_record r JOIN incident w ON w.id = r.incident_id WHERE r.import_id = batch AND r.effect = ''CREATE'')', 'incident_facet'), of_facets)));
  -- What the records themselves say: the recount.
  EXECUTE format('CREATE VIEW incident_tally_recount AS %s UNION ALL %s', format(counted, format(record_rows, '1', 'incident'), of_records),
    format(counted, format(facet_rows, '1', 'incident', 'incident_facet'), of_facets));
END $make$;

CREATE TRIGGER incident_tally_inserted AFTER INSERT ON incident REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_inserted_records();
CREATE TRIGGER incident_tally_updated AFTER UPDATE ON incident REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_updated_records();
CREATE TRIGGER incident_tally_deleted AFTER DELETE ON incident REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_deleted_records();
CREATE TRIGGER incident_facet_tally_inserted AFTER INSERT ON incident_facet REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_inserted_facets();
CREATE TRIGGER incident_facet_tally_deleted AFTER DELETE ON incident_facet REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_deleted_facets();

-- Facets -----------------------------------------------------------------------------------------------------------
-- Two who change the lines of one record wait for each other, or one would drop a facet that the other's line has just made true.
-- Records that this transaction wrote itself nobody else can see yet.
CREATE FUNCTION hold_for_facets(ids int[]) RETURNS void LANGUAGE sql AS $$
  SELECT count(*) FROM (SELECT 1 FROM incident WHERE id = ANY (ids) AND xmin <> pg_current_xact_id()::xid ORDER BY id FOR NO KEY UPDATE) held
$$;

CREATE FUNCTION refresh_facets(ids int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_for_facets(ids);
  DELETE FROM incident_facet f WHERE f.incident_id = ANY (ids)
    AND NOT EXISTS (SELECT FROM incident_facet_of_lines l WHERE l.incident_id = f.incident_id AND l.kind = f.kind AND l.value = f.value);
  INSERT INTO incident_facet (incident_id, kind, value, occurred_start)
    SELECT l.incident_id, l.kind, l.value, i.occurred_start FROM incident_facet_of_lines l JOIN incident i ON i.id = l.incident_id WHERE l.incident_id = ANY (ids)
    ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION facets_of_new_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_for_facets(array_agg(DISTINCT incident_id)) FROM new_rows;
  INSERT INTO incident_facet (incident_id, kind, value, occurred_start)
    SELECT DISTINCT c.incident_id, f.kind, f.value, i.occurred_start FROM new_rows c JOIN incident i ON i.id = c.incident_id, LATERAL claim_facets(c.speaker, c.against, c.stance) f
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION facets_of_new_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_for_facets(array_agg(DISTINCT incident_id)) FROM new_rows;
  INSERT INTO incident_facet (incident_id, kind, value, occurred_start)
    SELECT l.incident_id, 'OBLIGATION', o.code, i.occurred_start FROM new_rows l JOIN incident i ON i.id = l.incident_id JOIN obligation o ON o.id = l.obligation_id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION facets_of_changed_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM refresh_facets(array_agg(DISTINCT incident_id)) FROM old_rows;
  ELSE
    PERFORM refresh_facets(array_agg(incident_id)) FROM (SELECT incident_id FROM old_rows UNION SELECT incident_id FROM new_rows) lines;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER claim_facets_inserted AFTER INSERT ON claim REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facets_of_new_claims();
CREATE TRIGGER claim_facets_updated AFTER UPDATE ON claim REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facets_of_changed_lines();
CREATE TRIGGER claim_facets_deleted AFTER DELETE ON claim REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION facets_of_changed_lines();
CREATE TRIGGER incident_obligation_facets_inserted AFTER INSERT ON incident_obligation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facets_of_new_links();
CREATE TRIGGER incident_obligation_facets_updated AFTER UPDATE ON incident_obligation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facets_of_changed_lines();
CREATE TRIGGER incident_obligation_facets_deleted AFTER DELETE ON incident_obligation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION facets_of_changed_lines();

-- A speaker that is put on another side speaks in another ledger.
CREATE FUNCTION facets_of_changed_speaker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_facets(array_agg(DISTINCT incident_id)) FROM claim WHERE speaker = NEW.code;
  RETURN NULL;
END $$;
CREATE TRIGGER speaker_facets_changed AFTER UPDATE ON speaker FOR EACH ROW
  WHEN ((OLD.kind, OLD.side, OLD.root_group) IS DISTINCT FROM (NEW.kind, NEW.side, NEW.root_group)) EXECUTE FUNCTION facets_of_changed_speaker();

-- Folding and recounting -------------------------------------------------------------------------------------------
-- Lays what was written since the last fold into the folded rows, in one step that readers see whole or not at all. Folded rows are
-- changed here alone and by one at a time; what is being written meanwhile waits for the next fold. Gives how many rows it took away.
CREATE FUNCTION fold_tallies() RETURNS bigint LANGUAGE plpgsql SET work_mem = '256MB' SET jit = off AS $$
DECLARE
  taken bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('incident_tally'));
  WITH fresh AS (
    DELETE FROM incident_tally WHERE NOT is_folded RETURNING *
  ), grown AS (
    SELECT row_number() OVER () AS n, cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, sum(records)::int AS records, sum(points)::int AS points
    FROM fresh GROUP BY cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark HAVING sum(records) <> 0 OR sum(points) <> 0
  ), met AS (
    UPDATE incident_tally t SET records = t.records + g.records, points = t.points + g.points FROM grown g
    WHERE t.is_folded AND (t.cut, t.kind, t.value, t.verification, t.type, t.unit_code, t.month, t.workflow, t.severity, t.reach, t.team_id, t.unit_mark)
      = (g.cut, g.kind, g.value, g.verification, g.type, g.unit_code, g.month, g.workflow, g.severity, g.reach, g.team_id, g.unit_mark)
    RETURNING g.n
  ), laid AS (
    INSERT INTO incident_tally (cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, records, points, is_folded)
    SELECT cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, records, points, true FROM grown WHERE n NOT IN (SELECT n FROM met)
  ) SELECT count(*) INTO taken FROM fresh;
  DELETE FROM incident_tally WHERE is_folded AND records = 0 AND points = 0;
  RETURN taken;
END $$;

-- Where the rollup and the records disagree, and by how much: nothing, or a defect. One statement, so one moment.
CREATE VIEW incident_tally_drift AS
  SELECT cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, sum(records) AS records, sum(points) AS points
  FROM (
    SELECT cut::int, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, records, points FROM incident_tally
    UNION ALL
    SELECT cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, -records, -points FROM incident_tally_recount
  ) both_sides
  GROUP BY cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark
  HAVING sum(records) <> 0 OR sum(points) <> 0;

CREATE VIEW incident_facet_drift AS
  SELECT incident_id, kind, value, occurred_start FROM (
    SELECT f.incident_id, f.kind, f.value, f.occurred_start, 1 AS sign FROM incident_facet f
    UNION ALL
    SELECT l.incident_id, l.kind, l.value, i.occurred_start, -1 FROM incident_facet_of_lines l JOIN incident i ON i.id = l.incident_id
  ) both_sides
  GROUP BY incident_id, kind, value, occurred_start HAVING sum(sign) <> 0;

-- Everything anew from the records. Writers wait until it is done.
CREATE FUNCTION rebuild_tallies() RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' SET jit = off SET truce_ledger.is_rebuilding = 'on' AS $$
BEGIN
  LOCK TABLE incident, claim, incident_obligation, speaker IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('incident_tally'));
  DELETE FROM incident_facet;
  INSERT INTO incident_facet (incident_id, kind, value, occurred_start)
    SELECT l.incident_id, l.kind, l.value, i.occurred_start FROM incident_facet_of_lines l JOIN incident i ON i.id = l.incident_id;
  DELETE FROM incident_tally;
  INSERT INTO incident_tally (cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, records, points, is_folded)
    SELECT cut, kind, value, verification, type, unit_code, month, workflow, severity, reach, team_id, unit_mark, records, points, true FROM incident_tally_recount;
END $$;

-- Records from before this migration.
SELECT rebuild_tallies();
