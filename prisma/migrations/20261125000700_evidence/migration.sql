-- CreateTable
CREATE TABLE "evidence" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "team_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "mime_type" TEXT NOT NULL,
    "original_name" TEXT,
    "original_url" TEXT,
    "archive_url" TEXT,
    "captured_at" TIMESTAMPTZ(3),
    "captured_precision" TEXT NOT NULL DEFAULT 'T0_UNKNOWN',
    "captured_note" TEXT,
    "captured_by" TEXT,
    "method" TEXT NOT NULL DEFAULT 'UNKNOWN',
    "locator" TEXT,
    "quote" TEXT,
    "language" TEXT,
    "translation_status" TEXT NOT NULL DEFAULT 'NONE',
    "sensitivity" TEXT NOT NULL DEFAULT 'S2_RESTRICTED',
    "licence" TEXT NOT NULL DEFAULT 'UNKNOWN',
    "is_graphic" BOOLEAN NOT NULL DEFAULT false,
    "claim_keys" TEXT[],
    "copy_state" TEXT NOT NULL,
    "copy_sha256" TEXT,
    "copy_mime_type" TEXT,
    "copy_bytes" INTEGER,
    "copy_width" INTEGER,
    "copy_height" INTEGER,
    "thumbnail_sha256" TEXT,
    "carried_from_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "uploaded_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" INTEGER,
    "withdrawal_reason" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_custody" (
    "id" BIGSERIAL NOT NULL,
    "evidence_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "sha256" TEXT,
    "note" TEXT,

    CONSTRAINT "evidence_custody_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_incident_id_id_idx" ON "evidence"("incident_id", "id");

-- CreateIndex
CREATE INDEX "evidence_sha256_incident_id_idx" ON "evidence"("sha256", "incident_id");

-- CreateIndex
CREATE INDEX "evidence_custody_evidence_id_id_idx" ON "evidence_custody"("evidence_id", "id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_custody" ADD CONSTRAINT "evidence_custody_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_custody" ADD CONSTRAINT "evidence_custody_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Closed lists and shapes -----------------------------------------------------------------------------------------
ALTER TABLE evidence
  ADD CONSTRAINT evidence_kind_known CHECK (kind IN ('PRIMARY_MEDIA', 'OFFICIAL_DOCUMENT', 'OBSERVATION_RECORD', 'TESTIMONY', 'IMAGERY', 'ANALYSIS', 'MEDIA_REPORT')),
  ADD CONSTRAINT evidence_sensitivity_known CHECK (sensitivity IN ('S0_PUBLIC', 'S1_INTERNAL', 'S2_RESTRICTED', 'S3_SOURCE_PROTECTED')),
  ADD CONSTRAINT evidence_translation_known CHECK (translation_status IN ('NONE', 'MACHINE', 'HUMAN', 'CHECKED')),
  ADD CONSTRAINT evidence_hash_shape CHECK (sha256 ~ '^[0-9a-f]{64}$' AND copy_sha256 ~ '^[0-9a-f]{64}$' AND thumbnail_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT evidence_not_empty CHECK (bytes > 0),
  ADD CONSTRAINT evidence_copy_whole CHECK (copy_state IN ('MADE', 'NOT_POSSIBLE', 'UNREADABLE')
    AND (copy_state = 'MADE') = (copy_sha256 IS NOT NULL AND copy_mime_type IS NOT NULL AND copy_bytes IS NOT NULL AND thumbnail_sha256 IS NOT NULL)
    AND (copy_state = 'MADE' OR coalesce(copy_sha256, copy_mime_type, thumbnail_sha256) IS NULL)),
  ADD CONSTRAINT evidence_withdrawal_whole CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL) AND (withdrawn_at IS NULL) = (coalesce(withdrawal_reason, '') = ''));

ALTER TABLE evidence_custody
  ADD CONSTRAINT evidence_custody_event_known CHECK (event IN ('RECEIVED', 'HASHED', 'STORED', 'DERIVED', 'NOT_DERIVED', 'CARRIED', 'DESCRIBED',
    'ORIGINAL_OPENED', 'REHASHED_OK', 'REHASHED_MISMATCH', 'MISSING', 'WITHDRAWN')),
  ADD CONSTRAINT evidence_custody_hash_shape CHECK (sha256 ~ '^[0-9a-f]{64}$');

-- The same file stands on a record once; what was withdrawn may come back.
CREATE UNIQUE INDEX evidence_once_on_record ON evidence (incident_id, sha256) WHERE withdrawn_at IS NULL;

-- Copies are looked up by their address when unneeded files are swept.
CREATE INDEX evidence_copy_sha256_idx ON evidence (copy_sha256) WHERE copy_sha256 IS NOT NULL;
CREATE INDEX evidence_thumbnail_sha256_idx ON evidence (thumbnail_sha256) WHERE thumbnail_sha256 IS NOT NULL;

-- Append-only -----------------------------------------------------------------------------------------------------
CREATE TRIGGER evidence_custody_append_only BEFORE UPDATE OR DELETE ON evidence_custody FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_custody_no_truncate BEFORE TRUNCATE ON evidence_custody FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_not_deleted BEFORE DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_no_truncate BEFORE TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The bytes of a row, where they came from and a withdrawal stand for ever.
CREATE FUNCTION evidence_keeps_its_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.incident_id, NEW.team_id, NEW.sha256, NEW.bytes, NEW.mime_type, NEW.original_name, NEW.copy_state, NEW.copy_sha256, NEW.copy_mime_type, NEW.copy_bytes,
      NEW.copy_width, NEW.copy_height, NEW.thumbnail_sha256, NEW.carried_from_id, NEW.uploaded_by_id, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.incident_id, OLD.team_id, OLD.sha256, OLD.bytes, OLD.mime_type, OLD.original_name, OLD.copy_state, OLD.copy_sha256, OLD.copy_mime_type, OLD.copy_bytes,
      OLD.copy_width, OLD.copy_height, OLD.thumbnail_sha256, OLD.carried_from_id, OLD.uploaded_by_id, OLD.created_at) THEN
    RAISE EXCEPTION 'evidence % keeps its bytes and their origin', OLD.id USING ERRCODE = 'TL001';
  END IF;
  IF OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'evidence % was withdrawn and stays as it is', OLD.id USING ERRCODE = 'TL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_bytes_kept BEFORE UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION evidence_keeps_its_bytes();

-- What was approved can't be changed underneath its approval: on a decided record evidence may be protected further or withdrawn, nothing else.
CREATE FUNCTION evidence_of_decided_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state text;
  may_change text[] := ARRAY['sensitivity', 'is_graphic', 'withdrawn_at', 'withdrawn_by_id', 'withdrawal_reason', 'version', 'updated_at'];
BEGIN
  SELECT workflow INTO state FROM incident WHERE id = NEW.incident_id FOR SHARE;
  IF state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'ON_HOLD') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'incident % is %: it takes no further evidence', NEW.incident_id, state USING ERRCODE = 'TL003';
  END IF;
  IF to_jsonb(NEW) - may_change IS DISTINCT FROM to_jsonb(OLD) - may_change OR NEW.sensitivity < OLD.sensitivity OR (OLD.is_graphic AND NOT NEW.is_graphic) THEN
    RAISE EXCEPTION 'incident % is %: its evidence can only be protected further or withdrawn', NEW.incident_id, state USING ERRCODE = 'TL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_frozen BEFORE INSERT OR UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION evidence_of_decided_record();
