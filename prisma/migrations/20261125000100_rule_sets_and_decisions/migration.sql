-- The thresholds that the engine judges by, as versions; and what reviewers decided over what it proposed.

-- CreateTable
CREATE TABLE "rule_set" (
    "version" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "status_decision" (
    "id" SERIAL NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "follows_id" INTEGER,
    "as_of" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "rule_version" TEXT NOT NULL,
    "inputs_digest" TEXT NOT NULL,
    "proposed_state" TEXT NOT NULL,
    "proposed_timeliness" TEXT,
    "proposed_overlays" TEXT[],
    "command" TEXT NOT NULL,
    "decided_state" TEXT,
    "reason" TEXT NOT NULL,
    "decided_by_id" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "in_force_at" TIMESTAMPTZ(3),
    "rejected_at" TIMESTAMPTZ(3),

    CONSTRAINT "status_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_decision_approval" (
    "decision_id" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "reviewer_id" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_decision_approval_pkey" PRIMARY KEY ("decision_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rule_set_recorded_at_key" ON "rule_set"("recorded_at");

-- CreateIndex
CREATE INDEX "status_decision_obligation_id_as_of_idx" ON "status_decision"("obligation_id", "as_of");

-- AddForeignKey
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_decision" ADD CONSTRAINT "status_decision_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_decision" ADD CONSTRAINT "status_decision_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "status_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_decision" ADD CONSTRAINT "status_decision_rule_version_fkey" FOREIGN KEY ("rule_version") REFERENCES "rule_set"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_decision" ADD CONSTRAINT "status_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_decision_approval" ADD CONSTRAINT "status_decision_approval_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "status_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_decision_approval" ADD CONSTRAINT "status_decision_approval_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rule sets --------------------------------------------------------------------------------------------------------
-- A version has a name, a reason, and thresholds within their bounds. Bounds and steps: lib/compliance/rules/domain.ts.
ALTER TABLE rule_set
  ADD CONSTRAINT rule_set_version_shape CHECK (version ~ '^[0-9]{4}-(0[1-9]|1[0-2])-[1-9][0-9]{0,3}$'),
  ADD CONSTRAINT rule_set_reason_given CHECK (length(btrim(reason)) >= 10),
  ADD CONSTRAINT rule_set_settings_named CHECK (jsonb_typeof(settings) = 'object' AND settings ?& ARRAY['windowDays', 'coverageShareNeeded', 'figureMaxAgeDays']
    AND settings - ARRAY['windowDays', 'coverageShareNeeded', 'figureMaxAgeDays'] = '{}'),
  ADD CONSTRAINT rule_set_window_days CHECK (CASE WHEN jsonb_typeof(settings -> 'windowDays') = 'number'
    THEN (settings ->> 'windowDays')::numeric BETWEEN 1 AND 365 AND (settings ->> 'windowDays')::numeric % 1 = 0 ELSE false END),
  ADD CONSTRAINT rule_set_coverage_share CHECK (CASE WHEN jsonb_typeof(settings -> 'coverageShareNeeded') = 'number'
    THEN (settings ->> 'coverageShareNeeded')::numeric BETWEEN 0.1 AND 1 AND (settings ->> 'coverageShareNeeded')::numeric % 0.01 = 0 ELSE false END),
  ADD CONSTRAINT rule_set_figure_age CHECK (CASE WHEN jsonb_typeof(settings -> 'figureMaxAgeDays') = 'number'
    THEN (settings ->> 'figureMaxAgeDays')::numeric BETWEEN 1 AND 365 AND (settings ->> 'figureMaxAgeDays')::numeric % 1 = 0 ELSE false END),
  -- Only the rules that the product came with have no author.
  ADD CONSTRAINT rule_set_author CHECK (created_by_id IS NOT NULL OR version = '2026-11-2');

INSERT INTO rule_set (version, settings, reason, recorded_at)
  VALUES ('2026-11-2', '{"windowDays": 30, "coverageShareNeeded": 0.8, "figureMaxAgeDays": 30}', 'The rules that the product began with.', '2026-11-24T00:00:00Z');

CREATE TRIGGER rule_set_append_only BEFORE UPDATE OR DELETE ON rule_set FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_set_no_truncate BEFORE TRUNCATE ON rule_set FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The rules in force are those recorded last, so none is recorded before them; and they are an administrator's to set.
CREATE FUNCTION rule_set_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM rule_set WHERE recorded_at >= NEW.recorded_at) THEN
    RAISE EXCEPTION 'rules recorded at % or later exist', NEW.recorded_at USING ERRCODE = 'TL003';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM app_user WHERE id = NEW.created_by_id AND role = 'ADMIN' AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'rules are recorded by an administrator in office, not by user %', NEW.created_by_id USING ERRCODE = 'TL005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_set_guarded BEFORE INSERT ON rule_set FOR EACH ROW EXECUTE FUNCTION rule_set_guard();

-- Decisions --------------------------------------------------------------------------------------------------------
ALTER TABLE status_decision
  ADD CONSTRAINT status_decision_command_known CHECK (command IN ('ACCEPT', 'CHANGE', 'DEFER')),
  ADD CONSTRAINT status_decision_digest_shape CHECK (inputs_digest ~ '^[0-9a-f]{64}$'),
  -- Accepting takes the proposal as it is, deferring decides nothing, changing decides something else.
  ADD CONSTRAINT status_decision_state_fits CHECK (CASE command WHEN 'ACCEPT' THEN decided_state IS NOT DISTINCT FROM proposed_state
    WHEN 'DEFER' THEN decided_state IS NULL ELSE decided_state IS NOT NULL AND decided_state <> proposed_state END),
  ADD CONSTRAINT status_decision_reason_given CHECK (length(btrim(reason)) >= CASE command WHEN 'ACCEPT' THEN 1 ELSE 10 END),
  -- Nobody decides how a duty stands on a day to come, or by what is not known yet.
  ADD CONSTRAINT status_decision_not_ahead CHECK (as_of <= (decided_at AT TIME ZONE 'UTC')::date AND known_at <= decided_at),
  ADD CONSTRAINT status_decision_one_end CHECK (in_force_at IS NULL OR rejected_at IS NULL),
  ADD CONSTRAINT status_decision_ends_later CHECK (in_force_at >= decided_at AND rejected_at >= decided_at),
  -- The engine never computes it (rule G8), so nobody can accept it: it is reached by changing, and by two.
  ADD CONSTRAINT status_decision_collapse_not_proposed CHECK (proposed_state <> 'C_COLLAPSED');

ALTER TABLE status_decision_approval
  ADD CONSTRAINT status_decision_approval_verdict_known CHECK (verdict IN ('CONFIRM', 'REJECT')),
  ADD CONSTRAINT status_decision_approval_reason_given CHECK (verdict = 'CONFIRM' OR length(btrim(coalesce(reason, ''))) >= 10);

-- Each step of a duty follows the one that its reviewer had seen, so of two at the same moment one is refused.
CREATE UNIQUE INDEX status_decision_one_follower ON status_decision (obligation_id, (coalesce(follows_id, 0)));
-- One decision at most waits for a second reviewer.
CREATE UNIQUE INDEX status_decision_one_waiting ON status_decision (obligation_id) WHERE in_force_at IS NULL AND rejected_at IS NULL;

-- The scale that a kind of duty is judged on, and how bad a state is on it (1 is best; null is not on the scale). A test holds
-- both to lib/codelists/obligation-kind.ts and lib/compliance/domain/state-order.ts.
CREATE FUNCTION compliance_scale(kind_ text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN kind_ IN ('STANDING_NEGATIVE', 'STANDING_POSITIVE', 'QUANTITY_CEILING', 'TERM') THEN 'CONDUCT' ELSE 'IMPLEMENTATION' END
$$;
CREATE FUNCTION compliance_rank(state_ text, scale_ text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT array_position(CASE scale_
    WHEN 'CONDUCT' THEN ARRAY['C_HOLDING', 'NOT_ASSESSED', 'C_STRAINED', 'C_BREACHED', 'C_COLLAPSED', 'C_LAPSED', 'C_SUPERSEDED_BY_EVENTS', 'C_TERMINATED_EARLY']
    ELSE ARRAY['I3_FULL', 'I2_INTERMEDIATE', 'I1_MINIMAL', 'I0_NOT_INITIATED', 'NOT_ASSESSED'] END, state_)
$$;

CREATE FUNCTION is_reviewer_in_office(user_id_ int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM app_user WHERE id = user_id_ AND role = 'REVIEWER' AND disabled_at IS NULL)
$$;

-- Whether a state takes two reviewers: worse than the last one decided for the duty (for a day not later), and, where none is
-- in force or the last step deferred, worse than the engine's proposal; "collapsed" always.
CREATE FUNCTION decision_takes_two(obligation_id_ int, as_of_ date, proposed_ text, decided_ text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  scale text := (SELECT compliance_scale(kind) FROM obligation WHERE id = obligation_id_);
  last_command text;
  last_state text;
BEGIN
  IF decided_ IS NULL THEN RETURN false; END IF;
  SELECT command INTO last_command FROM status_decision
    WHERE obligation_id = obligation_id_ AND in_force_at IS NOT NULL AND as_of <= as_of_ ORDER BY as_of DESC, in_force_at DESC, id DESC LIMIT 1;
  SELECT decided_state INTO last_state FROM status_decision
    WHERE obligation_id = obligation_id_ AND in_force_at IS NOT NULL AND as_of <= as_of_ AND decided_state IS NOT NULL ORDER BY as_of DESC, in_force_at DESC, id DESC LIMIT 1;
  RETURN decided_ = 'C_COLLAPSED'
    OR coalesce(compliance_rank(decided_, scale) > compliance_rank(last_state, scale), false)
    OR (coalesce(last_command, 'DEFER') = 'DEFER' AND compliance_rank(decided_, scale) > compliance_rank(proposed_, scale));
END $$;

CREATE FUNCTION status_decision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  scale text;
BEGIN
  -- Decisions on one duty come one after the other.
  SELECT compliance_scale(kind) INTO scale FROM obligation WHERE id = NEW.obligation_id FOR NO KEY UPDATE;
  IF NOT is_reviewer_in_office(NEW.decided_by_id) THEN
    RAISE EXCEPTION 'user % is not a reviewer in office and may not decide a status', NEW.decided_by_id USING ERRCODE = 'TL005';
  END IF;
  IF compliance_rank(NEW.proposed_state, scale) IS NULL OR (NEW.decided_state IS NOT NULL AND compliance_rank(NEW.decided_state, scale) IS NULL) THEN
    RAISE EXCEPTION '% or % is no state of the scale %', NEW.proposed_state, NEW.decided_state, scale USING ERRCODE = 'TL006';
  END IF;
  IF NEW.follows_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM status_decision WHERE id = NEW.follows_id AND obligation_id = NEW.obligation_id) THEN
    RAISE EXCEPTION 'decision % follows one of another duty', NEW.follows_id USING ERRCODE = 'TL006';
  END IF;
  -- Dated back, it would speak in a knowledge that never had it.
  IF EXISTS (SELECT 1 FROM status_decision WHERE obligation_id = NEW.obligation_id AND greatest(decided_at, in_force_at, rejected_at) > NEW.decided_at) THEN
    RAISE EXCEPTION 'a decision on this duty is dated later than %', NEW.decided_at USING ERRCODE = 'TL006';
  END IF;
  IF NEW.rejected_at IS NOT NULL OR NEW.in_force_at <> NEW.decided_at THEN
    RAISE EXCEPTION 'a decision begins in force or waiting' USING ERRCODE = 'TL006';
  END IF;
  IF (NEW.in_force_at IS NULL) <> decision_takes_two(NEW.obligation_id, NEW.as_of, NEW.proposed_state, NEW.decided_state) THEN
    RAISE EXCEPTION 'two reviewers: a decision waits for the second exactly where the state gets worse or is "collapsed"' USING ERRCODE = 'TL005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER status_decision_guarded BEFORE INSERT ON status_decision FOR EACH ROW EXECUTE FUNCTION status_decision_guard();

-- What was decided stays as it was; only its waiting ends, once, and only by the word of the second reviewer.
CREATE FUNCTION status_decision_only_closes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'status_decision is kept: DELETE refused' USING ERRCODE = 'TL001';
  END IF;
  IF OLD.in_force_at IS NOT NULL OR OLD.rejected_at IS NOT NULL
     OR to_jsonb(NEW) - ARRAY['in_force_at', 'rejected_at'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['in_force_at', 'rejected_at'] THEN
    RAISE EXCEPTION 'status_decision % may only end its waiting, once', OLD.id USING ERRCODE = 'TL001';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM status_decision_approval a WHERE a.decision_id = NEW.id
     AND NEW.in_force_at IS NOT DISTINCT FROM CASE a.verdict WHEN 'CONFIRM' THEN a.decided_at END
     AND NEW.rejected_at IS NOT DISTINCT FROM CASE a.verdict WHEN 'REJECT' THEN a.decided_at END) THEN
    RAISE EXCEPTION 'two reviewers: decision % waits for the word of a second one', OLD.id USING ERRCODE = 'TL005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER status_decision_closes BEFORE UPDATE OR DELETE ON status_decision FOR EACH ROW EXECUTE FUNCTION status_decision_only_closes();
CREATE TRIGGER status_decision_no_truncate BEFORE TRUNCATE ON status_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION status_decision_approval_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decision status_decision%ROWTYPE;
BEGIN
  SELECT * INTO decision FROM status_decision WHERE id = NEW.decision_id FOR UPDATE;
  IF decision.in_force_at IS NOT NULL OR decision.rejected_at IS NOT NULL THEN
    RAISE EXCEPTION 'decision % waits for nobody', NEW.decision_id USING ERRCODE = 'TL006';
  END IF;
  IF NEW.reviewer_id = decision.decided_by_id OR NOT is_reviewer_in_office(NEW.reviewer_id) THEN
    RAISE EXCEPTION 'two reviewers: user % may not be the second on decision %', NEW.reviewer_id, NEW.decision_id USING ERRCODE = 'TL005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER status_decision_approval_guarded BEFORE INSERT ON status_decision_approval FOR EACH ROW EXECUTE FUNCTION status_decision_approval_guard();

-- The second word ends the waiting in the same statement: the one can't be kept without the other.
CREATE FUNCTION status_decision_approval_takes_effect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE status_decision SET in_force_at = CASE NEW.verdict WHEN 'CONFIRM' THEN NEW.decided_at END, rejected_at = CASE NEW.verdict WHEN 'REJECT' THEN NEW.decided_at END
    WHERE id = NEW.decision_id;
  RETURN NULL;
END $$;
CREATE TRIGGER status_decision_approval_effective AFTER INSERT ON status_decision_approval FOR EACH ROW EXECUTE FUNCTION status_decision_approval_takes_effect();
CREATE TRIGGER status_decision_approval_append_only BEFORE UPDATE OR DELETE ON status_decision_approval FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER status_decision_approval_no_truncate BEFORE TRUNCATE ON status_decision_approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
