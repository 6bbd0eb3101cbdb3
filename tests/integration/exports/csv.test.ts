import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import { exportedText } from "../../support/exported";
import { log, plantWorld, published, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await log(world.analyst, { title: "A draft of the north" });
  await published(world, { title: "Restricted", narrative: "Giraffe", sensitivity: "S2_RESTRICTED" });
  await published(world, { title: "Okapi", narrative: "Okapi", sensitivity: "S3_SOURCE_PROTECTED" });
  await published(world, { title: "=1+1", narrative: "-2+3, \"quoted\"\r\nnext line", externalId: "@SUM1", place: { name: "+1+1", lat: -12.5, lon: -46.25, precision: "L2_SETTLEMENT" }, claims: [{ stance: "ALLEGED_BY", speaker: "AM_MOD", against: "AZ", source: world.sourceId }, { stance: "DENIED_BY", speaker: "AZ_MOD" }] });
});

const textOf = (actor: Actor, query = ""): Promise<string> => exportedText(actor, "csv", query);
const rowsOf = async (actor: Actor, query = ""): Promise<Record<string, string>[]> => parse(await textOf(actor, query), { columns: true });

describe("the truce CSV", () => {
  it("runs nothing in a spreadsheet, and leaves numbers as numbers", async () => {
    const row = (await rowsOf(world.viewer, "party=AM")).find((entry) => entry["event_date"] === "2022-03-25");
    expect(row).toMatchObject({
      external_id: "'@SUM1", title: "'=1+1", narrative: "'-2+3, \"quoted\"\r\nnext line", latitude: "-12.5", longitude: "-46.25", location_name: "'+1+1",
      alleged_by: "AM_MOD", against: "AZ", denied_by: "AZ_MOD", found_by: "", obligations: "T-1a",
      source_publisher: "A bulletin", source_url: "https://example.invalid/b", source_reliability: "F", info_credibility: "6", verification: "V1_CLAIM",
    });
  });

  it.each(["viewer", "admin", "stranger"] as const)("withholds from the %s what the screen withholds", async (name) => {
    const text = await textOf(world[name]);
    for (const hidden of ["Giraffe", "Okapi", "draft of the north"]) expect(text).not.toContain(hidden);
    expect((await rowsOf(world[name], "q=giraffe")).length).toBe(0);
  });

  it("lets no source-protected field out, whoever takes it", async () => {
    for (const name of ["reviewer", "auditor", "analyst"] as const) {
      const text = await textOf(world[name]);
      expect(text).toContain("Giraffe");
      expect(text).not.toContain("Okapi");
    }
  });

  it("writes the audit entry before the first byte, with filter and rows", async () => {
    const rows = await rowsOf(world.auditor, "type=CH04&bbox=46,40,47,41&limit=1");
    const entry = await db().auditEntry.findFirstOrThrow({ where: { event: "incident.exported" }, orderBy: { id: "desc" } });
    expect(entry).toMatchObject({ actorId: world.auditor.userId, data: { format: "csv", rows: rows.length, filter: { type: ["CH04"], bbox: ["46,40,47,41"], sort: ["record"] } } });
  });
});
