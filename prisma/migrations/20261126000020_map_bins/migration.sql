-- Where a record stands on the map is kept with the record, and how many stand in each bin is kept by whoever writes: a picture of a
-- million records costs as much as one of ten thousand. Why it is built so: docs/decisions/0048-bins-of-the-map.md.

-- Bins -------------------------------------------------------------------------------------------------------------
-- The bits of column and row in turns, row first. lib/map/domain/bin.ts counts the same; a test holds the two together.
CREATE FUNCTION spread_bits(value int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (c | (c << 1)) & 1431655765 FROM (SELECT (b | (b << 2)) & 858993459 AS c FROM (SELECT (a | (a << 4)) & 252645135 AS b FROM (SELECT (value | (value << 8)) & 16711935 AS a) x) y) z
$$;

CREATE FUNCTION map_bin(lat double precision, lon double precision, level int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.spread_bits(least((1 << level) - 1, greatest(0, floor((lon + 180) / 360 * (1 << level))))::int)
    | (public.spread_bits(least((1 << level) - 1, greatest(0, floor((lat + 90) / 270 * (1 << level))))::int) << 1)
$$;

-- The area of a record whose place is known by district, region or sector only: its unit, or the bin around which it lies where it names none.
CREATE FUNCTION map_area(unit_code text, lat double precision, lon double precision) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(unit_code, '@' || public.map_bin(lat, lon, 8))
$$;

-- Whether a map shows the record at all: for every reader the same ones, so a unit counts only where nobody is kept from it. A country, the
-- air, water and what is not known are no place on a map (domain.md, section 2.4).
CREATE FUNCTION is_on_map(location_precision text, lat double precision, unit_code text, internal_fields text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN location_precision IN ('L1_EXACT', 'L2_SETTLEMENT', 'L3_NEAR') THEN lat IS NOT NULL
              WHEN location_precision IN ('L4_DISTRICT', 'L5_REGION', 'L6_LINE_SECTOR') THEN lat IS NOT NULL OR (unit_code IS NOT NULL AND NOT 'unit' = ANY (internal_fields))
              ELSE false END
$$;

-- The record's mark for those who read its place (map_bin9 and so on for a place, map_area for an area), and for those from whom it is withheld
-- (public_area: never finer than a district; a region, without its unit, where the source is protected). The trigger `incident_protected`
-- has set the public point and the marks before these are worked out.
ALTER TABLE incident
  ADD COLUMN on_map boolean GENERATED ALWAYS AS (is_on_map(location_precision, lat, unit_code, internal_fields)) STORED,
  ADD COLUMN map_bin9 int GENERATED ALWAYS AS (CASE WHEN location_precision IN ('L1_EXACT', 'L2_SETTLEMENT', 'L3_NEAR') THEN map_bin(lat, lon, 9) END) STORED,
  ADD COLUMN map_bin11 int GENERATED ALWAYS AS (CASE WHEN location_precision IN ('L1_EXACT', 'L2_SETTLEMENT', 'L3_NEAR') THEN map_bin(lat, lon, 11) END) STORED,
  ADD COLUMN map_bin13 int GENERATED ALWAYS AS (CASE WHEN location_precision IN ('L1_EXACT', 'L2_SETTLEMENT', 'L3_NEAR') THEN map_bin(lat, lon, 13) END) STORED,
  ADD COLUMN map_bin15 int GENERATED ALWAYS AS (CASE WHEN location_precision IN ('L1_EXACT', 'L2_SETTLEMENT', 'L3_NEAR') THEN map_bin(lat, lon, 15) END) STORED,
  ADD COLUMN map_area text GENERATED ALWAYS AS (CASE WHEN location_precision IN ('L4_DISTRICT', 'L5_REGION', 'L6_LINE_SECTOR') AND is_on_map(location_precision, lat, unit_code, internal_fields)
    THEN map_area(unit_code, lat, lon) END) STORED,
  ADD COLUMN public_area text GENERATED ALWAYS AS (CASE WHEN is_on_map(location_precision, lat, unit_code, internal_fields)
    THEN map_area(CASE WHEN NOT 'unit' = ANY (internal_fields) THEN unit_code END, public_lat, public_lon) END) STORED;

-- One index for the cells of every level: the finest bins within a bin are one run of numbers.
-- CreateIndex
CREATE INDEX "incident_map_bin_idx" ON "incident"("map_bin15", "occurred_start" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_map_area_idx" ON "incident"("map_area", "occurred_start" DESC, "id" DESC);

CREATE INDEX incident_public_area_idx ON incident (public_area, occurred_start DESC, id DESC) WHERE internal_fields <> '{}';
CREATE INDEX incident_not_on_map_idx ON incident (occurred_start DESC, id DESC) WHERE NOT on_map;

-- Counts -----------------------------------------------------------------------------------------------------------
-- Rows are only ever added, so no writer waits for another and none loses another's count; a job folds them (fold_map_bins).
-- level 9, 11, 13, 15: records with a place, by bin. level 0: records with an area, and those on no map (area '-'); `bin` is then the bin
-- of level 9 of the point that goes with it, -1 where there is none. A record whose place is withheld from some counts twice: as it is, for
-- those who read it, and as what stands for it (is_stand_in), for the others; no reader is told both.
-- CreateTable
CREATE TABLE "map_bin_count" (
    "id" BIGSERIAL NOT NULL,
    "level" SMALLINT NOT NULL,
    "bin" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "team_id" INTEGER NOT NULL,
    "reach" TEXT NOT NULL,
    "mark" SMALLINT NOT NULL,
    "is_stand_in" BOOLEAN NOT NULL,
    "records" INTEGER NOT NULL,
    "lat_sum" BIGINT NOT NULL,
    "lon_sum" BIGINT NOT NULL,
    "is_folded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "map_bin_count_pkey" PRIMARY KEY ("id")
);

-- Read without the table.
CREATE INDEX map_bin_count_read_idx ON map_bin_count (level, bin) INCLUDE (area, team_id, reach, mark, is_stand_in, records, lat_sum, lon_sum);
CREATE INDEX map_bin_count_fresh_idx ON map_bin_count (id) WHERE NOT is_folded;

-- One text makes the functions of all triggers, which are of statements: a million rows that are written at once are one pass.
DO $make$
DECLARE
  -- %1$s is the sign, %2$s the rows. Degrees are summed as millionths, in whole numbers: what is taken away is what was added.
  counted text := $t$
    SELECT c.level, c.bin, c.area, CASE WHEN r.reach IN ('STANDING', 'NOTICE') AND r.mark < 2 THEN 0 ELSE i.team_id END AS team_id, r.reach, r.mark, c.is_stand_in,
           sum(%1$s)::int AS records, sum(%1$s * c.lat)::bigint AS lat_sum, sum(%1$s * c.lon)::bigint AS lon_sum
      FROM %2$s i
     CROSS JOIN LATERAL (SELECT incident_reach(i.workflow, i.published_at IS NOT NULL, i.restriction IS NOT NULL) AS reach,
                                CASE WHEN 'place' = ANY (i.restricted_fields) THEN 2 WHEN 'place' = ANY (i.internal_fields) THEN 1 ELSE 0 END AS mark,
                                round(i.lat * 1e6)::bigint AS lat, round(i.lon * 1e6)::bigint AS lon) r
     CROSS JOIN LATERAL (
       SELECT p.level, p.bin, '' AS area, false AS is_stand_in, r.lat, r.lon
         FROM (VALUES (9, i.map_bin9), (11, i.map_bin11), (13, i.map_bin13), (15, i.map_bin15)) AS p(level, bin) WHERE p.bin IS NOT NULL
       UNION ALL SELECT 0, coalesce(map_bin(i.lat, i.lon, 9), -1), coalesce(i.map_area, '-'), false, 0, 0 WHERE i.map_area IS NOT NULL OR NOT i.on_map
       UNION ALL SELECT 0, coalesce(map_bin(i.public_lat, i.public_lon, 9), -1), coalesce(i.public_area, '-'), true, 0, 0 WHERE r.mark > 0
     ) c
     WHERE r.reach <> 'NONE'
     GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(%1$s) <> 0 OR sum(%1$s * c.lat) <> 0 OR sum(%1$s * c.lon) <> 0$t$;
  laid text := $t$INSERT INTO map_bin_count (level, bin, area, team_id, reach, mark, is_stand_in, records, lat_sum, lon_sum) $t$;
  made text := $t$CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql SET work_mem = '256MB' SET jit = off AS $body$ BEGIN %s; RETURN NULL; END $body$ $t$;
  moved text := $t$old_rows o JOIN new_rows n ON n.id = o.id WHERE (o.workflow, o.published_at IS NULL, o.restriction IS NULL, o.team_id, o.internal_fields, o.restricted_fields, o.lat, o.lon, o.public_lat, o.public_lon, o.on_map,
      o.map_bin15, o.map_area, o.public_area) IS DISTINCT FROM (n.workflow, n.published_at IS NULL, n.restriction IS NULL, n.team_id, n.internal_fields, n.restricted_fields, n.lat, n.lon, n.public_lat, n.public_lon, n.on_map,
      n.map_bin15, n.map_area, n.public_area)$t$;
BEGIN
  EXECUTE format(made, 'count_inserted_in_bins', laid || format(counted, '1', 'new_rows'));
  EXECUTE format(made, 'count_deleted_in_bins', laid || format(counted, '-1', 'old_rows'));
  EXECUTE format(made, 'count_moved_in_bins', format('IF NOT EXISTS (SELECT FROM %s) THEN RETURN NULL; END IF; ', moved)
    || laid || format(counted, 'i.sign', '(SELECT o.*, -1 AS sign FROM old_rows o UNION ALL SELECT n.*, 1 FROM new_rows n)'));
  -- What the records themselves say: the recount.
  EXECUTE 'CREATE VIEW map_bin_recount AS ' || format(counted, '1', 'incident');
END $make$;

CREATE TRIGGER map_bins_inserted AFTER INSERT ON incident REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_inserted_in_bins();
CREATE TRIGGER map_bins_updated AFTER UPDATE ON incident REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_moved_in_bins();
CREATE TRIGGER map_bins_deleted AFTER DELETE ON incident REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_deleted_in_bins();

-- Lays what was written since the last fold into the folded rows, in one step that readers see whole or not at all; what is being written
-- meanwhile waits for the next fold. Gives how many rows it took away.
CREATE FUNCTION fold_map_bins() RETURNS bigint LANGUAGE plpgsql SET work_mem = '256MB' SET jit = off AS $$
DECLARE
  taken bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('map_bin_count'));
  WITH fresh AS (
    DELETE FROM map_bin_count WHERE NOT is_folded RETURNING *
  ), grown AS (
    SELECT row_number() OVER () AS n, level, bin, area, team_id, reach, mark, is_stand_in, sum(records)::int AS records, sum(lat_sum)::bigint AS lat_sum, sum(lon_sum)::bigint AS lon_sum
      FROM fresh GROUP BY level, bin, area, team_id, reach, mark, is_stand_in HAVING sum(records) <> 0 OR sum(lat_sum) <> 0 OR sum(lon_sum) <> 0
  ), met AS (
    UPDATE map_bin_count t SET records = t.records + g.records, lat_sum = t.lat_sum + g.lat_sum, lon_sum = t.lon_sum + g.lon_sum FROM grown g
     WHERE t.is_folded AND (t.level, t.bin, t.area, t.team_id, t.reach, t.mark, t.is_stand_in) = (g.level, g.bin, g.area, g.team_id, g.reach, g.mark, g.is_stand_in)
    RETURNING g.n
  ), laid AS (
    INSERT INTO map_bin_count (level, bin, area, team_id, reach, mark, is_stand_in, records, lat_sum, lon_sum, is_folded)
    SELECT level, bin, area, team_id, reach, mark, is_stand_in, records, lat_sum, lon_sum, true FROM grown WHERE n NOT IN (SELECT n FROM met)
  ) SELECT count(*) INTO taken FROM fresh;
  IF taken > 0 THEN
    DELETE FROM map_bin_count WHERE is_folded AND records = 0 AND lat_sum = 0 AND lon_sum = 0;
  END IF;
  RETURN taken;
END $$;

-- Where the counts and the records disagree, and by how much: nothing, or a defect. One statement, so one moment.
CREATE VIEW map_bin_drift AS
  SELECT level, bin, area, team_id, reach, mark, is_stand_in, sum(records) AS records, sum(lat_sum) AS lat_sum, sum(lon_sum) AS lon_sum
    FROM (SELECT level::int, bin, area, team_id, reach, mark::int, is_stand_in, records, lat_sum, lon_sum FROM map_bin_count
          UNION ALL SELECT level, bin, area, team_id, reach, mark, is_stand_in, -records, -lat_sum, -lon_sum FROM map_bin_recount) both_sides
   GROUP BY level, bin, area, team_id, reach, mark, is_stand_in
  HAVING sum(records) <> 0 OR sum(lat_sum) <> 0 OR sum(lon_sum) <> 0;

-- Everything anew from the records. Writers wait until it is done.
CREATE FUNCTION rebuild_map_bins() RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' SET jit = off AS $$
BEGIN
  LOCK TABLE incident IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('map_bin_count'));
  DELETE FROM map_bin_count;
  INSERT INTO map_bin_count (level, bin, area, team_id, reach, mark, is_stand_in, records, lat_sum, lon_sum, is_folded)
  SELECT level, bin, area, team_id, reach, mark, is_stand_in, records, lat_sum, lon_sum, true FROM map_bin_recount;
END $$;

-- On the map, or not, as the list counts it --------------------------------------------------------------------------
-- The rollup of counts (migration `rollups`) took a record with coordinates for one on the map; now it counts what a map really shows.
DO $counted$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['tally_inserted_records', 'tally_deleted_records', 'tally_updated_records', 'tally_inserted_facets', 'tally_deleted_facets', 'tally_facets_of_batch'] LOOP
    IF strpos(pg_get_functiondef(kept::regproc), 'i.lat IS NULL') = 0 THEN
      RAISE EXCEPTION 'The function % is not the one that this migration changes.', kept;
    END IF;
    EXECUTE replace(replace(pg_get_functiondef(kept::regproc), 'i.lat IS NULL', 'NOT i.on_map'), 'o.lat IS NULL', 'NOT o.on_map');
  END LOOP;
  EXECUTE 'CREATE OR REPLACE VIEW incident_tally_recount AS ' || replace(pg_get_viewdef('incident_tally_recount'::regclass), 'i.lat IS NULL', 'NOT i.on_map');
END $counted$;

DROP INDEX incident_occurred_idx;
CREATE INDEX incident_occurred_idx ON incident (occurred_start DESC, id DESC) INCLUDE (type, unit_code, verification, workflow, severity, team_id, published_at, restriction, on_map);

-- Records from before this migration.
SELECT rebuild_tallies();
SELECT rebuild_map_bins();

-- Zones ------------------------------------------------------------------------------------------------------------
-- Where a duty holds, and from when to when: a unit of the basemap, or a way along places with a width.
-- CreateTable
CREATE TABLE "obligation_zone" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "unit_code" TEXT,
    "width_metres" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "basis" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "obligation_zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation_zone_place" (
    "zone_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "place_id" INTEGER NOT NULL,

    CONSTRAINT "obligation_zone_place_pkey" PRIMARY KEY ("zone_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "obligation_zone_key_key" ON "obligation_zone"("key");

-- AddForeignKey
ALTER TABLE "obligation_zone" ADD CONSTRAINT "obligation_zone_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_zone" ADD CONSTRAINT "obligation_zone_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_zone_place" ADD CONSTRAINT "obligation_zone_place_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "obligation_zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_zone_place" ADD CONSTRAINT "obligation_zone_place_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE obligation_zone
  ADD CONSTRAINT obligation_zone_one_shape CHECK ((unit_code IS NULL) <> (width_metres IS NULL)),
  ADD CONSTRAINT obligation_zone_width CHECK (width_metres > 0),
  ADD CONSTRAINT obligation_zone_days CHECK (valid_to >= valid_from),
  ADD CONSTRAINT obligation_zone_confidence_known CHECK (confidence IN ('verified-page', 'seed', 'general-knowledge'));
