// What holds against somebody with SQL and every right that the product's own account has. Four eyes: tests/integration/trust/four-eyes.test.ts.
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { log, plantWorld, published, type World } from "../../support/incident-world";

let world: World;
let id: number;
beforeAll(async () => {
  world = await plantWorld();
  id = await published(world);
});

const sql = (text: string) => db().$executeRawUnsafe(text);

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
