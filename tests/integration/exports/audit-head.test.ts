import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { openReading } from "@/lib/exports/reading/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import { log, must, plantWorld, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

it("a file names the audit's last link, be its number ten or more", async () => {
  for (let n = 0; n < 12; n++) await log(world.analyst);
  const last = await db().auditSeal.findFirstOrThrow({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  expect(Number(last.seq)).toBeGreaterThan(10);
  const reading = await openReading(scopeOf(world.analyst), { filter: must(filterFromSearchParams(new URLSearchParams())), order: "record" }, 100);
  expect(reading?.auditHead).toEqual({ seq: Number(last.seq), hash: last.hash });
  reading?.close();
});
