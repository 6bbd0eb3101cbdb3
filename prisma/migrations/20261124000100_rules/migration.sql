-- Rules that must hold whoever writes: the product, an import, or a person with SQL.

-- Closed lists ---------------------------------------------------------------------------------------------------
ALTER TABLE app_user
  ADD CONSTRAINT app_user_role_known CHECK (role IN ('VIEWER', 'ANALYST', 'REVIEWER', 'AUDITOR', 'ADMIN')),
  ADD CONSTRAINT app_user_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT app_user_system_has_no_password CHECK (NOT (is_system AND password_hash IS NOT NULL));

ALTER TABLE incident
  ADD CONSTRAINT incident_workflow_known CHECK (workflow IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED',
    'APPROVED', 'PUBLISHED', 'ON_HOLD', 'MERGED_INTO', 'REJECTED', 'CORRECTED', 'RETRACTED')),
  ADD CONSTRAINT incident_verification_known CHECK (verification IN ('V0_UNASSESSED', 'V1_CLAIM', 'V2_REPORTED',
    'V3_CORROBORATED', 'V4_VERIFIED', 'V5_INVESTIGATED', 'VX_REFUTED', 'VU_UNVERIFIABLE')),
  ADD CONSTRAINT incident_sensitivity_known CHECK (sensitivity IN ('S0_PUBLIC', 'S1_INTERNAL', 'S2_RESTRICTED', 'S3_SOURCE_PROTECTED')),
  ADD CONSTRAINT incident_dates_in_order CHECK (occurred_end IS NULL OR occurred_end >= occurred_start),
  ADD CONSTRAINT incident_time_shape CHECK (occurred_time IS NULL OR occurred_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT incident_coordinates_paired CHECK ((lat IS NULL) = (lon IS NULL)),
  ADD CONSTRAINT incident_coordinates_on_earth CHECK (lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180),
  ADD CONSTRAINT incident_version_positive CHECK (version > 0);

ALTER TABLE incident_obligation
  ADD CONSTRAINT incident_obligation_relation_known CHECK (relation IN ('BREACH', 'POSSIBLE_BREACH', 'FULFILMENT',
    'PARTIAL_FULFILMENT', 'OBSTRUCTION', 'AMENDMENT', 'CONTEXT')),
  ADD CONSTRAINT incident_obligation_effect_known CHECK (effect IN ('NONE', 'STARTED', 'PARTLY_DONE', 'DONE',
    'RESTRICTED', 'CLOSED', 'REOPENED', 'ENDED'));

ALTER TABLE casualty
  ADD CONSTRAINT casualty_not_negative CHECK (coalesce(low, 0) >= 0 AND coalesce(best, 0) >= 0 AND coalesce(high, 0) >= 0),
  -- A best figure above the high one is either a slip or what the source says; the second is kept, and flagged.
  ADD CONSTRAINT casualty_in_order CHECK (is_order_flagged OR (coalesce(low <= best, true) AND coalesce(best <= high, true) AND coalesce(low <= high, true)));

ALTER TABLE claim
  ADD CONSTRAINT claim_stance_known CHECK (stance IN ('ALLEGED_BY', 'DENIED_BY', 'ADMITTED_BY', 'COUNTER_ALLEGED_BY',
    'NO_COMMENT', 'FOUND_BY', 'ASSESSED_BY', 'RETRACTED_BY'));

ALTER TABLE deadline
  ADD CONSTRAINT deadline_rule_known CHECK (rule IN ('INCLUSIVE', 'EXCLUSIVE', 'DISPUTED')),
  -- An amendment says by what instrument and with whose assent; the text's own date has neither.
  ADD CONSTRAINT deadline_amendment_complete CHECK (origin <> 'AMENDMENT' OR (instrument IS NOT NULL AND acceptance IS NOT NULL));

ALTER TABLE coverage
  ADD CONSTRAINT coverage_level_known CHECK (level IN ('FULL', 'PARTIAL', 'NONE')),
  ADD CONSTRAINT coverage_dates_in_order CHECK (to_on IS NULL OR to_on >= from_on);

ALTER TABLE obligation_dependency
  ADD CONSTRAINT obligation_depends_on_another CHECK (obligation_id <> depends_on_id);

ALTER TABLE review
  ADD CONSTRAINT review_decision_known CHECK (decision IN ('APPROVE', 'REQUEST_CHANGES', 'REJECT', 'RETRACT'));

ALTER TABLE board_record
  ADD CONSTRAINT board_record_one_origin CHECK ((incident_id IS NULL) <> (milestone_id IS NULL)),
  ADD CONSTRAINT board_record_interval CHECK (superseded_at IS NULL OR superseded_at >= known_at);

-- Two current versions of one record for one duty can't be.
CREATE UNIQUE INDEX board_record_current_incident ON board_record (obligation_id, incident_id) WHERE superseded_at IS NULL AND incident_id IS NOT NULL;
CREATE UNIQUE INDEX board_record_current_milestone ON board_record (obligation_id, milestone_id) WHERE superseded_at IS NULL AND milestone_id IS NOT NULL;

-- A circle of duties that wait for each other is refused.
CREATE FUNCTION refuse_circular_dependency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE reach(id) AS (
      SELECT NEW.depends_on_id
      UNION SELECT d.depends_on_id FROM obligation_dependency d JOIN reach r ON d.obligation_id = r.id
    ) SELECT 1 FROM reach WHERE id = NEW.obligation_id
  ) THEN
    RAISE EXCEPTION 'circular dependency: obligation % would wait for itself', NEW.obligation_id USING ERRCODE = 'TL004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obligation_dependency_acyclic BEFORE INSERT OR UPDATE ON obligation_dependency
  FOR EACH ROW EXECUTE FUNCTION refuse_circular_dependency();

-- Append-only --------------------------------------------------------------------------------------------------
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'TL001';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_version_append_only BEFORE UPDATE OR DELETE ON incident_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_version_no_truncate BEFORE TRUNCATE ON incident_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_append_only BEFORE UPDATE OR DELETE ON review FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_no_truncate BEFORE TRUNCATE ON review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_not_deleted BEFORE DELETE ON incident FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The board's past: a row may only be closed, once.
CREATE FUNCTION board_record_only_closes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'board_record is kept: DELETE refused' USING ERRCODE = 'TL001';
  END IF;
  IF OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
     OR to_jsonb(NEW) - 'superseded_at' IS DISTINCT FROM to_jsonb(OLD) - 'superseded_at' THEN
    RAISE EXCEPTION 'board_record % may only be closed, once', OLD.id USING ERRCODE = 'TL001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER board_record_closes BEFORE UPDATE OR DELETE ON board_record FOR EACH ROW EXECUTE FUNCTION board_record_only_closes();

-- Four eyes ------------------------------------------------------------------------------------------------------
-- Who decides is a reviewer in office, and neither wrote nor last edited what is decided.
CREATE FUNCTION review_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  record incident%ROWTYPE;
  reviewer app_user%ROWTYPE;
BEGIN
  SELECT * INTO record FROM incident WHERE id = NEW.incident_id FOR SHARE;
  SELECT * INTO reviewer FROM app_user WHERE id = NEW.reviewer_id;
  IF NEW.reviewer_id = record.author_id OR NEW.reviewer_id = record.last_editor_id THEN
    RAISE EXCEPTION 'four eyes: user % wrote or last edited incident % and may not decide on it', NEW.reviewer_id, NEW.incident_id USING ERRCODE = 'TL002';
  END IF;
  IF reviewer.role <> 'REVIEWER' OR reviewer.disabled_at IS NOT NULL THEN
    RAISE EXCEPTION 'four eyes: user % is not a reviewer in office', NEW.reviewer_id USING ERRCODE = 'TL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_four_eyes BEFORE INSERT ON review FOR EACH ROW EXECUTE FUNCTION review_by_another();

-- Deaths and a finding by a mandated body need two.
CREATE FUNCTION approvals_needed(incident_id_ int) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (SELECT 1 FROM casualty WHERE incident_id = incident_id_ AND outcome = 'KILLED' AND coalesce(high, best, low, 0) > 0)
                OR EXISTS (SELECT 1 FROM claim WHERE incident_id = incident_id_ AND stance = 'FOUND_BY')
              THEN 2 ELSE 1 END
$$;

-- An incident becomes APPROVED, PUBLISHED, REJECTED or RETRACTED only with the reviews of the content as it stands.
CREATE FUNCTION incident_workflow_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  needed int;
  given int;
  wanted text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.workflow NOT IN ('DRAFT') THEN
      RAISE EXCEPTION 'an incident begins as DRAFT, not as %', NEW.workflow USING ERRCODE = 'TL003';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.workflow = OLD.workflow THEN
    IF OLD.workflow IN ('APPROVED', 'PUBLISHED') AND NEW.content_version <> OLD.content_version THEN
      RAISE EXCEPTION 'an edit of a % incident reopens its review', OLD.workflow USING ERRCODE = 'TL003';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.workflow = 'PUBLISHED' THEN
    IF OLD.workflow <> 'APPROVED' THEN
      RAISE EXCEPTION 'only an APPROVED incident can be PUBLISHED, not one that is %', OLD.workflow USING ERRCODE = 'TL003';
    END IF;
    IF NEW.published_by_id IS NULL OR NEW.published_by_id IN (NEW.author_id, NEW.last_editor_id) THEN
      RAISE EXCEPTION 'four eyes: incident % is published by somebody other than its author and last editor', NEW.id USING ERRCODE = 'TL002';
    END IF;
  END IF;
  IF NEW.workflow IN ('APPROVED', 'PUBLISHED', 'RETRACTED') THEN
    wanted := CASE WHEN NEW.workflow = 'RETRACTED' THEN 'RETRACT' ELSE 'APPROVE' END;
    needed := CASE WHEN NEW.workflow = 'RETRACTED' THEN 2 ELSE approvals_needed(NEW.id) END;
    SELECT count(DISTINCT reviewer_id) INTO given FROM review
      WHERE incident_id = NEW.id AND decision = wanted AND content_version = NEW.content_version
        AND reviewer_id NOT IN (NEW.author_id, NEW.last_editor_id);
    IF given < needed THEN
      RAISE EXCEPTION 'four eyes: incident % has % of % reviews for %', NEW.id, given, needed, NEW.workflow USING ERRCODE = 'TL002';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_workflow_guarded BEFORE INSERT OR UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION incident_workflow_guard();

-- What was approved can't be changed underneath its approval.
CREATE FUNCTION refuse_change_of_approved_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner int := CASE WHEN TG_OP = 'DELETE' THEN OLD.incident_id ELSE NEW.incident_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM incident WHERE id = owner AND workflow IN ('APPROVED', 'PUBLISHED')) THEN
    RAISE EXCEPTION 'incident % is approved: its % can change only after its review is reopened', owner, TG_TABLE_NAME USING ERRCODE = 'TL003';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER claim_frozen BEFORE INSERT OR UPDATE OR DELETE ON claim FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved_part();
CREATE TRIGGER casualty_frozen BEFORE INSERT OR UPDATE OR DELETE ON casualty FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved_part();
CREATE TRIGGER observation_frozen BEFORE INSERT OR UPDATE OR DELETE ON observation FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved_part();

-- A finding (BREACH, FULFILMENT, ...) is the reviewers' word: no such relation stands on a record that is not under or past review.
CREATE FUNCTION finding_needs_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.relation NOT IN ('POSSIBLE_BREACH', 'CONTEXT')
     AND EXISTS (SELECT 1 FROM incident WHERE id = NEW.incident_id AND workflow IN ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED')) THEN
    RAISE EXCEPTION 'relation % is a finding: only a review sets it', NEW.relation USING ERRCODE = 'TL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_obligation_finding BEFORE INSERT OR UPDATE ON incident_obligation FOR EACH ROW EXECUTE FUNCTION finding_needs_review();

-- The list that everybody reads.
CREATE INDEX incident_published_idx ON incident (occurred_start DESC, id DESC) WHERE workflow IN ('PUBLISHED', 'CORRECTED', 'RETRACTED');

-- A published record has one correction under way at most.
CREATE UNIQUE INDEX incident_one_open_correction ON incident (corrects_id) WHERE corrects_id IS NOT NULL AND workflow NOT IN ('REJECTED', 'RETRACTED', 'CORRECTED');
