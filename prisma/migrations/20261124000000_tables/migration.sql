-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "agreement" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "titles" TEXT[],
    "kind" TEXT NOT NULL,
    "conflict" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "signed_note" TEXT,
    "in_force_at" TIMESTAMPTZ(3),
    "in_force_local" TEXT,
    "in_force_zone" TEXT,
    "in_force_note" TEXT,
    "parties" TEXT[],
    "signatories" TEXT[],
    "mediators" TEXT[],
    "place" TEXT,
    "status" TEXT NOT NULL,
    "status_on" DATE,
    "notes" TEXT[],
    "confidence" TEXT NOT NULL,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_link" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "agreement_link_pkey" PRIMARY KEY ("from_id","to_id","relation")
);

-- CreateTable
CREATE TABLE "text_version" (
    "id" SERIAL NOT NULL,
    "agreement_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "published_on" TEXT,
    "source_id" INTEGER,
    "note" TEXT,

    CONSTRAINT "text_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause" (
    "id" SERIAL NOT NULL,
    "agreement_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause_text" (
    "clause_id" INTEGER NOT NULL,
    "text_version_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "differs" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "clause_text_pkey" PRIMARY KEY ("clause_id","text_version_id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" SERIAL NOT NULL,
    "agreement_id" INTEGER NOT NULL,
    "clause_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "obligors" TEXT[],
    "obligor_sides" TEXT[],
    "beneficiary" TEXT NOT NULL,
    "beneficiary_sides" TEXT[],
    "starts_at" TIMESTAMPTZ(3),
    "ends_on" DATE,
    "scope" TEXT NOT NULL,
    "verifier" TEXT NOT NULL,
    "text_note" TEXT,
    "reading_note" TEXT,
    "confidence" TEXT NOT NULL,
    "terms" JSONB NOT NULL DEFAULT '{}',
    "position" INTEGER NOT NULL,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation_dependency" (
    "obligation_id" INTEGER NOT NULL,
    "depends_on_id" INTEGER NOT NULL,

    CONSTRAINT "obligation_dependency_pkey" PRIMARY KEY ("obligation_id","depends_on_id")
);

-- CreateTable
CREATE TABLE "obligation_quantity" (
    "id" SERIAL NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "unit" TEXT,
    "value_text" TEXT,
    "operator" TEXT NOT NULL,

    CONSTRAINT "obligation_quantity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" SERIAL NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "wording" TEXT,
    "origin" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "instrument" TEXT,
    "acceptance" TEXT,
    "set_by" TEXT NOT NULL,
    "set_on" DATE NOT NULL,
    "set_on_precision" TEXT NOT NULL DEFAULT 'T4_DAY',
    "basis" TEXT NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interpretation" (
    "id" SERIAL NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "stated_on" TEXT,
    "source_id" INTEGER,

    CONSTRAINT "interpretation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage" (
    "id" SERIAL NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "observer" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "level" TEXT NOT NULL,
    "restriction" TEXT,
    "note" TEXT,
    "source_id" INTEGER,

    CONSTRAINT "coverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discrepancy" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "seed_text" TEXT NOT NULL,
    "public_text" TEXT NOT NULL,
    "effect" TEXT NOT NULL,

    CONSTRAINT "discrepancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discrepancy_obligation" (
    "discrepancy_id" INTEGER NOT NULL,
    "obligation_id" INTEGER NOT NULL,

    CONSTRAINT "discrepancy_obligation_pkey" PRIMARY KEY ("discrepancy_id","obligation_id")
);

-- CreateTable
CREATE TABLE "discrepancy_agreement" (
    "discrepancy_id" INTEGER NOT NULL,
    "agreement_id" INTEGER NOT NULL,

    CONSTRAINT "discrepancy_agreement_pkey" PRIMARY KEY ("discrepancy_id","agreement_id")
);

-- CreateTable
CREATE TABLE "discrepancy_source" (
    "discrepancy_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "discrepancy_source_pkey" PRIMARY KEY ("discrepancy_id","source_id")
);

-- CreateTable
CREATE TABLE "agreement_source" (
    "agreement_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "agreement_source_pkey" PRIMARY KEY ("agreement_id","source_id")
);

-- CreateTable
CREATE TABLE "obligation_source" (
    "obligation_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "obligation_source_pkey" PRIMARY KEY ("obligation_id","source_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER,
    "event" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occurred_start" DATE NOT NULL,
    "occurred_end" DATE,
    "time_precision" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "what" TEXT NOT NULL,
    "claimed_by" TEXT[],
    "confirmed_by" TEXT[],
    "denied_by" TEXT[],
    "verification" TEXT NOT NULL,
    "verification_rule" TEXT NOT NULL,
    "note" TEXT,
    "confidence" TEXT NOT NULL,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_figure" (
    "id" SERIAL NOT NULL,
    "milestone_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "low" INTEGER,
    "best" INTEGER,
    "high" INTEGER,
    "unit" TEXT NOT NULL,
    "reported_by" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "milestone_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_obligation" (
    "milestone_id" INTEGER NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "effect" TEXT NOT NULL DEFAULT 'NONE',

    CONSTRAINT "milestone_obligation_pkey" PRIMARY KEY ("milestone_id","obligation_id")
);

-- CreateTable
CREATE TABLE "milestone_source" (
    "milestone_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "milestone_source_pkey" PRIMARY KEY ("milestone_id","source_id")
);

-- CreateTable
CREATE TABLE "board_record" (
    "id" SERIAL NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "incident_id" INTEGER,
    "milestone_id" INTEGER,
    "relation" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "occurred_start" DATE NOT NULL,
    "occurred_end" DATE,
    "verification" TEXT NOT NULL,
    "is_contested" BOOLEAN NOT NULL,
    "is_lethal" BOOLEAN NOT NULL,
    "is_position_change" BOOLEAN NOT NULL,
    "is_acknowledged" BOOLEAN NOT NULL,
    "figures" JSONB NOT NULL DEFAULT '[]',
    "label" TEXT NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "board_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" SERIAL NOT NULL,
    "external_id" TEXT,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "narrative" TEXT NOT NULL,
    "occurred_start" DATE NOT NULL,
    "occurred_end" DATE,
    "occurred_time" TEXT,
    "zone" TEXT NOT NULL DEFAULT 'Asia/Baku',
    "time_precision" TEXT NOT NULL,
    "place_id" INTEGER,
    "place_name" TEXT,
    "unit_code" TEXT,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "location_precision" TEXT NOT NULL,
    "severity" TEXT,
    "sensitivity" TEXT NOT NULL DEFAULT 'S0_PUBLIC',
    "verification" TEXT NOT NULL DEFAULT 'V0_UNASSESSED',
    "flags" TEXT[],
    "workflow" TEXT NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "content_version" INTEGER NOT NULL DEFAULT 1,
    "author_id" INTEGER NOT NULL,
    "last_editor_id" INTEGER NOT NULL,
    "claimed_by_id" INTEGER,
    "published_by_id" INTEGER,
    "corrects_id" INTEGER,
    "team_id" INTEGER NOT NULL,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "confidence" TEXT,
    "note" TEXT,
    "notice_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_obligation" (
    "incident_id" INTEGER NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "effect" TEXT NOT NULL DEFAULT 'NONE',

    CONSTRAINT "incident_obligation_pkey" PRIMARY KEY ("incident_id","obligation_id")
);

-- CreateTable
CREATE TABLE "incident_source" (
    "incident_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "incident_source_pkey" PRIMARY KEY ("incident_id","source_id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "stance" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "against" TEXT,
    "stated_on" DATE,
    "source_id" INTEGER,
    "quote" TEXT,
    "locator" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "casualty" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "low" INTEGER,
    "best" INTEGER,
    "high" INTEGER,
    "is_order_flagged" BOOLEAN NOT NULL DEFAULT false,
    "source_id" INTEGER,

    CONSTRAINT "casualty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "count_low" INTEGER,
    "count_best" INTEGER,
    "count_high" INTEGER,
    "count_unit" TEXT,
    "weapon" TEXT,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_version" (
    "incident_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_version_pkey" PRIMARY KEY ("incident_id","version")
);

-- CreateTable
CREATE TABLE "review" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "content_version" INTEGER NOT NULL,
    "reviewer_id" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "verification" TEXT,
    "reason" TEXT,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "team_id" INTEGER NOT NULL,
    "password_hash" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "is_system" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "code" TEXT NOT NULL,
    "iso" TEXT,
    "name" TEXT NOT NULL,
    "local" TEXT,
    "country" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "place" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_code" TEXT,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "precision_km" DOUBLE PRECISION NOT NULL,
    "note" TEXT,
    "confidence" TEXT NOT NULL,
    "coordinate_source" TEXT NOT NULL,
    "names_need_review" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_name" (
    "id" SERIAL NOT NULL,
    "place_id" INTEGER NOT NULL,
    "lang" TEXT NOT NULL,
    "script" TEXT NOT NULL,
    "usage" TEXT NOT NULL,
    "form" TEXT NOT NULL,

    CONSTRAINT "place_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT,
    "published_on" TEXT,
    "url" TEXT,
    "basis" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "alignment" TEXT NOT NULL,
    "reliability" TEXT NOT NULL DEFAULT 'F',
    "derivation" TEXT NOT NULL DEFAULT 'ORIGINAL',
    "root_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "side" TEXT,
    "root_group" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "is_party" BOOLEAN NOT NULL DEFAULT false,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_code_key" ON "agreement"("code");

-- CreateIndex
CREATE UNIQUE INDEX "text_version_agreement_id_key_key" ON "text_version"("agreement_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "clause_agreement_id_number_key" ON "clause"("agreement_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_code_key" ON "obligation"("code");

-- CreateIndex
CREATE UNIQUE INDEX "discrepancy_code_key" ON "discrepancy"("code");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_id_idx" ON "audit_entry"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_key_key" ON "milestone"("key");

-- CreateIndex
CREATE INDEX "board_record_obligation_id_known_at_idx" ON "board_record"("obligation_id", "known_at");

-- CreateIndex
CREATE INDEX "board_record_incident_id_idx" ON "board_record"("incident_id");

-- CreateIndex
CREATE INDEX "board_record_milestone_id_idx" ON "board_record"("milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_external_id_key" ON "incident"("external_id");

-- CreateIndex
CREATE INDEX "incident_occurred_idx" ON "incident"("occurred_start" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_workflow_idx" ON "incident"("workflow", "occurred_start" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_type_idx" ON "incident"("type", "occurred_start" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_unit_idx" ON "incident"("unit_code", "occurred_start" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_verification_idx" ON "incident"("verification", "occurred_start" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_obligation_obligation_id_incident_id_idx" ON "incident_obligation"("obligation_id", "incident_id");

-- CreateIndex
CREATE INDEX "claim_incident_id_position_idx" ON "claim"("incident_id", "position");

-- CreateIndex
CREATE INDEX "claim_against_incident_id_idx" ON "claim"("against", "incident_id");

-- CreateIndex
CREATE INDEX "casualty_incident_id_position_idx" ON "casualty"("incident_id", "position");

-- CreateIndex
CREATE INDEX "observation_incident_id_position_idx" ON "observation"("incident_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "review_incident_id_content_version_reviewer_id_decision_key" ON "review"("incident_id", "content_version", "reviewer_id", "decision");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_key" ON "team"("name");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "place_key_key" ON "place"("key");

-- CreateIndex
CREATE UNIQUE INDEX "place_name_place_id_lang_script_usage_form_key" ON "place_name"("place_id", "lang", "script", "usage", "form");

-- CreateIndex
CREATE UNIQUE INDEX "source_key_key" ON "source"("key");

-- AddForeignKey
ALTER TABLE "agreement_link" ADD CONSTRAINT "agreement_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_link" ADD CONSTRAINT "agreement_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_version" ADD CONSTRAINT "text_version_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_version" ADD CONSTRAINT "text_version_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause" ADD CONSTRAINT "clause_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_text" ADD CONSTRAINT "clause_text_clause_id_fkey" FOREIGN KEY ("clause_id") REFERENCES "clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_text" ADD CONSTRAINT "clause_text_text_version_id_fkey" FOREIGN KEY ("text_version_id") REFERENCES "text_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_clause_id_fkey" FOREIGN KEY ("clause_id") REFERENCES "clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_dependency" ADD CONSTRAINT "obligation_dependency_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_dependency" ADD CONSTRAINT "obligation_dependency_depends_on_id_fkey" FOREIGN KEY ("depends_on_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_quantity" ADD CONSTRAINT "obligation_quantity_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interpretation" ADD CONSTRAINT "interpretation_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interpretation" ADD CONSTRAINT "interpretation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_observer_fkey" FOREIGN KEY ("observer") REFERENCES "speaker"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discrepancy_obligation" ADD CONSTRAINT "discrepancy_obligation_discrepancy_id_fkey" FOREIGN KEY ("discrepancy_id") REFERENCES "discrepancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discrepancy_obligation" ADD CONSTRAINT "discrepancy_obligation_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discrepancy_agreement" ADD CONSTRAINT "discrepancy_agreement_discrepancy_id_fkey" FOREIGN KEY ("discrepancy_id") REFERENCES "discrepancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discrepancy_agreement" ADD CONSTRAINT "discrepancy_agreement_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discrepancy_source" ADD CONSTRAINT "discrepancy_source_discrepancy_id_fkey" FOREIGN KEY ("discrepancy_id") REFERENCES "discrepancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discrepancy_source" ADD CONSTRAINT "discrepancy_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_source" ADD CONSTRAINT "agreement_source_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_source" ADD CONSTRAINT "agreement_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_source" ADD CONSTRAINT "obligation_source_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_source" ADD CONSTRAINT "obligation_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_figure" ADD CONSTRAINT "milestone_figure_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_obligation" ADD CONSTRAINT "milestone_obligation_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_obligation" ADD CONSTRAINT "milestone_obligation_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_source" ADD CONSTRAINT "milestone_source_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_source" ADD CONSTRAINT "milestone_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_record" ADD CONSTRAINT "board_record_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_record" ADD CONSTRAINT "board_record_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_record" ADD CONSTRAINT "board_record_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_last_editor_id_fkey" FOREIGN KEY ("last_editor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_obligation" ADD CONSTRAINT "incident_obligation_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_obligation" ADD CONSTRAINT "incident_obligation_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_source" ADD CONSTRAINT "incident_source_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_source" ADD CONSTRAINT "incident_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_speaker_fkey" FOREIGN KEY ("speaker") REFERENCES "speaker"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_against_fkey" FOREIGN KEY ("against") REFERENCES "speaker"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "casualty" ADD CONSTRAINT "casualty_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "casualty" ADD CONSTRAINT "casualty_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_version" ADD CONSTRAINT "incident_version_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_version" ADD CONSTRAINT "incident_version_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_name" ADD CONSTRAINT "place_name_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_root_id_fkey" FOREIGN KEY ("root_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

