-- Every file that left: who took what out, when, by which filters, and the digest of its bytes once the last one was sent.

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "schema_version" TEXT NOT NULL,
    "columns" TEXT[],
    "rows_expected" INTEGER NOT NULL,
    "rows_sent" INTEGER NOT NULL DEFAULT 0,
    "rows_redacted" INTEGER NOT NULL DEFAULT 0,
    "rows_restricted" INTEGER NOT NULL,
    "audit_seq" BIGINT,
    "audit_hash" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "bytes" BIGINT,
    "sha256" TEXT,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_started_idx" ON "export"("started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "export_actor_idx" ON "export"("actor_id", "started_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "export"
  ADD CONSTRAINT export_format_known CHECK (format IN ('csv', 'hxl', 'xlsx', 'geojson', 'ndjson')),
  ADD CONSTRAINT export_outcome_known CHECK (outcome IN ('COMPLETE', 'BROKEN_OFF')),
  ADD CONSTRAINT export_ended_whole CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  ADD CONSTRAINT export_counts CHECK (rows_expected >= 0 AND rows_sent BETWEEN 0 AND rows_expected AND rows_redacted BETWEEN 0 AND rows_sent AND rows_restricted >= 0),
  -- Only what was sent to its end has a digest, and then all of its rows were sent.
  ADD CONSTRAINT export_complete CHECK (coalesce(outcome = 'COMPLETE', false) = (sha256 IS NOT NULL) AND (sha256 IS NULL OR (bytes IS NOT NULL AND rows_sent = rows_expected))),
  ADD CONSTRAINT export_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');

-- An entry grows while its file is sent and ends once; what it says of the file never changes.
CREATE FUNCTION export_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open_columns text[] := '{rows_sent,rows_redacted,outcome,ended_at,bytes,sha256}';
BEGIN
  IF OLD.outcome IS NOT NULL OR NEW.rows_sent < OLD.rows_sent OR to_jsonb(NEW) - open_columns IS DISTINCT FROM to_jsonb(OLD) - open_columns THEN
    RAISE EXCEPTION 'export % is on record: it may only end, once', OLD.id USING ERRCODE = 'TL001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER export_ends BEFORE UPDATE ON "export" FOR EACH ROW EXECUTE FUNCTION export_ends_once();
CREATE TRIGGER export_not_deleted BEFORE DELETE ON "export" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_no_truncate BEFORE TRUNCATE ON "export" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The terms under which a record was obtained may forbid passing it on (ACLED_TERMS): such a record is in no file.
ALTER TABLE incident ADD COLUMN IF NOT EXISTS restriction text;

-- What stands in the place of a corrected record is looked for by the record that it corrects.
CREATE INDEX incident_corrects_idx ON incident (corrects_id) WHERE corrects_id IS NOT NULL;
