-- The engine reads the duties that a duty rests on whole, and those that these rest on: whether they began, were done or came to an end, and
-- how they stand. So a change of a duty is a step of every duty above it.

CREATE OR REPLACE FUNCTION board_step(ids int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Keeps whoever is about to rest a duty on these (below) waiting until we have committed, and waits for whoever is doing so already:
  -- what is read next shows every edge that could lead from here. Writers don't wait for each other.
  PERFORM 1 FROM obligation WHERE id = ANY (ids) ORDER BY id FOR KEY SHARE;
  INSERT INTO board_revision (obligation_id)
  WITH RECURSIVE concerned(id) AS (
    SELECT unnest(ids)
    UNION SELECT d.obligation_id FROM obligation_dependency d JOIN concerned c ON d.depends_on_id = c.id
  ) SELECT o.id FROM obligation o JOIN concerned c ON c.id = o.id ORDER BY o.id;
END $$;

CREATE OR REPLACE FUNCTION board_record_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM board_step(array_agg(DISTINCT obligation_id)) FROM new_rows;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION board_duty_step(ids int[], ceiling_clauses int[]) RETURNS void LANGUAGE sql AS $$
  SELECT board_step(array_agg(id)) FROM (
    SELECT unnest(ids) AS id UNION SELECT id FROM obligation WHERE clause_id = ANY (ceiling_clauses)
  ) concerned
$$;

-- A duty that is to rest on others holds them, and what they rest on, until the edge is there for everybody to see.
CREATE FUNCTION obligation_dependency_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM obligation WHERE id IN (
    WITH RECURSIVE below(id) AS (
      SELECT NEW.depends_on_id
      UNION SELECT d.depends_on_id FROM obligation_dependency d JOIN below b ON d.obligation_id = b.id
    ) SELECT id FROM below
  ) ORDER BY id FOR UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER obligation_dependency_held BEFORE INSERT OR UPDATE ON obligation_dependency FOR EACH ROW EXECUTE FUNCTION obligation_dependency_holds();

-- Answers from before this migration were valid by the shorter reach.
TRUNCATE board_result;
