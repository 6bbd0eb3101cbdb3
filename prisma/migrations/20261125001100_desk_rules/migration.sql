-- What the claims, counts and observations of a record can say beside each other, and what a reviewer finds of a file and the claims.

-- The day and the place that a claim itself names, where they are not the record's: that accounts differ is told, never evened out.
ALTER TABLE claim
  ADD COLUMN event_on date,
  ADD COLUMN event_place text,
  ADD COLUMN event_place_id int REFERENCES place (id) ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT claim_event_place_named CHECK (event_place_id IS NULL OR event_place IS NOT NULL);

-- Who counts: two sides' ledgers stand beside each other and are never summed.
ALTER TABLE casualty ADD COLUMN counted_by text REFERENCES speaker (code) ON DELETE SET NULL ON UPDATE CASCADE;

-- Where an observer stood, and how far off and which way the observed was: the pattern of the OSCE's daily reports.
ALTER TABLE observation
  ADD COLUMN weapon_calibre_mm double precision,
  ADD COLUMN observer_place text,
  ADD COLUMN observer_place_id int REFERENCES place (id) ON DELETE SET NULL ON UPDATE CASCADE,
  ADD COLUMN bearing16 text,
  ADD COLUMN distance_km_low double precision,
  ADD COLUMN distance_km_high double precision,
  ADD CONSTRAINT observation_calibre_real CHECK (weapon_calibre_mm > 0 AND weapon_calibre_mm <= 1000),
  ADD CONSTRAINT observation_observer_place_named CHECK (observer_place_id IS NULL OR observer_place IS NOT NULL),
  ADD CONSTRAINT observation_bearing_known CHECK (bearing16 IN ('N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW')),
  ADD CONSTRAINT observation_distance_in_order CHECK (distance_km_low >= 0 AND distance_km_high >= 0 AND distance_km_high <= 1000 AND distance_km_low <= 1000 AND distance_km_low <= distance_km_high),
  ADD CONSTRAINT observation_not_negative CHECK (coalesce(count_low, 0) >= 0 AND coalesce(count_best, 0) >= 0 AND coalesce(count_high, 0) >= 0),
  ADD CONSTRAINT observation_in_order CHECK (coalesce(count_low <= count_best, true) AND coalesce(count_best <= count_high, true) AND coalesce(count_low <= count_high, true));

-- A reviewer's finding that a file shows something else than the claims say. It stands until a reviewer takes it back, with a reason.
CREATE TABLE evidence_mismatch (
  id serial PRIMARY KEY,
  incident_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  evidence_id int NOT NULL REFERENCES evidence (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reason text NOT NULL,
  found_by_id int NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  found_at timestamptz(3) NOT NULL,
  -- The finding on the published record that a correction took over with the file.
  carried_from_id int REFERENCES evidence_mismatch (id) ON DELETE SET NULL ON UPDATE CASCADE,
  undone_reason text,
  undone_by_id int REFERENCES app_user (id) ON DELETE SET NULL ON UPDATE CASCADE,
  undone_at timestamptz(3),
  CONSTRAINT evidence_mismatch_reasoned CHECK (length(btrim(reason)) > 0),
  CONSTRAINT evidence_mismatch_undone_whole CHECK ((undone_by_id IS NULL) = (undone_at IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL))
);
CREATE UNIQUE INDEX evidence_mismatch_standing ON evidence_mismatch (evidence_id) WHERE undone_at IS NULL;
CREATE INDEX evidence_mismatch_incident_idx ON evidence_mismatch (incident_id, evidence_id);

CREATE TRIGGER evidence_mismatch_kept BEFORE UPDATE OR DELETE ON evidence_mismatch FOR EACH ROW EXECUTE FUNCTION only_undone();
CREATE TRIGGER evidence_mismatch_no_truncate BEFORE TRUNCATE ON evidence_mismatch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who finds is a reviewer in office who neither wrote nor last edited the record, and the file stands on that record. A finding that is
-- carried to a correction is the one that was made on the record it corrects, word by word.
CREATE FUNCTION mismatch_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  who int := CASE WHEN TG_OP = 'UPDATE' THEN NEW.undone_by_id ELSE NEW.found_by_id END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM evidence WHERE id = NEW.evidence_id AND incident_id = NEW.incident_id) THEN
    RAISE EXCEPTION 'evidence % does not stand on incident %', NEW.evidence_id, NEW.incident_id USING ERRCODE = 'TL003';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.carried_from_id IS NOT NULL THEN
    IF NOT EXISTS (
      SELECT 1 FROM evidence_mismatch m JOIN evidence e ON e.carried_from_id = m.evidence_id
      WHERE m.id = NEW.carried_from_id AND e.id = NEW.evidence_id AND m.undone_at IS NULL
        AND (m.reason, m.found_by_id, m.found_at) = (NEW.reason, NEW.found_by_id, NEW.found_at)) THEN
      RAISE EXCEPTION 'evidence % carries no such finding', NEW.evidence_id USING ERRCODE = 'TL003';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM app_user WHERE id = who AND role = 'REVIEWER' AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'four eyes: user % is not a reviewer in office', who USING ERRCODE = 'TL002';
  END IF;
  IF EXISTS (SELECT 1 FROM incident WHERE id = NEW.incident_id AND who IN (author_id, last_editor_id)) THEN
    RAISE EXCEPTION 'four eyes: user % wrote or last edited incident %', who, NEW.incident_id USING ERRCODE = 'TL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_mismatch_four_eyes BEFORE INSERT OR UPDATE ON evidence_mismatch FOR EACH ROW EXECUTE FUNCTION mismatch_by_another();

-- Who wrote a record stays who wrote it, and its last editor changes with its content only: nobody clears the own hands to decide.
CREATE FUNCTION hands_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.author_id <> OLD.author_id THEN
    RAISE EXCEPTION 'four eyes: the author of incident % stays who it is', OLD.id USING ERRCODE = 'TL002';
  END IF;
  IF NEW.last_editor_id <> OLD.last_editor_id AND NEW.content_version <= OLD.content_version THEN
    RAISE EXCEPTION 'four eyes: the last editor of incident % changes with its content only', OLD.id USING ERRCODE = 'TL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_hands_stand BEFORE UPDATE OF author_id, last_editor_id ON incident FOR EACH ROW EXECUTE FUNCTION hands_stand();

-- Public records whose retraction is asked for are few among many reviews: the queue finds them by this.
CREATE INDEX review_retract_idx ON review (incident_id) WHERE decision = 'RETRACT';
