-- The product's own login reads views as it reads tables, and changes nothing through them.
CREATE OR REPLACE FUNCTION app_rights() RETURNS TABLE (table_ regclass, right_ text, is_given boolean) LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.oid::regclass, r.name,
         CASE
           WHEN r.name = 'SELECT' THEN true
           WHEN c.relkind = 'v' THEN false
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
   WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v')
$$;
