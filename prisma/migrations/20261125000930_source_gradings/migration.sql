-- Sources: graded by topic with a date and a reason, derived from one another, and withdrawn by whoever published them.

CREATE TABLE source_grading (
  id serial PRIMARY KEY,
  source_id int NOT NULL REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  topic text NOT NULL,
  reliability text NOT NULL,
  reason text NOT NULL,
  graded_by_id int NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  graded_at timestamptz(3) NOT NULL,
  CONSTRAINT source_grading_letter CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  CONSTRAINT source_grading_topic_known CHECK (topic IN ('GENERAL', 'CASUALTIES', 'PLACES', 'RESPONSIBILITY', 'MOVEMENTS', 'HUMANITARIAN')),
  CONSTRAINT source_grading_reasoned CHECK (length(btrim(reason)) > 0)
);
CREATE INDEX source_grading_source_idx ON source_grading (source_id, topic, id);
CREATE TRIGGER source_grading_append_only BEFORE UPDATE OR DELETE ON source_grading FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_grading_no_truncate BEFORE TRUNCATE ON source_grading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE source
  ADD COLUMN withdrawn_at timestamptz(3),
  ADD COLUMN withdrawn_reason text,
  ADD CONSTRAINT source_withdrawn_whole CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  ADD CONSTRAINT source_not_its_own_root CHECK (root_id IS NULL OR root_id <> id),
  ADD CONSTRAINT source_original_has_no_root CHECK (NOT (derivation = 'ORIGINAL' AND root_id IS NOT NULL));
CREATE INDEX source_root_idx ON source (root_id);

-- A relay of a relay of itself would count as nobody's word.
CREATE FUNCTION refuse_circular_derivation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.root_id IS NOT NULL AND EXISTS (
    WITH RECURSIVE chain(id) AS (
      SELECT NEW.root_id
      UNION SELECT s.root_id FROM source s JOIN chain c ON s.id = c.id WHERE s.root_id IS NOT NULL
    ) SELECT 1 FROM chain WHERE id = NEW.id
  ) THEN
    RAISE EXCEPTION 'circular derivation: source % would rest on itself', NEW.id USING ERRCODE = 'TL004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER source_derivation_acyclic BEFORE INSERT OR UPDATE OF root_id ON source FOR EACH ROW EXECUTE FUNCTION refuse_circular_derivation();

-- Admiralty credibility of the single item: 1 confirmed by other independent sources ... 6 can't be judged.
ALTER TABLE claim ADD COLUMN credibility smallint, ADD CONSTRAINT claim_credibility_grade CHECK (credibility BETWEEN 1 AND 6);

-- What reviewers are told of a record that changed without them; seen once by one of them.
CREATE TABLE review_notice (
  id serial PRIMARY KEY,
  incident_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reason text NOT NULL,
  raised_at timestamptz(3) NOT NULL,
  seen_by_id int REFERENCES app_user (id) ON DELETE SET NULL ON UPDATE CASCADE,
  seen_at timestamptz(3),
  CONSTRAINT review_notice_seen_whole CHECK ((seen_by_id IS NULL) = (seen_at IS NULL))
);
CREATE INDEX review_notice_open_idx ON review_notice (raised_at, id) WHERE seen_at IS NULL;
CREATE INDEX review_notice_incident_idx ON review_notice (incident_id);
