-- Files on their way in: read, shown, decided on, written as one batch or not at all, and taken back as one.

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "import_id" INTEGER,
ADD COLUMN     "restriction" TEXT;

-- AlterTable
ALTER TABLE "incident_version" ADD COLUMN     "bundle_id" INTEGER;

-- CreateTable
CREATE TABLE "audit_bundle" (
    "id" SERIAL NOT NULL,
    "import_id" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,
    "leaves" TEXT NOT NULL,

    CONSTRAINT "audit_bundle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" SERIAL NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "source_name" TEXT,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "plan" JSONB,
    "status" TEXT NOT NULL,
    "reading" INTEGER NOT NULL DEFAULT 1,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "is_dry_run" BOOLEAN NOT NULL DEFAULT false,
    "commit_as" TEXT NOT NULL DEFAULT 'DRAFT',
    "restriction" TEXT,
    "done" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT NOT NULL DEFAULT 0,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "results" JSONB NOT NULL DEFAULT '{}',
    "effects" JSONB NOT NULL DEFAULT '{}',
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "author_id" INTEGER NOT NULL,
    "team_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" INTEGER,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" INTEGER NOT NULL,
    "record" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "offer" TEXT,
    "reason_codes" TEXT[],
    "reasons" JSON NOT NULL,
    "cells" JSON NOT NULL,
    "external_id" TEXT,
    "digest" TEXT NOT NULL,
    "content" TEXT,
    "place_id" INTEGER,
    "place_name" TEXT,
    "new_sources" INTEGER[],
    "target_id" INTEGER,
    "target_version" INTEGER,
    "changed" TEXT[],
    "like_id" INTEGER,
    "decision" TEXT,
    "is_mended" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","record")
);

-- CreateTable
CREATE TABLE "import_source" (
    "import_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "sameness" TEXT NOT NULL,
    "url" TEXT,
    "publisher" TEXT NOT NULL,
    "published_on" TEXT,
    "reliability" TEXT NOT NULL,

    CONSTRAINT "import_source_pkey" PRIMARY KEY ("import_id","source_id")
);

-- CreateTable
CREATE TABLE "import_record" (
    "import_id" INTEGER NOT NULL,
    "record" INTEGER NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "effect" TEXT NOT NULL,
    "version_after" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "is_named" BOOLEAN NOT NULL,
    "before" JSONB,

    CONSTRAINT "import_record_pkey" PRIMARY KEY ("import_id","record")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" SERIAL NOT NULL,
    "source_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "headers_key" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_bundle_import_idx" ON "audit_bundle"("import_id");

-- CreateIndex
CREATE INDEX "import_run_team_idx" ON "import_run"("team_id", "id" DESC);

-- CreateIndex
CREATE INDEX "import_run_sha256_idx" ON "import_run"("sha256");

-- CreateIndex
CREATE INDEX "import_row_effect_idx" ON "import_row"("import_id", "effect", "record");

-- CreateIndex
CREATE UNIQUE INDEX "import_source_sameness_key" ON "import_source"("import_id", "sameness");

-- CreateIndex
CREATE INDEX "import_record_incident_idx" ON "import_record"("incident_id", "import_id" DESC);

-- CreateIndex
CREATE INDEX "import_mapping_headers_idx" ON "import_mapping"("headers_key", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_source_name_version_key" ON "import_mapping"("source_name", "version");

-- AddForeignKey
ALTER TABLE "audit_bundle" ADD CONSTRAINT "audit_bundle_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_source" ADD CONSTRAINT "import_source_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_record" ADD CONSTRAINT "import_record_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_record" ADD CONSTRAINT "import_record_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_version" ADD CONSTRAINT "incident_version_bundle_id_fkey" FOREIGN KEY ("bundle_id") REFERENCES "audit_bundle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Closed lists and shapes ------------------------------------------------------------------------------------------
ALTER TABLE import_run
  ADD CONSTRAINT import_run_status_known CHECK (status IN ('UPLOADED', 'ASKING', 'STAGING', 'READY', 'COMMITTING', 'COMMITTED', 'UNDONE', 'CANCELLED', 'REFUSED', 'FAILED')),
  ADD CONSTRAINT import_run_commit_as_known CHECK (commit_as IN ('DRAFT', 'SUBMITTED')),
  ADD CONSTRAINT import_run_restriction_known CHECK (restriction IN ('ACLED_TERMS')),
  ADD CONSTRAINT import_run_sha256_shape CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT import_run_bytes_positive CHECK (bytes > 0),
  ADD CONSTRAINT import_run_trial_writes_nothing CHECK (NOT (is_dry_run AND status IN ('COMMITTING', 'COMMITTED', 'UNDONE'))),
  ADD CONSTRAINT import_run_committed_whole CHECK ((status IN ('COMMITTED', 'UNDONE')) = (committed_at IS NOT NULL)),
  ADD CONSTRAINT import_run_undone_whole CHECK ((status = 'UNDONE') = (undone_at IS NOT NULL));
ALTER TABLE import_row
  ADD CONSTRAINT import_row_record_positive CHECK (record > 0),
  ADD CONSTRAINT import_row_result_known CHECK (result IN ('accepted', 'acceptedWithWarning', 'needsReview', 'rejected', 'duplicate')),
  ADD CONSTRAINT import_row_effect_known CHECK (effect IN ('CREATE', 'UPDATE', 'SKIP', 'HOLD', 'REJECT')),
  ADD CONSTRAINT import_row_offer_known CHECK (offer IN ('CREATE', 'UPDATE')),
  ADD CONSTRAINT import_row_decision_known CHECK (decision IN ('ACCEPT', 'LEAVE_OUT')),
  ADD CONSTRAINT import_row_written_whole CHECK (effect NOT IN ('CREATE', 'UPDATE') OR content IS NOT NULL),
  ADD CONSTRAINT import_row_update_of_one CHECK (effect <> 'UPDATE' OR (target_id IS NOT NULL AND target_version IS NOT NULL));
ALTER TABLE import_record
  ADD CONSTRAINT import_record_effect_known CHECK (effect IN ('CREATE', 'UPDATE')),
  ADD CONSTRAINT import_record_update_tells_before CHECK ((effect = 'UPDATE') = (before IS NOT NULL));
ALTER TABLE incident
  ADD CONSTRAINT incident_restriction_known CHECK (restriction IN ('ACLED_TERMS')),
  ADD CONSTRAINT incident_restricted_not_public CHECK (restriction IS NULL OR (published_at IS NULL AND workflow NOT IN ('PUBLISHED', 'CORRECTED', 'RETRACTED')));

-- What waits to be asked for again: few of many.
CREATE INDEX import_row_told_idx ON import_row (import_id, record) WHERE result <> 'accepted';
-- A file without ids that is imported again is known by what its records say.
CREATE INDEX import_record_nameless_idx ON import_record (digest) WHERE NOT is_named;
CREATE INDEX incident_version_bundle_idx ON incident_version (bundle_id) WHERE bundle_id IS NOT NULL;

-- History ----------------------------------------------------------------------------------------------------------
CREATE TRIGGER import_record_append_only BEFORE UPDATE OR DELETE ON import_record FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_record_no_truncate BEFORE TRUNCATE ON import_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_mapping_append_only BEFORE UPDATE OR DELETE ON import_mapping FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_bundle_append_only BEFORE UPDATE OR DELETE ON audit_bundle FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_bundle_no_truncate BEFORE TRUNCATE ON audit_bundle FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_run_not_deleted BEFORE DELETE ON import_run FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_run_no_truncate BEFORE TRUNCATE ON import_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What came in stays what it was, and an end is an end: after COMMITTED comes UNDONE and nothing else.
CREATE FUNCTION import_run_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.sha256, OLD.bytes, OLD.author_id, OLD.team_id, OLD.created_at, OLD.is_dry_run) IS DISTINCT FROM (NEW.sha256, NEW.bytes, NEW.author_id, NEW.team_id, NEW.created_at, NEW.is_dry_run) THEN
    RAISE EXCEPTION 'import %: file and author stay as they came', OLD.id USING ERRCODE = 'TL001';
  END IF;
  IF OLD.status IN ('UNDONE', 'CANCELLED') OR (OLD.status = 'COMMITTED' AND NEW.status <> 'UNDONE') OR (OLD.status <> 'COMMITTED' AND NEW.status = 'UNDONE')
     OR (OLD.status <> 'COMMITTING' AND NEW.status = 'COMMITTED') THEN
    RAISE EXCEPTION 'import % is %, it does not become %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'TL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_run_guarded BEFORE UPDATE ON import_run FOR EACH ROW EXECUTE FUNCTION import_run_guard();

-- Rows of a batch that was written or undone are only ever taken out.
CREATE FUNCTION import_row_of_open_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM changed_rows c JOIN import_run r ON r.id = c.import_id WHERE r.status IN ('COMMITTED', 'UNDONE')) THEN
    RAISE EXCEPTION 'the import has ended: its rows stay as they are' USING ERRCODE = 'TL003';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER import_row_added AFTER INSERT ON import_row REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION import_row_of_open_run();
CREATE TRIGGER import_row_changed AFTER UPDATE ON import_row REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION import_row_of_open_run();

-- A record of a batch ----------------------------------------------------------------------------------------------
-- UNDONE: the batch that brought the record in was taken back. The record and its history stay; nobody is shown it any more.
ALTER TABLE incident DROP CONSTRAINT incident_workflow_known;
ALTER TABLE incident ADD CONSTRAINT incident_workflow_known CHECK (workflow IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED',
  'APPROVED', 'PUBLISHED', 'ON_HOLD', 'MERGED_INTO', 'REJECTED', 'CORRECTED', 'RETRACTED', 'UNDONE'));

-- What is checked row by row is asked of the rows that it can be about, and of no others: a batch has a million of them. A batch may
-- hand its records in at once; the review still begins with a person.
DROP TRIGGER incident_workflow_guarded ON incident;
CREATE TRIGGER incident_begins_as_draft BEFORE INSERT ON incident FOR EACH ROW
  WHEN (NEW.workflow <> 'DRAFT' AND (NEW.workflow <> 'SUBMITTED' OR NEW.import_id IS NULL)) EXECUTE FUNCTION incident_workflow_guard();
CREATE TRIGGER incident_workflow_guarded BEFORE UPDATE ON incident FOR EACH ROW
  WHEN (NEW.workflow <> OLD.workflow OR NEW.content_version <> OLD.content_version) EXECUTE FUNCTION incident_workflow_guard();
DROP TRIGGER incident_merged_state ON incident;
CREATE TRIGGER incident_merged_state BEFORE UPDATE ON incident FOR EACH ROW WHEN (NEW.workflow <> OLD.workflow) EXECUTE FUNCTION merged_state_guard();
DROP TRIGGER incident_obligation_finding ON incident_obligation;
CREATE TRIGGER incident_obligation_finding BEFORE INSERT OR UPDATE ON incident_obligation FOR EACH ROW
  WHEN (NEW.relation NOT IN ('POSSIBLE_BREACH', 'CONTEXT')) EXECUTE FUNCTION finding_needs_review();

CREATE FUNCTION incident_batch_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.import_id IS DISTINCT FROM OLD.import_id THEN
    RAISE EXCEPTION 'incident % stays a record of the batch that it came with', OLD.id USING ERRCODE = 'TL001';
  END IF;
  IF OLD.workflow = 'UNDONE' THEN
    RAISE EXCEPTION 'incident % was undone with its batch', OLD.id USING ERRCODE = 'TL003';
  END IF;
  IF OLD.workflow NOT IN ('DRAFT', 'SUBMITTED') OR NOT EXISTS (SELECT 1 FROM import_run WHERE id = NEW.import_id AND status = 'COMMITTED') THEN
    RAISE EXCEPTION 'incident % is undone only with the batch that it came with, and untouched', OLD.id USING ERRCODE = 'TL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_of_batch BEFORE UPDATE ON incident FOR EACH ROW
  WHEN (NEW.import_id IS DISTINCT FROM OLD.import_id OR (NEW.workflow <> OLD.workflow AND 'UNDONE' IN (NEW.workflow, OLD.workflow))) EXECUTE FUNCTION incident_batch_guard();
CREATE FUNCTION incident_of_writing_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT import_id FROM new_rows WHERE import_id IS NOT NULL) b JOIN import_run r ON r.id = b.import_id WHERE r.status <> 'COMMITTING') THEN
    RAISE EXCEPTION 'records come with a batch while it is written, not before or after' USING ERRCODE = 'TL003';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER incident_comes_with_batch AFTER INSERT ON incident REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION incident_of_writing_batch();

-- New lines are looked at by the statement, changed ones each by itself (a merge moves them, see refuse_change_of_approved_part).
CREATE FUNCTION refuse_new_part_of_approved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner int;
BEGIN
  SELECT i.id INTO owner FROM (SELECT DISTINCT incident_id FROM new_rows) n JOIN incident i ON i.id = n.incident_id WHERE i.workflow IN ('APPROVED', 'PUBLISHED') LIMIT 1;
  IF owner IS NOT NULL THEN
    RAISE EXCEPTION 'incident % is approved: its % can change only after its review is reopened', owner, TG_TABLE_NAME USING ERRCODE = 'TL003';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER claim_frozen ON claim;
DROP TRIGGER casualty_frozen ON casualty;
DROP TRIGGER observation_frozen ON observation;
CREATE TRIGGER claim_frozen BEFORE UPDATE OR DELETE ON claim FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved_part();
CREATE TRIGGER casualty_frozen BEFORE UPDATE OR DELETE ON casualty FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved_part();
CREATE TRIGGER observation_frozen BEFORE UPDATE OR DELETE ON observation FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved_part();
CREATE TRIGGER claim_added AFTER INSERT ON claim REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_part_of_approved();
CREATE TRIGGER casualty_added AFTER INSERT ON casualty REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_part_of_approved();
CREATE TRIGGER observation_added AFTER INSERT ON observation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_part_of_approved();

-- A further record corrects a published one only while the first is open.
DROP INDEX incident_one_open_correction;
CREATE UNIQUE INDEX incident_one_open_correction ON incident (corrects_id) WHERE corrects_id IS NOT NULL AND workflow NOT IN ('REJECTED', 'RETRACTED', 'CORRECTED', 'UNDONE');

-- The chain over a batch -------------------------------------------------------------------------------------------
-- An entry for each of a million versions would take the chain hours; an entry for each bundle of them seals the same digests.
CREATE OR REPLACE FUNCTION audited_record_hash(entry audit_entry) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.sha256_hex(public.canonical_json(jsonb_build_object('actorId', v.actor_id, 'event', v.event, 'incidentId', v.incident_id,
           'recordedAt', public.instant_text(v.recorded_at), 'snapshot', v.snapshot, 'version', v.version)))
    FROM public.incident_version v
   WHERE entry.subject_type = 'incident'
     AND v.incident_id = CASE WHEN entry.subject_id ~ '^[0-9]{1,9}$' THEN entry.subject_id::int END
     AND v.version = CASE WHEN entry.data ->> 'version' ~ '^[0-9]{1,9}$' THEN (entry.data ->> 'version')::int END
  UNION ALL
  SELECT public.sha256_hex(b.leaves)
    FROM public.audit_bundle b
   WHERE entry.subject_type = 'import' AND entry.event = 'import.sealed'
     AND b.id = CASE WHEN entry.data ->> 'bundle' ~ '^[0-9]{1,9}$' THEN (entry.data ->> 'bundle')::int END
$$;
