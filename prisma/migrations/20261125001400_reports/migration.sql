-- Reports: what was asked for, how far its making is, and the frozen snapshot with the digest that it is verified by.

CREATE TABLE report (
  id serial PRIMARY KEY,
  kind text NOT NULL,
  profile text NOT NULL,
  agreement_id int NOT NULL REFERENCES agreement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The duty or the record that a brief is about.
  obligation_id int REFERENCES obligation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  incident_id int REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  from_on date NOT NULL,
  to_on date NOT NULL,
  as_of date NOT NULL,
  known_at timestamptz(3) NOT NULL,
  filters jsonb NOT NULL DEFAULT '{}',
  rule_version text NOT NULL,
  state text NOT NULL DEFAULT 'QUEUED',
  -- How far the making is, in hundredths, and what is being done.
  progress smallint NOT NULL DEFAULT 0,
  step text,
  failure text,
  -- Canonical JSON, kept as the text that it is: another spelling would have another digest.
  content text,
  sha256 text,
  title text,
  records int,
  audit_seq bigint,
  audit_hash text,
  pdf bytea,
  author_id int NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  requested_at timestamptz(3) NOT NULL,
  made_at timestamptz(3),
  CONSTRAINT report_kind_known CHECK (kind IN ('DAILY_SITUATION', 'PERIOD_SITUATION', 'OBLIGATION_BRIEF', 'INCIDENT_BRIEF', 'COMPLIANCE')),
  CONSTRAINT report_profile_known CHECK (profile IN ('PUBLIC', 'PARTNERS', 'INTERNAL')),
  CONSTRAINT report_state_known CHECK (state IN ('QUEUED', 'MAKING', 'READY', 'FAILED')),
  CONSTRAINT report_period_in_order CHECK (from_on <= to_on),
  CONSTRAINT report_day_is_one CHECK (kind <> 'DAILY_SITUATION' OR from_on = to_on),
  CONSTRAINT report_subject_fits CHECK ((kind = 'OBLIGATION_BRIEF') = (obligation_id IS NOT NULL) AND (kind = 'INCIDENT_BRIEF') = (incident_id IS NOT NULL)),
  CONSTRAINT report_known_not_ahead CHECK (known_at <= requested_at),
  CONSTRAINT report_progress_share CHECK (progress BETWEEN 0 AND 100),
  CONSTRAINT report_failure_told CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
  -- What is ready is whole; what is not has nothing that could be taken for a report.
  CONSTRAINT report_ready_whole CHECK (
    CASE WHEN state = 'READY'
      THEN num_nulls(content, sha256, title, records, audit_seq, audit_hash, pdf, made_at) = 0
      ELSE num_nonnulls(content, sha256, title, records, audit_seq, audit_hash, pdf, made_at) = 0
    END),
  CONSTRAINT report_digest_true CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  -- No report without what it can't say.
  CONSTRAINT report_limits_told CHECK (content IS NULL OR coalesce(jsonb_array_length(content::jsonb -> 'limits'), 0) > 0)
);

CREATE INDEX report_profile_idx ON report (profile, id DESC);
CREATE INDEX report_sha256_idx ON report (sha256);

-- The records that a report rests on, as they stood in it: asked when somebody wants to know what was corrected since.
CREATE TABLE report_record (
  report_id int NOT NULL REFERENCES report (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  incident_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  version int NOT NULL,
  verification text NOT NULL,
  sensitivity text NOT NULL,
  protected_fields jsonb NOT NULL,
  -- SHA-256 of the record's row in the report.
  sha256 text NOT NULL,
  PRIMARY KEY (report_id, incident_id),
  CONSTRAINT report_record_digest CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX report_record_incident_idx ON report_record (incident_id);

-- A report that is ready is never changed and none is removed; what was asked for stays what it was.
CREATE FUNCTION report_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'report is kept: DELETE refused' USING ERRCODE = 'TL001';
  END IF;
  IF OLD.state = 'READY' THEN
    RAISE EXCEPTION 'report % is frozen: UPDATE refused', OLD.id USING ERRCODE = 'TL001';
  END IF;
  IF NEW.state = 'QUEUED' AND OLD.state <> 'QUEUED' THEN
    RAISE EXCEPTION 'report % was begun already', OLD.id USING ERRCODE = 'TL001';
  END IF;
  IF (NEW.kind, NEW.profile, NEW.agreement_id, NEW.obligation_id, NEW.incident_id, NEW.from_on, NEW.to_on, NEW.as_of, NEW.known_at, NEW.filters, NEW.rule_version, NEW.author_id, NEW.requested_at)
     IS DISTINCT FROM (OLD.kind, OLD.profile, OLD.agreement_id, OLD.obligation_id, OLD.incident_id, OLD.from_on, OLD.to_on, OLD.as_of, OLD.known_at, OLD.filters, OLD.rule_version, OLD.author_id, OLD.requested_at) THEN
    RAISE EXCEPTION 'report %: what was asked for is never rewritten', OLD.id USING ERRCODE = 'TL001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_guarded BEFORE UPDATE OR DELETE ON report FOR EACH ROW EXECUTE FUNCTION report_guard();
CREATE TRIGGER report_no_truncate BEFORE TRUNCATE ON report FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_record_append_only BEFORE UPDATE OR DELETE ON report_record FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_record_no_truncate BEFORE TRUNCATE ON report_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A report begins as a request, and nothing is added to what it rests on once it is ready.
CREATE FUNCTION report_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'QUEUED' THEN
    RAISE EXCEPTION 'report: it is asked for first and made later' USING ERRCODE = 'TL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_asked_first BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION report_begins();

CREATE FUNCTION report_record_before_ready() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM report WHERE id = NEW.report_id AND state = 'READY') THEN
    RAISE EXCEPTION 'report % is frozen: no record is added to it', NEW.report_id USING ERRCODE = 'TL001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_record_in_time BEFORE INSERT ON report_record FOR EACH ROW EXECUTE FUNCTION report_record_before_ready();
