-- What was read from end to end to be found: lines by their source, records that wait in the order of their waiting, and those that terms keep to a team.

-- CreateIndex
CREATE INDEX "claim_source_idx" ON "claim"("source_id", "incident_id");

-- CreateIndex
CREATE INDEX "incident_source_source_idx" ON "incident_source"("source_id", "incident_id");

-- The queue of reviewers, the longest waiting first.
CREATE INDEX incident_waiting_idx ON incident (submitted_at, id) WHERE workflow IN ('SUBMITTED', 'IN_REVIEW', 'APPROVED', 'ON_HOLD');

-- What no file may hold.
CREATE INDEX incident_restricted_idx ON incident (team_id, occurred_start DESC, id DESC) WHERE restriction IS NOT NULL;
