// What the database keeps beside a record (search words, points, marks, facets, tallies) is the same whichever way the record came in.
import { beforeAll, describe, expect, it } from "vitest";
import { sensitivityCodes } from "@/lib/codelists/sensitivity";
import { db } from "@/lib/db/client";
import { undoImport } from "@/lib/imports/undo/service";
import { logIncident } from "@/lib/incidents/service";
import { incidentInput, type IncidentInput } from "@/lib/incidents/schema";
import { fixedNow } from "../../support/incident-builders";
import { must, plantWorld, type World } from "../../support/incident-world";
import { anImportRow, imported } from "../../support/import-builders";

let world: World;
beforeAll(async () => void (world = await plantWorld()));

type Rows = Record<string, unknown>[];
const read = (sql: string, id: number): Promise<Rows> => db().$queryRawUnsafe<Rows>(sql, id);
/** Numbers of the row itself, what tells whence it came, and the point that stands for a protected one, which its number moves. */
const own = "'{id,incident_id,external_id,import_id,updated_at,created_at,public_lat,public_lon,public_area}'::text[]";
const everythingOf = async (id: number) => ({
  incident: await read(`SELECT to_jsonb(i) - ${own} AS row FROM incident i WHERE id = $1`, id),
  point: await read("SELECT public_lat IS NULL AS is_none, public_lat = lat AND public_lon = lon AS is_plain FROM incident WHERE id = $1", id),
  claims: await read(`SELECT to_jsonb(c) - ${own} AS row FROM claim c WHERE incident_id = $1 ORDER BY position`, id),
  casualties: await read(`SELECT to_jsonb(c) - ${own} AS row FROM casualty c WHERE incident_id = $1 ORDER BY position`, id),
  observations: await read(`SELECT to_jsonb(c) - ${own} AS row FROM observation c WHERE incident_id = $1 ORDER BY position`, id),
  links: await read(`SELECT to_jsonb(l) - ${own} AS row FROM incident_obligation l WHERE incident_id = $1 ORDER BY obligation_id`, id),
  sources: await read("SELECT source_id FROM incident_source WHERE incident_id = $1 ORDER BY source_id", id),
  facets: await read("SELECT kind, value, occurred_start FROM incident_facet WHERE incident_id = $1 ORDER BY kind, value", id),
});
const drift = async () => [...(await db().$queryRaw<Rows>`SELECT * FROM incident_tally_drift`), ...(await db().$queryRaw<Rows>`SELECT * FROM incident_facet_drift`)];

/** What somebody would enter who logged by hand what the import made. */
async function inputOf(id: number): Promise<IncidentInput> {
  const version = await db().incidentVersion.findUniqueOrThrow({ where: { incidentId_version: { incidentId: id, version: 1 } } });
  const { externalId: _own, place, ...snapshot } = version.snapshot as Record<string, unknown> & { place: Record<string, unknown>; obligations: { code: string; relation: string }[] };
  const { placeName } = await db().incident.findUniqueOrThrow({ where: { id } });
  return incidentInput.parse({ ...snapshot, obligations: snapshot.obligations.map(({ code, relation }) => ({ code, relation })), place: { ...place, name: placeName } });
}

describe("a record that a batch brought in", () => {
  it.each(sensitivityCodes.map((sensitivity, at) => ({ sensitivity, year: 2020 + at })))("is kept as one that was logged by hand, of sensitivity $sensitivity", async ({ sensitivity, year }) => {
    const rows = [
      anImportRow(1, { externalId: `${sensitivity}-1`, incident: { sensitivity, title: "Fire near Şuşa", narrative: "Обстрел у Шуши", occurred: { start: `${year}-05-01`, end: `${year}-05-02`, time: "21:30", zone: "Asia/Yerevan" } } }),
      anImportRow(2, { externalId: `${sensitivity}-2`, incident: { sensitivity, occurred: { start: `${year}-06-01` }, place: { name: "No such village", precision: "L0_UNKNOWN" }, claims: [], severity: "HIGH" } }),
    ];
    const importId = await imported(world.analyst, rows);
    const ids = (await db().incident.findMany({ where: { importId }, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    for (const id of ids) {
      const byHand = must(await logIncident(world.analyst, await inputOf(id), fixedNow));
      expect(await everythingOf(id)).toEqual(await everythingOf(byHand.id));
      const points = () => read("SELECT public_lat, public_lon, internal_fields, restricted_fields, search::text FROM incident WHERE id = $1", id);
      const kept = await points();
      await db().$executeRaw`UPDATE incident SET sensitivity = sensitivity, title = title, lat = lat WHERE id = ${id}`;
      expect(await points()).toEqual(kept);
    }
    expect(await drift()).toEqual([]);
    must(await undoImport(world.analyst, { id: importId }, fixedNow));
    expect(await drift()).toEqual([]);
  });

  it("counts where it updates a record, and where that is taken back", async () => {
    const one = (start: string, over: Record<string, unknown>) => [anImportRow(1, { externalId: "U-1", incident: { occurred: { start }, ...over } })];
    await imported(world.analyst, one("2023-01-01", {}));
    const importId = await imported(world.analyst, one("2023-02-01", { type: "CV02", claims: [{ stance: "ALLEGED_BY", speaker: "AM_MOD", against: "AZ" }], obligations: [], place: { name: "Elsewhere", unit: "AZE-1700", precision: "L4_DISTRICT" } }));
    expect(await drift()).toEqual([]);
    must(await undoImport(world.analyst, { id: importId }, fixedNow));
    expect(await drift()).toEqual([]);
  });
});
