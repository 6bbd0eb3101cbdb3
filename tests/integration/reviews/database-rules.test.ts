// What holds against somebody with SQL and every right that the product's own account has.
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";

let world: World;
let id: number;
beforeAll(async () => {
  world = await plantWorld();
  id = await published(world);
});

const sql = (text: string) => db().$executeRawUnsafe(text);
const approval = (incident: number, reviewer: number) =>
  sql(`INSERT INTO review (incident_id, content_version, reviewer_id, decision, created_at) VALUES (${incident}, 1, ${reviewer}, 'APPROVE', now())`);

describe("the database itself", () => {
  it.each(["audit_entry", "incident_version", "review"])("never changes, deletes or empties %s", async (table) => {
    const column = table === "audit_entry" ? "event = 'x'" : table === "review" ? "reason = 'x'" : "event = 'x'";
    await expect(sql(`UPDATE ${table} SET ${column}`)).rejects.toThrow(/append-only/);
    await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
    await expect(sql(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/);
  });

  it("deletes no incident", async () => {
    await expect(sql(`DELETE FROM incident WHERE id = ${id}`)).rejects.toThrow(/append-only/);
  });

  it("refuses an approval by the author, by the last editor and by whoever is no reviewer", async () => {
    const draft = await log(world.reviewer);
    await expect(approval(draft, world.reviewer.userId)).rejects.toThrow(/four eyes/);
    await expect(approval(draft, world.admin.userId)).rejects.toThrow(/four eyes/);
    await expect(approval(draft, world.analyst.userId)).rejects.toThrow(/four eyes/);
    await sql(`UPDATE incident SET last_editor_id = ${world.reviewer2.userId} WHERE id = ${draft}`);
    await expect(approval(draft, world.reviewer2.userId)).rejects.toThrow(/four eyes/);
  });

  it("approves nothing without its reviews, and deaths only with two", async () => {
    const plain = await inReview(world);
    await expect(sql(`UPDATE incident SET workflow = 'APPROVED' WHERE id = ${plain}`)).rejects.toThrow(/four eyes/);
    const lethal = await inReview(world, { casualties: [{ outcome: "KILLED", low: 1 }] });
    await approval(lethal, world.reviewer.userId);
    await expect(sql(`UPDATE incident SET workflow = 'APPROVED' WHERE id = ${lethal}`)).rejects.toThrow(/1 of 2/);
    const found = await inReview(world, { claims: [{ stance: "FOUND_BY", speaker: "ICJ" }] });
    await approval(found, world.reviewer.userId);
    await expect(sql(`UPDATE incident SET workflow = 'APPROVED' WHERE id = ${found}`)).rejects.toThrow(/1 of 2/);
  });

  it("publishes nothing past its approval or by its author", async () => {
    const submitted = await inReview(world);
    await expect(sql(`UPDATE incident SET workflow = 'PUBLISHED', published_by_id = ${world.reviewer2.userId} WHERE id = ${submitted}`)).rejects.toThrow(/APPROVED/);
    must(await step(world.reviewer, submitted, { command: "approve" }));
    await expect(sql(`UPDATE incident SET workflow = 'PUBLISHED', published_by_id = ${world.analyst.userId} WHERE id = ${submitted}`)).rejects.toThrow(/four eyes/);
    await expect(sql(`UPDATE incident SET workflow = 'PUBLISHED' WHERE id = ${submitted}`)).rejects.toThrow(/four eyes/);
  });

  it("retracts nothing without two", async () => {
    await expect(sql(`UPDATE incident SET workflow = 'RETRACTED' WHERE id = ${id}`)).rejects.toThrow(/0 of 2/);
  });

  it("keeps the parts of a published record as they were approved", async () => {
    await expect(sql(`UPDATE claim SET speaker = 'AM_MOD' WHERE incident_id = ${id}`)).rejects.toThrow(/approved/);
    await expect(sql(`INSERT INTO casualty (incident_id, position, outcome, status, side, best) VALUES (${id}, 0, 'KILLED', 'CIVILIAN', 'AZ', 1)`)).rejects.toThrow(/approved/);
  });

  it("takes no finding from an entry", async () => {
    const draft = await log(world.analyst);
    await expect(sql(`UPDATE incident_obligation SET relation = 'BREACH' WHERE incident_id = ${draft}`)).rejects.toThrow(/finding/);
  });

  it("takes a best figure above the high one only where it is flagged", async () => {
    const draft = await log(world.analyst);
    const insert = (flagged: boolean) => sql(`INSERT INTO casualty (incident_id, position, outcome, status, side, best, high, is_order_flagged) VALUES (${draft}, 0, 'INJURED', 'UNKNOWN', 'AZ', 5, 3, ${flagged})`);
    await expect(insert(false)).rejects.toThrow(/casualty_in_order/);
    expect(await insert(true)).toBe(1);
  });
});
