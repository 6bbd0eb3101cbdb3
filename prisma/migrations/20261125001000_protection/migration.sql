-- Marks on single fields, one point for everybody where a place is protected, and the list of public changes that the feeds read.

-- Marks ------------------------------------------------------------------------------------------------------------
ALTER TABLE incident
  ADD COLUMN protected_fields jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN internal_fields text[] DEFAULT '{}',
  ADD COLUMN restricted_fields text[] DEFAULT '{}',
  ADD COLUMN public_lat double precision,
  ADD COLUMN public_lon double precision,
  ADD COLUMN notice_at timestamptz(3);

ALTER TABLE incident
  ADD CONSTRAINT incident_protected_fields_known CHECK (jsonb_typeof(protected_fields) = 'object'
    AND protected_fields - '{title,narrative,time,place,quotes,sources,casualties,observations}'::text[] = '{}'::jsonb),
  ADD CONSTRAINT incident_protected_fields_marked CHECK (NOT jsonb_path_exists(protected_fields,
    '$.* ? (!(@ == "S1_INTERNAL" || @ == "S2_RESTRICTED" || @ == "S3_SOURCE_PROTECTED"))'));

CREATE FUNCTION sensitivity_rank(mark text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE mark WHEN 'S1_INTERNAL' THEN 1 WHEN 'S2_RESTRICTED' THEN 2 WHEN 'S3_SOURCE_PROTECTED' THEN 3 ELSE 0 END
$$;

-- The fields whose mark, their own or the record's, is at least so strict. lib/incidents/domain/marks.ts says the same of one record; a test
-- holds the two together. A district is withheld with the place where the source is protected: it would narrow the area down.
CREATE FUNCTION fields_marked(sensitivity text, marks jsonb, least_rank int) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(f.field ORDER BY f.field), '{}')
    FROM (VALUES ('title', 3, 'title', 0), ('narrative', 1, 'narrative', 0), ('time', 3, 'time', 0), ('place', 1, 'place', 0), ('unit', 3, 'place', 3), ('quotes', 1, 'quotes', 0),
                 ('sources', 3, 'sources', 0), ('casualties', 4, 'casualties', 0), ('observations', 4, 'observations', 0)) AS f(field, from_rank, key, own_from)
   CROSS JOIN LATERAL (SELECT public.sensitivity_rank(sensitivity) AS of_record, public.sensitivity_rank(marks ->> f.key) AS own) r
   WHERE greatest(CASE WHEN r.of_record >= f.from_rank THEN r.of_record ELSE 0 END, CASE WHEN r.own >= f.own_from THEN r.own ELSE 0 END) >= least_rank
$$;

-- Places -----------------------------------------------------------------------------------------------------------
-- HMAC-SHA-256 (RFC 2104) with its two padded keys kept ready. 64 bytes from the server's strong random numbers.
CREATE TABLE place_blur (
  id int NOT NULL DEFAULT 1,
  inner_key bytea NOT NULL,
  outer_key bytea NOT NULL,
  CONSTRAINT place_blur_pkey PRIMARY KEY (id),
  CONSTRAINT place_blur_single CHECK (id = 1),
  CONSTRAINT place_blur_keys CHECK (length(inner_key) = 64 AND length(outer_key) = 64)
);

DO $$
DECLARE
  key bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  inner_ bytea := key;
  outer_ bytea := key;
BEGIN
  FOR i IN 0..63 LOOP
    inner_ := set_byte(inner_, i, get_byte(key, i) # 54);
    outer_ := set_byte(outer_, i, get_byte(key, i) # 92);
  END LOOP;
  INSERT INTO place_blur (inner_key, outer_key) VALUES (inner_, outer_);
END $$;
-- Another key would draw a second point for each place, and two points tell more than one.
CREATE TRIGGER place_blur_kept BEFORE INSERT OR UPDATE OR DELETE ON place_blur FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_blur_no_truncate BEFORE TRUNCATE ON place_blur FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Two numbers from 0 to below 1 that nobody can foretell without the key, for ever the same for the same words.
CREATE FUNCTION blur_numbers(words text, OUT a double precision, OUT b double precision) LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  digest bytea;
BEGIN
  SELECT sha256(k.outer_key || sha256(k.inner_key || convert_to(words, 'UTF8'))) INTO STRICT digest FROM public.place_blur k;
  a := ((get_byte(digest, 0)::bigint << 24) + (get_byte(digest, 1) << 16) + (get_byte(digest, 2) << 8) + get_byte(digest, 3)) / 4294967296.0;
  b := ((get_byte(digest, 4)::bigint << 24) + (get_byte(digest, 5) << 16) + (get_byte(digest, 6) << 8) + get_byte(digest, 7)) / 4294967296.0;
END $$;

-- The point that stands for a protected place (docs/decisions/0030). First the place is forgotten but for the cell of a grid that lies where nobody
-- knows; then a point is drawn around the middle of the cell, outside of it, by the record's number. So it says nothing but the cell, however many
-- records of one place are held against each other, and it is never nearer to the place than 5 km (20 km where the source is protected).
CREATE FUNCTION blurred_point(incident_id int, place_lat double precision, place_lon double precision, mark_rank int, OUT lat double precision, OUT lon double precision)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  km_per_degree CONSTANT double precision := 111.2;
  area text := CASE WHEN mark_rank >= 3 THEN 'region' ELSE 'district' END;
  side double precision := CASE WHEN mark_rank >= 3 THEN 40 ELSE 10 END;
  nearest double precision := CASE WHEN mark_rank >= 3 THEN 50 ELSE 13 END;
  farthest double precision := CASE WHEN mark_rank >= 3 THEN 58 ELSE 16 END;
  grid_lat double precision;
  grid_lon double precision;
  height double precision := side / km_per_degree;
  width double precision;
  middle_lat double precision;
  middle_lon double precision;
  turn double precision;
  spread double precision;
  away double precision;
BEGIN
  SELECT n.a, n.b INTO grid_lat, grid_lon FROM public.blur_numbers('grid ' || area) n;
  middle_lat := (floor(place_lat / height + grid_lat) + 0.5 - grid_lat) * height;
  width := side / (km_per_degree * cos(radians(least(85, abs(middle_lat)))));
  middle_lon := (floor(place_lon / width + grid_lon) + 0.5 - grid_lon) * width;
  SELECT n.a, n.b INTO turn, spread FROM public.blur_numbers('point ' || area || ' ' || incident_id) n;
  away := sqrt(nearest * nearest + spread * (farthest * farthest - nearest * nearest));
  lat := round(greatest(-89.9, least(89.9, middle_lat + away * cos(2 * pi() * turn) / km_per_degree))::numeric, 2);
  lon := round((middle_lon + away * sin(2 * pi() * turn) * width / side)::numeric, 2);
  lon := CASE WHEN lon > 180 THEN lon - 360 WHEN lon < -180 THEN lon + 360 ELSE lon END;
END $$;

-- Kept by the database, whoever writes: what filters and maps go by can't be forgotten, nor set to anything else.
CREATE FUNCTION incident_protection() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  place_rank int;
BEGIN
  NEW.public_lat := NEW.lat;
  NEW.public_lon := NEW.lon;
  IF NEW.sensitivity = 'S0_PUBLIC' AND NEW.protected_fields = '{}'::jsonb THEN
    NEW.internal_fields := '{}';
    NEW.restricted_fields := '{}';
    RETURN NEW;
  END IF;
  NEW.internal_fields := public.fields_marked(NEW.sensitivity, NEW.protected_fields, 1);
  NEW.restricted_fields := public.fields_marked(NEW.sensitivity, NEW.protected_fields, 2);
  place_rank := greatest(public.sensitivity_rank(NEW.sensitivity), public.sensitivity_rank(NEW.protected_fields ->> 'place'));
  IF place_rank > 0 AND NEW.lat IS NOT NULL AND NEW.lon IS NOT NULL THEN
    SELECT p.lat, p.lon INTO NEW.public_lat, NEW.public_lon FROM public.blurred_point(NEW.id, NEW.lat, NEW.lon, place_rank) p;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_protected BEFORE INSERT OR UPDATE OF id, sensitivity, protected_fields, internal_fields, restricted_fields, lat, lon, public_lat, public_lon ON incident
  FOR EACH ROW EXECUTE FUNCTION incident_protection();

-- Records that are there already: their marks and points, and since when a notice stands in their place.
UPDATE incident i SET lat = lat, notice_at = CASE WHEN i.workflow IN ('RETRACTED', 'CORRECTED') THEN
  (SELECT max(v.recorded_at) FROM incident_version v WHERE v.incident_id = i.id AND v.event IN ('incident.retracted', 'incident.corrected')) END;

-- Changes ----------------------------------------------------------------------------------------------------------
-- CreateTable
CREATE TABLE "public_change" (
    "seq" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_change_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "public_change_entry_id_key" ON "public_change"("entry_id");

-- CreateIndex
CREATE INDEX "public_change_incident_id_seq_idx" ON "public_change"("incident_id", "seq");

-- AddForeignKey
ALTER TABLE "public_change" ADD CONSTRAINT "public_change_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An entry of the audit that changes what everybody may read of a record that is, or was, public. At the commit, after the seal: `seq` is the order
-- in which changes became visible, so that whoever has read up to one number has missed nothing before it.
CREATE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.public_change (seq, entry_id, incident_id, event, at)
  SELECT s.seq, NEW.id, i.id, NEW.event, NEW.at
    FROM public.audit_seal s JOIN public.incident i ON i.id = NEW.subject_id::int
   WHERE s.entry_id = NEW.id AND i.published_at <= NEW.at;
  RETURN NULL;
END $$;
-- Deferred triggers of one row fire by their names: `audit_entry_sealed`, then this one.
CREATE CONSTRAINT TRIGGER audit_entry_told AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.subject_type = 'incident' AND NEW.subject_id ~ '^[0-9]{1,9}$' AND NEW.event IN ('incident.published', 'incident.corrected', 'incident.retracted', 'incident.mergedInto',
    'incident.mergeReceived', 'incident.mergeUndone', 'incident.levelLowered', 'evidence.described', 'evidence.withdrawn', 'correction.filed', 'correction.decided', 'correction.withdrawn'))
  EXECUTE FUNCTION tell_public_change();

INSERT INTO public_change (seq, entry_id, incident_id, event, at)
SELECT s.seq, e.id, i.id, e.event, e.at
  FROM audit_entry e JOIN audit_seal s ON s.entry_id = e.id JOIN incident i ON i.id = CASE WHEN e.subject_id ~ '^[0-9]{1,9}$' THEN e.subject_id::int END
 WHERE e.subject_type = 'incident' AND i.published_at <= e.at AND e.event IN ('incident.published', 'incident.corrected', 'incident.retracted', 'incident.mergedInto',
    'incident.mergeReceived', 'incident.mergeUndone', 'incident.levelLowered', 'evidence.described', 'evidence.withdrawn', 'correction.filed', 'correction.decided', 'correction.withdrawn');

-- Written by the trigger above and by nobody else, and never changed.
CREATE TRIGGER public_change_told BEFORE INSERT ON public_change FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER public_change_append_only BEFORE UPDATE OR DELETE ON public_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER public_change_no_truncate BEFORE TRUNCATE ON public_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE EXECUTE ON FUNCTION tell_public_change() FROM PUBLIC;
