-- Settings of a duty are read under rules, so they name a version of them. What is on record was written for the first.
UPDATE obligation SET terms = jsonb_build_object('ruleVersion', '2026-11-2') || terms WHERE terms <> '{}'::jsonb AND NOT terms ? 'ruleVersion';

ALTER TABLE obligation
  ADD CONSTRAINT obligation_terms_name_rules CHECK (terms = '{}'::jsonb OR terms ? 'ruleVersion');

-- Nobody amends what is not agreed yet: no due date is set before the day of its agreement.
CREATE FUNCTION refuse_date_before_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed date;
BEGIN
  SELECT a.signed_on INTO signed FROM agreement a JOIN obligation o ON o.agreement_id = a.id WHERE o.id = NEW.obligation_id;
  IF NEW.set_on < signed THEN
    RAISE EXCEPTION 'a date set on % lies before its agreement of %', NEW.set_on, signed USING ERRCODE = 'TL017';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deadline_after_agreement BEFORE INSERT OR UPDATE ON deadline
  FOR EACH ROW EXECUTE FUNCTION refuse_date_before_agreement();
