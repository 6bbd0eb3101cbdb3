-- What the board says is stored, so that a read needs no record; and who runs the jobs that keep it so.

-- CreateTable
CREATE TABLE "board_revision" (
    "id" BIGSERIAL NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "steps" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "board_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_result" (
    "obligation_id" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "rule_version" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,
    "result" JSON NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "board_result_pkey" PRIMARY KEY ("obligation_id","as_of","rule_version")
);

-- CreateTable
CREATE TABLE "job_worker" (
    "id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "board_revision_obligation_id_steps_idx" ON "board_revision"("obligation_id", "steps");

-- CreateIndex
CREATE INDEX "board_result_rule_version_as_of_computed_at_idx" ON "board_result"("rule_version", "as_of", "computed_at");

-- AddForeignKey
ALTER TABLE "board_revision" ADD CONSTRAINT "board_revision_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_result" ADD CONSTRAINT "board_result_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "board_revision" ADD CONSTRAINT board_revision_steps_forward CHECK (steps > 0);

-- Revisions ------------------------------------------------------------------------------------------------------
-- A duty's revision is the sum of its rows. Each statement that changes what the engine reads of a duty adds a row in its own
-- transaction: no row is locked, so writers to one duty neither wait for each other nor deadlock, and a number taken by one
-- that commits late can't be passed by one that commits early. A result is valid while its revision is the duty's own.
-- The triggers are of statements, so that a thousand rows written at once are one step.

CREATE FUNCTION board_step(ids int[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO board_revision (obligation_id)
  SELECT o.id FROM obligation o WHERE o.id = ANY (ids) ORDER BY o.id
$$;

-- A record is read by its own duty; one that ends the duty's object also by the duties that rest on that duty.
CREATE FUNCTION board_record_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM board_step(array_agg(id)) FROM (
    SELECT obligation_id AS id FROM new_rows
    UNION SELECT d.obligation_id FROM new_rows r JOIN obligation_dependency d ON d.depends_on_id = r.obligation_id WHERE r.effect = 'ENDED'
  ) concerned;
  RETURN NULL;
END $$;
CREATE TRIGGER board_record_inserted AFTER INSERT ON board_record REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION board_record_steps();
CREATE TRIGGER board_record_updated AFTER UPDATE ON board_record REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION board_record_steps();

-- Dates, readings and observers are read by their own duty; so is what it rests on.
CREATE FUNCTION board_part_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN PERFORM board_step(array_agg(obligation_id)) FROM new_rows;
    WHEN 'DELETE' THEN PERFORM board_step(array_agg(obligation_id)) FROM old_rows;
    ELSE PERFORM board_step(array_agg(obligation_id)) FROM (SELECT obligation_id FROM new_rows UNION SELECT obligation_id FROM old_rows) parts;
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER deadline_inserted AFTER INSERT ON deadline REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER deadline_updated AFTER UPDATE ON deadline REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER deadline_deleted AFTER DELETE ON deadline REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER interpretation_inserted AFTER INSERT ON interpretation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER interpretation_updated AFTER UPDATE ON interpretation REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER interpretation_deleted AFTER DELETE ON interpretation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER coverage_inserted AFTER INSERT ON coverage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER coverage_updated AFTER UPDATE ON coverage REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER coverage_deleted AFTER DELETE ON coverage REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER obligation_dependency_inserted AFTER INSERT ON obligation_dependency REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER obligation_dependency_updated AFTER UPDATE ON obligation_dependency REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();
CREATE TRIGGER obligation_dependency_deleted AFTER DELETE ON obligation_dependency REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_part_steps();

-- A duty's own fields are read by it and by those that rest on it; a ceiling's also by every duty of its clause.
CREATE FUNCTION board_duty_step(ids int[], ceiling_clauses int[]) RETURNS void LANGUAGE sql AS $$
  SELECT board_step(array_agg(id)) FROM (
    SELECT unnest(ids) AS id
    UNION SELECT obligation_id FROM obligation_dependency WHERE depends_on_id = ANY (ids)
    UNION SELECT id FROM obligation WHERE clause_id = ANY (ceiling_clauses)
  ) concerned
$$;
CREATE FUNCTION board_duty_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN
      PERFORM board_duty_step(array_agg(id), array_agg(clause_id) FILTER (WHERE kind = 'QUANTITY_CEILING')) FROM new_rows;
    WHEN 'DELETE' THEN
      PERFORM board_duty_step(array_agg(id), array_agg(clause_id) FILTER (WHERE kind = 'QUANTITY_CEILING')) FROM old_rows;
    ELSE
      PERFORM board_duty_step(array_agg(id), array_agg(clause_id) FILTER (WHERE kind = 'QUANTITY_CEILING'))
        FROM (SELECT id, clause_id, kind FROM new_rows UNION SELECT id, clause_id, kind FROM old_rows) duties;
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER obligation_inserted AFTER INSERT ON obligation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION board_duty_steps();
CREATE TRIGGER obligation_updated AFTER UPDATE ON obligation REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_duty_steps();
CREATE TRIGGER obligation_deleted AFTER DELETE ON obligation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_duty_steps();

-- The figures of a text are read by their duty; those of a ceiling by every duty of its clause.
CREATE FUNCTION board_quantity_steps() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids int[];
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN SELECT array_agg(obligation_id) INTO ids FROM new_rows;
    WHEN 'DELETE' THEN SELECT array_agg(obligation_id) INTO ids FROM old_rows;
    ELSE SELECT array_agg(obligation_id) INTO ids FROM (SELECT obligation_id FROM new_rows UNION SELECT obligation_id FROM old_rows) quantities;
  END CASE;
  PERFORM board_step(array_agg(id)) FROM (
    SELECT unnest(ids) AS id
    UNION SELECT mate.id FROM obligation o JOIN obligation mate ON mate.clause_id = o.clause_id WHERE o.id = ANY (ids) AND o.kind = 'QUANTITY_CEILING'
  ) concerned;
  RETURN NULL;
END $$;
CREATE TRIGGER obligation_quantity_inserted AFTER INSERT ON obligation_quantity REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION board_quantity_steps();
CREATE TRIGGER obligation_quantity_updated AFTER UPDATE ON obligation_quantity REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_quantity_steps();
CREATE TRIGGER obligation_quantity_deleted AFTER DELETE ON obligation_quantity REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION board_quantity_steps();

-- What a board row shows of its neighbours: when the agreement came into force, the name and the precision of a milestone, the precision
-- of an incident. None of them changes in the product once it is on the board; a correction by hand must reach the board all the same.
CREATE FUNCTION board_agreement_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM board_step(array_agg(id)) FROM obligation WHERE agreement_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER agreement_in_force_changed AFTER UPDATE ON agreement FOR EACH ROW
  WHEN ((OLD.in_force_at, OLD.in_force_local) IS DISTINCT FROM (NEW.in_force_at, NEW.in_force_local)) EXECUTE FUNCTION board_agreement_steps();

CREATE FUNCTION board_milestone_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM board_step(array_agg(obligation_id)) FROM board_record WHERE milestone_id = NEW.id AND superseded_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER milestone_on_board_changed AFTER UPDATE ON milestone FOR EACH ROW
  WHEN ((OLD.key, OLD.time_precision) IS DISTINCT FROM (NEW.key, NEW.time_precision)) EXECUTE FUNCTION board_milestone_steps();

CREATE FUNCTION board_incident_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM board_step(array_agg(obligation_id)) FROM board_record WHERE incident_id = NEW.id AND superseded_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER incident_on_board_changed AFTER UPDATE ON incident FOR EACH ROW
  WHEN (OLD.time_precision IS DISTINCT FROM NEW.time_precision) EXECUTE FUNCTION board_incident_steps();
