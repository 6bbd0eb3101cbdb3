-- How often somebody tried, in one place for every process of the product (docs/decisions/0058). Holds digests, no address.
-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- The last administrator who can act is neither shut out, nor demoted, nor removed: nobody could give access again. Accounts of the demonstration and of
-- the product itself are no such administrators; an installation may end its demonstration.
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- One at a time: two administrators who shut each other out at once would each still see the other.
  PERFORM pg_advisory_xact_lock(hashtext('keep_an_administrator'));
  IF NOT EXISTS (SELECT FROM app_user WHERE role = 'ADMIN' AND disabled_at IS NULL AND NOT is_demo AND NOT is_system) THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'app_user_keeps_an_administrator';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER app_user_keeps_an_administrator AFTER UPDATE OF role, disabled_at, is_demo, is_system ON app_user
  FOR EACH ROW WHEN (OLD.role = 'ADMIN' AND OLD.disabled_at IS NULL AND NOT OLD.is_demo AND NOT OLD.is_system
    AND (NEW.role <> 'ADMIN' OR NEW.disabled_at IS NOT NULL OR NEW.is_demo OR NEW.is_system))
  EXECUTE FUNCTION keep_an_administrator();

CREATE TRIGGER app_user_keeps_an_administrator_when_removed AFTER DELETE ON app_user
  FOR EACH ROW WHEN (OLD.role = 'ADMIN' AND OLD.disabled_at IS NULL AND NOT OLD.is_demo AND NOT OLD.is_system)
  EXECUTE FUNCTION keep_an_administrator();
