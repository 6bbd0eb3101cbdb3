-- The audit becomes a chain that anybody can recompute: docs/audit-chain.md says how, byte by byte.

-- CreateTable
CREATE TABLE "audit_seal" (
    "seq" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "record_hash" TEXT,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entry_id_key" ON "audit_seal"("entry_id");

-- CreateTable
CREATE TABLE "audit_anchor" (
    "day" DATE NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("day")
);

ALTER TABLE audit_seal
  ADD CONSTRAINT audit_seal_seq_positive CHECK (seq > 0),
  ADD CONSTRAINT audit_seal_hashes CHECK (hash ~ '^[0-9a-f]{64}$' AND prev_hash ~ '^[0-9a-f]{64}$' AND record_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE audit_anchor
  ADD CONSTRAINT audit_anchor_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT audit_anchor_count CHECK (count = seq);

-- The text that is hashed ------------------------------------------------------------------------------------------
-- JSON as in RFC 8785: no spaces, keys in order of their code points, strings escaped no more than they must be. Numbers
-- keep every digit and have no exponent, which for the numbers that a JavaScript program prints without one is the same.
CREATE FUNCTION canonical_json(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      RETURN (SELECT '{' || coalesce(string_agg(to_json(e.key)::text || ':' || public.canonical_json(e.value), ',' ORDER BY e.key COLLATE "C"), '') || '}' FROM jsonb_each(value) AS e);
    WHEN 'array' THEN
      RETURN (SELECT '[' || coalesce(string_agg(public.canonical_json(e.value), ',' ORDER BY e.position), '') || ']' FROM jsonb_array_elements(value) WITH ORDINALITY AS e(value, position));
    WHEN 'number' THEN
      RETURN trim_scale((value #>> '{}')::numeric)::text;
    ELSE
      RETURN value::text;
  END CASE;
END $$;

CREATE FUNCTION instant_text(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

CREATE FUNCTION sha256_hex(text_ text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(text_, 'UTF8')), 'hex')
$$;

-- What the entry speaks of, where that is a kept version of an incident: who rewrites the version breaks the chain too.
CREATE FUNCTION audited_record_hash(entry audit_entry) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.sha256_hex(public.canonical_json(jsonb_build_object('actorId', v.actor_id, 'event', v.event, 'incidentId', v.incident_id,
           'recordedAt', public.instant_text(v.recorded_at), 'snapshot', v.snapshot, 'version', v.version)))
    FROM public.incident_version v
   WHERE entry.subject_type = 'incident'
     AND v.incident_id = CASE WHEN entry.subject_id ~ '^[0-9]{1,9}$' THEN entry.subject_id::int END
     AND v.version = CASE WHEN entry.data ->> 'version' ~ '^[0-9]{1,9}$' THEN (entry.data ->> 'version')::int END
$$;

CREATE FUNCTION add_audit_seal(entry audit_entry) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- What costs most is done before the lock.
  record_hash_ text := public.audited_record_hash(entry);
  opening text := '{"actorId":' || coalesce(entry.actor_id::text, 'null') || ',"at":"' || public.instant_text(entry.at) || '","data":' || public.canonical_json(entry.data)
    || ',"event":' || to_json(entry.event) || ',"id":"' || entry.id || '","prevHash":"';
  closing text := ',"subject":{"id":' || to_json(entry.subject_id) || ',"type":' || to_json(entry.subject_type) || '}}';
  prev_hash_ text;
  seq_ bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit_seal', 0));
  SELECT s.seq, s.hash INTO seq_, prev_hash_ FROM public.audit_seal s ORDER BY s.seq DESC LIMIT 1;
  seq_ := coalesce(seq_, 0) + 1;
  prev_hash_ := coalesce(prev_hash_, repeat('0', 64));
  INSERT INTO public.audit_seal (seq, entry_id, record_hash, prev_hash, hash) VALUES (seq_, entry.id, record_hash_, prev_hash_,
    public.sha256_hex(opening || prev_hash_ || '","recordHash":' || coalesce('"' || record_hash_ || '"', 'null') || ',"seq":' || seq_ || closing));
END $$;

-- Sealing ----------------------------------------------------------------------------------------------------------
-- At the commit, so that others wait for no more than the last step of a transaction, and in the database, so that no program can
-- leave it out. With the owner's rights: whoever may add an entry needs no right to the chain itself.
CREATE FUNCTION seal_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.add_audit_seal(NEW);
  RETURN NULL;
END $$;

-- What a database holds already is chained in the order in which it was numbered.
LOCK TABLE audit_entry IN SHARE ROW EXCLUSIVE MODE;
DO $$
DECLARE
  entry audit_entry%ROWTYPE;
BEGIN
  FOR entry IN SELECT * FROM audit_entry ORDER BY id LOOP
    PERFORM add_audit_seal(entry);
  END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER audit_entry_sealed AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_audit_entry();

CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_anchor_append_only BEFORE UPDATE OR DELETE ON audit_anchor FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_anchor_no_truncate BEFORE TRUNCATE ON audit_anchor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An anchor repeats a link of the chain as it is; any other would be a lie for ever.
CREATE FUNCTION anchor_names_a_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_seal WHERE seq = NEW.seq AND hash = NEW.hash) THEN
    RAISE EXCEPTION 'the anchor of % names no link of the chain: seq %', NEW.day, NEW.seq USING ERRCODE = 'TL005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_anchor_true BEFORE INSERT ON audit_anchor FOR EACH ROW EXECUTE FUNCTION anchor_names_a_link();

-- Rights of the application's own login ----------------------------------------------------------------------------
-- The product works with reading, adding and, where a table isn't history, changing rows. A right is missing where a trigger refuses the
-- deed anyway: the trigger tells a person why, the missing right can't be switched off by whoever stole the login.
CREATE FUNCTION app_rights() RETURNS TABLE (table_ regclass, right_ text, is_given boolean) LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.oid::regclass, r.name,
         CASE
           WHEN r.name = 'SELECT' THEN true
           WHEN c.relname = '_prisma_migrations' THEN false
           -- Only the sealing writes here.
           WHEN c.relname = 'audit_seal' THEN false
           -- Closed by its one column, see grant_app_rights.
           WHEN c.relname = 'board_record' AND r.name IN ('UPDATE', 'DELETE') THEN false
           WHEN r.name IN ('TRUNCATE', 'REFERENCES', 'TRIGGER') THEN false
           ELSE NOT EXISTS (SELECT 1 FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                             WHERE t.tgrelid = c.oid AND p.proname = 'refuse_change' AND (t.tgtype::int & r.bit) <> 0)
         END
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   CROSS JOIN (VALUES ('SELECT', 0), ('INSERT', 4), ('UPDATE', 16), ('DELETE', 8), ('TRUNCATE', 32), ('REFERENCES', 0), ('TRIGGER', 0)) AS r(name, bit)
   WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
$$;

-- Gives a login exactly these rights; run after every migration, by the owner. Changes nothing where they are right already.
CREATE FUNCTION grant_app_rights(role_ name) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_ record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('grant_app_rights', 0));
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_ AND (rolsuper OR rolbypassrls OR rolreplication OR rolcreaterole)) OR pg_has_role(role_, current_user, 'MEMBER') THEN
    RAISE EXCEPTION 'the login % has rights of its own that none of these could limit', role_ USING ERRCODE = 'TL006';
  END IF;
  IF NOT has_schema_privilege(role_, 'public', 'USAGE') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_);
  END IF;
  FOR found_ IN SELECT * FROM public.app_rights() LOOP
    IF found_.is_given AND NOT has_table_privilege(role_, found_.table_, found_.right_) THEN
      EXECUTE format('GRANT %s ON %s TO %I', found_.right_, found_.table_, role_);
    ELSIF NOT found_.is_given AND has_table_privilege(role_, found_.table_, found_.right_) THEN
      EXECUTE format('REVOKE %s ON %s FROM %I, PUBLIC', found_.right_, found_.table_, role_);
    END IF;
  END LOOP;
  IF NOT has_column_privilege(role_, 'public.board_record', 'superseded_at', 'UPDATE') THEN
    EXECUTE format('GRANT UPDATE (superseded_at) ON public.board_record TO %I', role_);
  END IF;
  FOR found_ IN SELECT c.oid::regclass AS name FROM pg_class c
                 WHERE c.relnamespace = 'public'::regnamespace AND CASE WHEN c.relkind = 'S' THEN NOT has_sequence_privilege(role_, c.oid, 'USAGE') ELSE false END LOOP
    EXECUTE format('GRANT USAGE ON SEQUENCE %s TO %I', found_.name, role_);
  END LOOP;
  -- The queue's own tables, where there is a queue: they hold work to do, no history.
  IF EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = to_regnamespace('graphile_worker') AND c.relkind = 'r'
               AND NOT (has_schema_privilege(role_, c.relnamespace, 'USAGE') AND has_table_privilege(role_, c.oid, 'DELETE'))) THEN
    EXECUTE format('GRANT USAGE ON SCHEMA graphile_worker TO %I', role_);
    EXECUTE format('GRANT ALL ON ALL TABLES IN SCHEMA graphile_worker TO %I', role_);
    EXECUTE format('GRANT ALL ON ALL SEQUENCES IN SCHEMA graphile_worker TO %I', role_);
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO %I', role_);
    FOR found_ IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = to_regnamespace('graphile_worker') AND c.relkind = 'r' AND c.relrowsecurity
                   AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = role_) LOOP
      EXECUTE format('CREATE POLICY %I ON %s TO %I USING (true) WITH CHECK (true)', role_, found_.name, role_);
    END LOOP;
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION grant_app_rights(name), add_audit_seal(audit_entry) FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
