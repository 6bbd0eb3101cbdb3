import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { sweepEvidence } from "@/lib/evidence/sweep/service";
import { log, must, plantWorld, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const folder = (name: string): string => path.join(process.env["TRUCE_DATA_DIR"] ?? "", "evidence", name);

it("a program that is killed in the middle of an upload leaves no row and no file of the store, and what lay waiting is swept", async () => {
  const incidentId = await log(world.analyst);
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/endless-upload.ts", world.analyst.email, String(incidentId)], { stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += String(chunk)));
  const ended = new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal)));
  await Promise.race([new Promise((resolve) => child.stdout.once("data", resolve)), ended]);
  child.kill("SIGKILL");
  expect([await ended, complaint]).toEqual(["SIGKILL", ""]);
  expect([await db().evidence.count(), await db().evidenceCustody.count(), existsSync(folder("objects"))]).toEqual([0, 0, false]);
  expect(readdirSync(folder("incoming"))).toHaveLength(1);
  const nextDay = new Date(Date.now() + 86_400_000);
  expect(must(await sweepEvidence(world.admin, { storage: await evidenceStorage(), now: nextDay }))).toEqual({ objects: 0, uploads: 1 });
  expect(readdirSync(folder("incoming"))).toEqual([]);
});
