-- What is kept beside a record (facets, tallies, words) is looked up row by row. Of rows just written the planner knows nothing yet, and
-- may read all records, or all words, for every statement of a batch; with few rows to a statement looking up is never much slower.

DO $looked_up$
DECLARE
  joined text := 'JOIN incident i ON i.id = f.incident_id';
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['tally_inserted_facets', 'tally_deleted_facets'] LOOP
    IF strpos(pg_get_functiondef(kept::regproc), joined) = 0 THEN
      RAISE EXCEPTION 'The function % is not the one that this migration changes.', kept;
    END IF;
    EXECUTE replace(pg_get_functiondef(kept::regproc), joined, 'CROSS JOIN LATERAL (SELECT * FROM incident r WHERE r.id = f.incident_id OFFSET 0) i');
  END LOOP;
END $looked_up$;

-- In the order of the key, or its index is written here and there.
CREATE OR REPLACE FUNCTION facets_of_new_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_for_facets(array_agg(DISTINCT incident_id)) FROM new_rows;
  INSERT INTO incident_facet (incident_id, kind, value, occurred_start)
    SELECT n.incident_id, n.kind, n.value, (SELECT i.occurred_start FROM incident i WHERE i.id = n.incident_id)
      FROM (SELECT DISTINCT c.incident_id, f.kind, f.value FROM new_rows c, LATERAL claim_facets(c.speaker, c.against, c.stance) f) n
     ORDER BY n.incident_id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION facets_of_new_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_for_facets(array_agg(DISTINCT incident_id)) FROM new_rows;
  INSERT INTO incident_facet (incident_id, kind, value, occurred_start)
    SELECT l.incident_id, 'OBLIGATION', o.code, (SELECT i.occurred_start FROM incident i WHERE i.id = l.incident_id)
      FROM new_rows l JOIN obligation o ON o.id = l.obligation_id
     ORDER BY l.incident_id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO search_word (word)
      SELECT n.word FROM (SELECT DISTINCT w.word FROM new_rows, unnest(tsvector_to_array(new_rows.search)) AS w(word) WHERE length(w.word) BETWEEN 3 AND 40) AS n
       WHERE (SELECT true FROM search_word AS s WHERE s.word = n.word COLLATE "C" LIMIT 1) IS NULL;
  ELSE
    INSERT INTO search_word (word)
      SELECT n.word FROM (
        SELECT DISTINCT w.word FROM new_rows JOIN old_rows USING (id), unnest(tsvector_to_array(new_rows.search)) AS w(word)
         WHERE new_rows.search IS DISTINCT FROM old_rows.search AND length(w.word) BETWEEN 3 AND 40) AS n
       WHERE (SELECT true FROM search_word AS s WHERE s.word = n.word COLLATE "C" LIMIT 1) IS NULL;
  END IF;
  RETURN NULL;
END $$;
