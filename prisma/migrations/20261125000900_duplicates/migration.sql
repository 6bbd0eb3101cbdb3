-- Duplicates are linked and merged by people, never by the program, and every merge can be undone.

CREATE TABLE incident_relation (
  id serial PRIMARY KEY,
  -- The lower id first, so that a pair is one row whichever way it is asked for; `is_reversed` keeps the direction of PART_OF and FOLLOWS.
  first_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  second_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  relation text NOT NULL,
  is_reversed boolean NOT NULL DEFAULT false,
  reason text NOT NULL,
  decided_by_id int NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  decided_at timestamptz(3) NOT NULL,
  undone_by_id int REFERENCES app_user (id) ON DELETE SET NULL ON UPDATE CASCADE,
  undone_at timestamptz(3),
  CONSTRAINT incident_relation_known CHECK (relation IN ('SAME_EVENT', 'SAME_EVENT_DIFFERENT_COUNT', 'PART_OF', 'FOLLOWS', 'RELATED', 'NOT_DUPLICATE')),
  CONSTRAINT incident_relation_in_order CHECK (first_id < second_id),
  CONSTRAINT incident_relation_directed CHECK (NOT is_reversed OR relation IN ('PART_OF', 'FOLLOWS')),
  CONSTRAINT incident_relation_reasoned CHECK (length(btrim(reason)) > 0),
  CONSTRAINT incident_relation_undone_whole CHECK ((undone_by_id IS NULL) = (undone_at IS NULL))
);
-- One standing relation for a pair; what was decided before stays readable.
CREATE UNIQUE INDEX incident_relation_standing ON incident_relation (first_id, second_id) WHERE undone_at IS NULL;
CREATE INDEX incident_relation_second_idx ON incident_relation (second_id);

CREATE TABLE incident_merge (
  id serial PRIMARY KEY,
  survivor_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  merged_id int NOT NULL REFERENCES incident (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Where the merged record goes back to when the merge is undone.
  workflow_before text NOT NULL,
  survivor_flags text[] NOT NULL,
  reason text NOT NULL,
  merged_by_id int NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  merged_at timestamptz(3) NOT NULL,
  undone_reason text,
  undone_by_id int REFERENCES app_user (id) ON DELETE SET NULL ON UPDATE CASCADE,
  undone_at timestamptz(3),
  CONSTRAINT incident_merge_of_two CHECK (survivor_id <> merged_id),
  CONSTRAINT incident_merge_reasoned CHECK (length(btrim(reason)) > 0),
  CONSTRAINT incident_merge_undone_whole CHECK ((undone_by_id IS NULL) = (undone_at IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL))
);
CREATE UNIQUE INDEX incident_merge_standing ON incident_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX incident_merge_survivor_idx ON incident_merge (survivor_id);

-- A step that was taken is only ever marked as undone, once.
CREATE FUNCTION only_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL
     OR to_jsonb(NEW) - '{undone_at,undone_by_id,undone_reason}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{undone_at,undone_by_id,undone_reason}'::text[] THEN
    RAISE EXCEPTION '% is kept: a row may only be marked as undone, once', TG_TABLE_NAME USING ERRCODE = 'TL001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_relation_kept BEFORE UPDATE OR DELETE ON incident_relation FOR EACH ROW EXECUTE FUNCTION only_undone();
CREATE TRIGGER incident_merge_kept BEFORE UPDATE OR DELETE ON incident_merge FOR EACH ROW EXECUTE FUNCTION only_undone();
CREATE TRIGGER incident_relation_no_truncate BEFORE TRUNCATE ON incident_relation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_merge_no_truncate BEFORE TRUNCATE ON incident_merge FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who merges is a reviewer in office who wrote and last edited neither of the two.
CREATE FUNCTION merge_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM app_user WHERE id = NEW.merged_by_id AND role = 'REVIEWER' AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'four eyes: user % is not a reviewer in office', NEW.merged_by_id USING ERRCODE = 'TL002';
  END IF;
  IF EXISTS (SELECT 1 FROM incident WHERE id IN (NEW.survivor_id, NEW.merged_id) AND NEW.merged_by_id IN (author_id, last_editor_id)) THEN
    RAISE EXCEPTION 'four eyes: user % wrote or last edited one of the two records', NEW.merged_by_id USING ERRCODE = 'TL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_merge_four_eyes BEFORE INSERT ON incident_merge FOR EACH ROW EXECUTE FUNCTION merge_by_another();

-- A merged record's lines move to the survivor and keep the name of the record that they came from: readers, filters and
-- exports find them where they look, and an undone merge moves the same rows back.
ALTER TABLE claim ADD COLUMN merged_from_id int REFERENCES incident (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE casualty ADD COLUMN merged_from_id int REFERENCES incident (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE observation ADD COLUMN merged_from_id int REFERENCES incident (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE incident_source ADD COLUMN merged_from_id int REFERENCES incident (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE incident_obligation ADD COLUMN merged_from_id int REFERENCES incident (id) ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX claim_merged_from_idx ON claim (merged_from_id) WHERE merged_from_id IS NOT NULL;

-- What was approved can't be changed underneath its approval; a merge moves lines whole between the two records that it names.
CREATE OR REPLACE FUNCTION refuse_change_of_approved_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner int := CASE WHEN TG_OP = 'DELETE' THEN OLD.incident_id ELSE NEW.incident_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.incident_id <> OLD.incident_id
     AND to_jsonb(NEW) - '{incident_id,merged_from_id}'::text[] = to_jsonb(OLD) - '{incident_id,merged_from_id}'::text[]
     AND ((OLD.merged_from_id IS NULL AND NEW.merged_from_id = OLD.incident_id
           AND EXISTS (SELECT 1 FROM incident_merge WHERE merged_id = OLD.incident_id AND survivor_id = NEW.incident_id AND undone_at IS NULL))
       OR (NEW.merged_from_id IS NULL AND OLD.merged_from_id = NEW.incident_id
           AND EXISTS (SELECT 1 FROM incident_merge WHERE merged_id = NEW.incident_id AND survivor_id = OLD.incident_id AND undone_at IS NOT NULL))) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM incident WHERE id = owner AND workflow IN ('APPROVED', 'PUBLISHED'))
     OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM incident WHERE id = OLD.incident_id AND workflow IN ('APPROVED', 'PUBLISHED'))) THEN
    RAISE EXCEPTION 'incident % is approved: its % can change only after its review is reopened', owner, TG_TABLE_NAME USING ERRCODE = 'TL003';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- Into MERGED_INTO and out of it leads a merge and nothing else; out of it only to where the record stood before.
CREATE FUNCTION merged_state_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.workflow = OLD.workflow THEN RETURN NEW; END IF;
  IF NEW.workflow = 'MERGED_INTO' AND NOT EXISTS (SELECT 1 FROM incident_merge WHERE merged_id = NEW.id AND undone_at IS NULL AND workflow_before = OLD.workflow) THEN
    RAISE EXCEPTION 'incident % turns MERGED_INTO only by a merge', NEW.id USING ERRCODE = 'TL003';
  END IF;
  IF OLD.workflow = 'MERGED_INTO' AND (NEW.content_version <> OLD.content_version
     OR EXISTS (SELECT 1 FROM incident_merge WHERE merged_id = NEW.id AND undone_at IS NULL)
     OR NEW.workflow IS DISTINCT FROM (SELECT workflow_before FROM incident_merge WHERE merged_id = NEW.id ORDER BY id DESC LIMIT 1)) THEN
    RAISE EXCEPTION 'incident % leaves MERGED_INTO only by undoing its merge', NEW.id USING ERRCODE = 'TL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_merged_state BEFORE UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION merged_state_guard();

CREATE OR REPLACE FUNCTION incident_workflow_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  needed int;
  given int;
  wanted text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.workflow NOT IN ('DRAFT') THEN
      RAISE EXCEPTION 'an incident begins as DRAFT, not as %', NEW.workflow USING ERRCODE = 'TL003';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.workflow = OLD.workflow THEN
    IF OLD.workflow IN ('APPROVED', 'PUBLISHED') AND NEW.content_version <> OLD.content_version THEN
      RAISE EXCEPTION 'an edit of a % incident reopens its review', OLD.workflow USING ERRCODE = 'TL003';
    END IF;
    RETURN NEW;
  END IF;
  -- Where a merge is undone the record goes back to the state that its reviews gave it (see merged_state_guard).
  IF OLD.workflow = 'MERGED_INTO' THEN
    RETURN NEW;
  END IF;
  IF NEW.workflow = 'PUBLISHED' THEN
    IF OLD.workflow <> 'APPROVED' THEN
      RAISE EXCEPTION 'only an APPROVED incident can be PUBLISHED, not one that is %', OLD.workflow USING ERRCODE = 'TL003';
    END IF;
    IF NEW.published_by_id IS NULL OR NEW.published_by_id IN (NEW.author_id, NEW.last_editor_id) THEN
      RAISE EXCEPTION 'four eyes: incident % is published by somebody other than its author and last editor', NEW.id USING ERRCODE = 'TL002';
    END IF;
  END IF;
  IF NEW.workflow IN ('APPROVED', 'PUBLISHED', 'RETRACTED') THEN
    wanted := CASE WHEN NEW.workflow = 'RETRACTED' THEN 'RETRACT' ELSE 'APPROVE' END;
    needed := CASE WHEN NEW.workflow = 'RETRACTED' THEN 2 ELSE approvals_needed(NEW.id) END;
    SELECT count(DISTINCT reviewer_id) INTO given FROM review
      WHERE incident_id = NEW.id AND decision = wanted AND content_version = NEW.content_version
        AND reviewer_id NOT IN (NEW.author_id, NEW.last_editor_id);
    IF given < needed THEN
      RAISE EXCEPTION 'four eyes: incident % has % of % reviews for %', NEW.id, given, needed, NEW.workflow USING ERRCODE = 'TL002';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- One address for one page: without scheme, "www.", fragment, marks of campaigns, and a slash at the end.
CREATE FUNCTION canonical_url(url text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(regexp_replace(regexp_replace(regexp_replace(
    lower(substring(bare FROM '^[^/?]*')) || substring(bare FROM '^[^/?]*(.*)$'),
    '(?<=[?&])(utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid)=[^&]*&?', '', 'gi'), '[?&]+$', ''), '/+$', ''), '')
  FROM (SELECT regexp_replace(regexp_replace(btrim(url), '^https?://(www\.)?', '', 'i'), '#.*$', '') AS bare) AS stripped
$$;
CREATE INDEX source_canonical_url_idx ON source (canonical_url(url));
