-- Staff talk about a record beside it. Dissent is kept: a reviewer who disagrees says so, and it stays.
CREATE TABLE incident_comment (
  id serial PRIMARY KEY,
  incident_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The content that it speaks of.
  content_version int NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  author_id int NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT incident_comment_kind_known CHECK (kind IN ('COMMENT', 'DISSENT')),
  CONSTRAINT incident_comment_says_something CHECK (length(btrim(body)) > 0)
);
CREATE INDEX incident_comment_incident_idx ON incident_comment (incident_id, id);
CREATE TRIGGER incident_comment_append_only BEFORE UPDATE OR DELETE ON incident_comment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_comment_no_truncate BEFORE TRUNCATE ON incident_comment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION dissent_by_a_reviewer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'DISSENT' AND (
    NOT EXISTS (SELECT 1 FROM app_user WHERE id = NEW.author_id AND role = 'REVIEWER' AND disabled_at IS NULL)
    OR EXISTS (SELECT 1 FROM incident WHERE id = NEW.incident_id AND NEW.author_id IN (author_id, last_editor_id))) THEN
    RAISE EXCEPTION 'four eyes: dissent from a review is a reviewer''s who neither wrote nor last edited incident %', NEW.incident_id USING ERRCODE = 'TL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_comment_dissent BEFORE INSERT ON incident_comment FOR EACH ROW EXECUTE FUNCTION dissent_by_a_reviewer();

-- Who has a record's form open. Of the moment only: lost in a crash without harm.
CREATE UNLOGGED TABLE incident_presence (
  incident_id int NOT NULL REFERENCES incident (id) ON DELETE CASCADE ON UPDATE CASCADE,
  user_id int NOT NULL REFERENCES app_user (id) ON DELETE CASCADE ON UPDATE CASCADE,
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (incident_id, user_id)
);
