import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { seedReference } from "@/prisma/seed/reference";

const now = new Date("2026-11-24T12:00:00Z");

it("a load that was cut off goes on where it stopped", async () => {
  // Stop in the middle of the incidents by taking the ground from under the next step.
  let done = 0;
  await db().$executeRawUnsafe("CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.external_id = 'IN-005' AND NEW.workflow = 'APPROVED' THEN RAISE EXCEPTION 'cut off'; END IF; RETURN NEW; END $$");
  await db().$executeRawUnsafe("CREATE TRIGGER stop_here BEFORE UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION stop_here()");
  await expect(seedReference({ now, report: () => done++ })).rejects.toThrow(/cut off/);
  expect(done).toBe(5);
  expect(await db().incident.count({ where: { workflow: "IN_REVIEW" } })).toBe(1);

  await db().$executeRawUnsafe("DROP TRIGGER stop_here ON incident");
  await seedReference({ now });
  expect(await db().incident.count({ where: { workflow: "PUBLISHED" } })).toBe(76);
  expect(await db().source.count()).toBe(255);
  expect(await db().auditEntry.count({ where: { event: "incident.logged" } })).toBe(76);
}, 120_000);
