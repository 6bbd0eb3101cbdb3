-- What became of each truce, as rows with their speakers and sources: the page that compares truces reads these.

ALTER TABLE "agreement" ADD COLUMN "sets_truce" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "truce_outcome" (
    "id" SERIAL NOT NULL,
    "agreement_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "precision" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "earliest_at" TIMESTAMPTZ(3),
    "latest_at" TIMESTAMPTZ(3),
    "alleged_by" TEXT[],
    "denied_by" TEXT[],
    "note" TEXT,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "truce_outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "truce_outcome_source" (
    "outcome_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "truce_outcome_source_pkey" PRIMARY KEY ("outcome_id","source_id")
);

-- CreateIndex
CREATE INDEX "truce_outcome_agreement_id_idx" ON "truce_outcome"("agreement_id");

-- AddForeignKey
ALTER TABLE "truce_outcome" ADD CONSTRAINT "truce_outcome_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "truce_outcome_source" ADD CONSTRAINT "truce_outcome_source_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "truce_outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "truce_outcome_source" ADD CONSTRAINT "truce_outcome_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE truce_outcome
  ADD CONSTRAINT truce_outcome_kind_known CHECK (kind IN ('FIRST_REPORTED', 'FIRST_VERIFIED', 'HELD', 'ENDED', 'REPLACED')),
  ADD CONSTRAINT truce_outcome_confidence_known CHECK (confidence IN ('verified-page', 'seed', 'general-knowledge')),
  -- An instant, or a span with both its ends, or the day alone.
  ADD CONSTRAINT truce_outcome_span_whole CHECK ((earliest_at IS NULL) = (latest_at IS NULL)),
  ADD CONSTRAINT truce_outcome_span_in_order CHECK (earliest_at <= latest_at),
  ADD CONSTRAINT truce_outcome_instant_or_span CHECK (occurred_at IS NULL OR earliest_at IS NULL),
  -- An allegation has a speaker, and nobody denies what they allege themselves.
  ADD CONSTRAINT truce_outcome_report_has_speaker CHECK (kind <> 'FIRST_REPORTED' OR coalesce(cardinality(alleged_by), 0) > 0),
  ADD CONSTRAINT truce_outcome_speaker_on_one_side CHECK (NOT (alleged_by && denied_by));

-- Nothing becomes of a truce before there is one, and an instrument that sets none has no such outcome.
CREATE FUNCTION truce_outcome_of_a_truce() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  truce agreement%ROWTYPE;
BEGIN
  SELECT * INTO truce FROM agreement WHERE id = NEW.agreement_id;
  IF NOT truce.sets_truce THEN
    RAISE EXCEPTION 'agreement % sets no truce: it has no % outcome', truce.code, NEW.kind USING ERRCODE = 'TL018';
  END IF;
  IF NEW.occurred_on < truce.signed_on THEN
    RAISE EXCEPTION 'a % outcome on % is before the agreement % of %', NEW.kind, NEW.occurred_on, truce.code, truce.signed_on USING ERRCODE = 'TL018';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER truce_outcome_after_agreement BEFORE INSERT OR UPDATE ON truce_outcome FOR EACH ROW EXECUTE FUNCTION truce_outcome_of_a_truce();
