-- Any page of the audit, filtered by subject type, event or person, costs the same.
-- CreateIndex
CREATE INDEX "audit_entry_subject_type_id_idx" ON "audit_entry"("subject_type", "id");

-- CreateIndex
CREATE INDEX "audit_entry_event_id_idx" ON "audit_entry"("event", "id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_id_idx" ON "audit_entry"("actor_id", "id");
