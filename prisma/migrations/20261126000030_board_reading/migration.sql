-- What the engine reads of a duty on which very many records stand. Why it is built so: docs/decisions/0050-the-board-reads-what-can-matter.md.
--
-- A record that stands against a duty, or beside it, and does nothing more to it is plain: such records come in masses. All others (steps,
-- ends, closures, amendments, figures, milestones) are few and always read. lib/compliance/inputs/records/queries.ts asks in the same words.
CREATE INDEX board_record_telling_idx ON board_record (obligation_id)
  WHERE NOT (incident_id IS NOT NULL AND effect = 'NONE' AND relation IN ('BREACH', 'OBSTRUCTION', 'POSSIBLE_BREACH', 'CONTEXT') AND figures = '[]');

-- Counted from the index alone: how many there are of each sort.
CREATE INDEX board_record_plain_day_idx ON board_record (obligation_id, occurred_start) INCLUDE (relation, verification, is_position_change, known_at, superseded_at)
  WHERE incident_id IS NOT NULL AND effect = 'NONE' AND relation IN ('BREACH', 'OBSTRUCTION', 'POSSIBLE_BREACH', 'CONTEXT') AND figures = '[]';

-- The newest of each sort.
CREATE INDEX board_record_plain_sort_idx ON board_record (obligation_id, relation, verification, is_position_change, is_contested, occurred_start DESC, id DESC)
  WHERE incident_id IS NOT NULL AND effect = 'NONE' AND relation IN ('BREACH', 'OBSTRUCTION', 'POSSIBLE_BREACH', 'CONTEXT') AND figures = '[]';

-- A position that was changed stays so until it is given back, so there the last day decides.
CREATE INDEX board_record_changed_idx ON board_record (obligation_id, relation, verification, is_contested, (coalesce(occurred_end, occurred_start)) DESC)
  WHERE incident_id IS NOT NULL AND effect = 'NONE' AND relation IN ('BREACH', 'OBSTRUCTION', 'POSSIBLE_BREACH', 'CONTEXT') AND figures = '[]' AND is_position_change;

-- What lasted into a span of days.
CREATE INDEX board_record_lasting_idx ON board_record USING gist (daterange(occurred_start, occurred_end, '[]')) WHERE occurred_end > occurred_start;
