-- Right of reply: anybody who can read a public record may ask for its correction or put a reply beside it.

CREATE TABLE correction_request (
  id serial PRIMARY KEY,
  incident_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The content that was public when it was filed: a later correction answers for itself.
  content_version int NOT NULL,
  aim text NOT NULL,
  kind text NOT NULL,
  -- For whom it is filed; null where the filer speaks for nobody else.
  on_behalf_of text,
  says text NOT NULL,
  evidence_url text,
  filed_by_id int NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  filed_at timestamptz(3) NOT NULL,
  due_on date NOT NULL,
  outcome text,
  decision_reason text,
  decided_by_id int REFERENCES app_user (id) ON DELETE SET NULL ON UPDATE CASCADE,
  decided_at timestamptz(3),
  CONSTRAINT correction_request_aim_known CHECK (aim IN ('CORRECTION', 'REPLY')),
  CONSTRAINT correction_request_kind_known CHECK (kind IN ('CLERICAL', 'NEW_INFORMATION', 'MISATTRIBUTION', 'DUPLICATE', 'WITHDRAWN_BY_SOURCE', 'FALSE', 'LEGAL', 'SAFETY')),
  CONSTRAINT correction_request_says_something CHECK (length(btrim(says)) > 0),
  CONSTRAINT correction_request_outcome_known CHECK (outcome IN ('ACCEPTED', 'PARTLY_ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  -- A decision is whole: outcome, reason, person and time, or none of them.
  CONSTRAINT correction_request_decided_whole CHECK ((outcome IS NULL AND decision_reason IS NULL AND decided_by_id IS NULL AND decided_at IS NULL)
    OR (outcome IS NOT NULL AND length(btrim(decision_reason)) > 0 AND decided_by_id IS NOT NULL AND decided_at IS NOT NULL))
);
CREATE INDEX correction_request_incident_idx ON correction_request (incident_id, id);
CREATE INDEX correction_request_open_idx ON correction_request (due_on, id) WHERE outcome IS NULL;

-- What was asked is never rewritten; a decision is made once, by a reviewer who is no party to it, or the filer takes it back.
CREATE FUNCTION correction_request_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'correction_request is kept: DELETE refused' USING ERRCODE = 'TL001';
  END IF;
  IF OLD.outcome IS NOT NULL OR NEW.outcome IS NULL
     OR to_jsonb(NEW) - '{outcome,decision_reason,decided_by_id,decided_at}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{outcome,decision_reason,decided_by_id,decided_at}'::text[] THEN
    RAISE EXCEPTION 'correction_request % is only ever decided, once', OLD.id USING ERRCODE = 'TL001';
  END IF;
  IF NEW.outcome = 'WITHDRAWN' THEN
    IF NEW.decided_by_id <> NEW.filed_by_id THEN
      RAISE EXCEPTION 'correction_request %: only who filed it can take it back', NEW.id USING ERRCODE = 'TL002';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.decided_by_id = NEW.filed_by_id
     OR EXISTS (SELECT 1 FROM incident WHERE id = NEW.incident_id AND NEW.decided_by_id IN (author_id, last_editor_id))
     OR NOT EXISTS (SELECT 1 FROM app_user WHERE id = NEW.decided_by_id AND role = 'REVIEWER' AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'four eyes: correction_request % is decided by a reviewer who neither filed it nor wrote the record', NEW.id USING ERRCODE = 'TL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_request_guarded BEFORE UPDATE OR DELETE ON correction_request FOR EACH ROW EXECUTE FUNCTION correction_request_guard();
CREATE TRIGGER correction_request_no_truncate BEFORE TRUNCATE ON correction_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- It is filed on what is, or was, public.
CREATE FUNCTION correction_request_on_public() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'correction_request: it is filed first and decided later' USING ERRCODE = 'TL003';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM incident WHERE id = NEW.incident_id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'correction_request: incident % was never public', NEW.incident_id USING ERRCODE = 'TL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_request_filed BEFORE INSERT ON correction_request FOR EACH ROW EXECUTE FUNCTION correction_request_on_public();
