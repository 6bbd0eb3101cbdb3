import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident, logIncident } from "@/lib/incidents/service";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, published, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await db().place.create({
    data: {
      key: "khojaly-district", kind: "DISTRICT", unitCode: "AZE-1739", lat: 39.9, lon: 46.8, precisionKm: 20, confidence: "seed", coordinateSource: "test",
      names: { create: [{ lang: "en", script: "Latn", usage: "AZERBAIJANI", form: "Khojaly district" }] },
    },
  });
});

const viewFor = async (actor: World["analyst"], id: number) => (await findIncident(scopeOf(actor), id)) ?? expect.fail(`no record ${id}`);
const claim = (over: Record<string, unknown> = {}) => ({ stance: "ALLEGED_BY", speaker: "AZ_MOD", against: "AM", ...over });
const observation = { kind: "EXPLOSION", means: "HEARD", countBest: 12, weapon: "MORTAR", weaponCalibreMm: 82, observerPlace: "Փառուխ", bearing16: "ENE", distanceKmLow: 1.5, distanceKmHigh: 3 };
const flagsOf = async (over: Record<string, unknown>) => (await viewFor(world.analyst, await log(world.analyst, over))).flags;

describe("an observation on record", () => {
  it("comes back as it went in, its post under both forms of its name", async () => {
    const id = await log(world.analyst, { observations: [observation] });
    expect((await viewFor(world.analyst, id)).observations).toEqual([
      { ...observation, direction: "UNDETERMINED", countLow: null, countHigh: null, countUnit: null, observerPlace: "Farrukh / Parukh", mergedFrom: null },
    ]);
    expect(await db().observation.findFirstOrThrow({ where: { incidentId: id }, select: { observerPlace: true, observerPlaceRow: { select: { key: true } } } })).toEqual({ observerPlace: "Փառուխ", observerPlaceRow: { key: "parukh" } });
  });

  it("saved again in another spelling of the same place is no change", async () => {
    const id = await log(world.analyst, { observations: [observation], claims: [claim({ eventPlace: "Farrukh" })] });
    const { version, ...view } = await viewFor(world.analyst, id);
    const input = { ...entryInputOf({ version, ...view }), claims: entryInputOf({ version, ...view }).claims.map((line) => ({ ...line, eventPlace: "parukh" })) };
    expect(must(await editIncident(world.analyst, { id, expectedVersion: version, input }, fixedNow)).version).toBe(version);
  });

  it("tells a reader from whom the place is withheld what was counted and not from where", async () => {
    const id = await published(world, { sensitivity: "S2_RESTRICTED", observations: [observation], claims: [claim({ eventPlace: "Farrukh", eventOn: "2022-03-25" })] });
    const { observations, claims } = await viewFor(world.viewer, id);
    expect(observations).toMatchObject([{ countBest: 12, weapon: "MORTAR", observerPlace: null, bearing16: null, distanceKmLow: null, distanceKmHigh: null }]);
    expect(claims).toMatchObject([{ eventOn: "2022-03-25", eventPlace: null }]);
    expect((await viewFor(world.reviewer3, id)).observations).toMatchObject([{ observerPlace: "Farrukh / Parukh", bearing16: "ENE" }]);
  });

  it.each([
    ["a bearing that is none", "bearing16 = 'UP'", /observation_bearing_known/],
    ["a calibre below nothing", "weapon_calibre_mm = -1", /observation_calibre_real/],
    ["distances out of order", "distance_km_low = 5, distance_km_high = 2", /observation_distance_in_order/],
    ["counts out of order", "count_low = 13", /observation_in_order/],
    ["a place on file without its name", "observer_place = NULL", /observation_observer_place_named/],
  ])("in the database takes no %s", async (_what, change, refusal) => {
    const id = await log(world.analyst, { observations: [observation] });
    await expect(db().$executeRawUnsafe(`UPDATE observation SET ${change} WHERE incident_id = ${id}`)).rejects.toThrow(refusal);
  });
});

describe("accounts that differ", () => {
  it("in the day are marked, and only while they do", async () => {
    const id = await log(world.analyst, { claims: [claim({ eventOn: "2022-03-24" })] });
    expect((await viewFor(world.analyst, id)).flags).toEqual(["SINGLE_SIDE_ONLY", "DATE_CONFLICT"]);
    const edited = anIncidentInput({ claims: [claim({ eventOn: "2022-03-25" })] });
    must(await editIncident(world.analyst, { id, expectedVersion: 1, input: edited }, fixedNow));
    expect((await viewFor(world.analyst, id)).flags).toEqual(["SINGLE_SIDE_ONLY"]);
  });

  it("in the place are marked: another village is, the district around it and another script of its name are not", async () => {
    expect(await flagsOf({ claims: [claim({ eventPlace: "Some other village" })] })).toEqual(["SINGLE_SIDE_ONLY", "PLACE_CONFLICT"]);
    expect(await flagsOf({ claims: [claim({ eventPlace: "Khojaly district" })] })).toEqual(["SINGLE_SIDE_ONLY"]);
    expect(await flagsOf({ claims: [claim({ eventPlace: "Փառուխ" })] })).toEqual(["SINGLE_SIDE_ONLY"]);
  });

  it("in no future: a day that has not come is refused beside its field", async () => {
    expect(await logIncident(world.analyst, anIncidentInput({ claims: [claim({ eventOn: "2026-12-24" })] }), fixedNow)).toMatchObject({ ok: false, refusal: { errors: [{ path: "claims.0.eventOn", code: "in_future" }] } });
  });

  it("in the count stand side by side with whoever counts, and no sum of two sides is anywhere in the answer", async () => {
    const count = (countedBy: string, best: number) => ({ outcome: "INJURED", status: "COMBATANT", side: "AM", best, countedBy });
    const id = await log(world.analyst, { casualties: [count("AZ_MOD", 311), count("AM_MOD", 46)] });
    const view = await viewFor(world.analyst, id);
    expect(view.casualties.map(({ countedBy, best }) => [countedBy, best])).toEqual([["AZ_MOD", 311], ["AM_MOD", 46]]);
    expect(view.flags).toContain("COUNT_CONFLICT");
    expect(JSON.stringify(view)).not.toContain("357");
  });

  it("who counts is a speaker on file, or the count is refused beside its field", async () => {
    const input = anIncidentInput({ casualties: [{ outcome: "INJURED", best: 1, countedBy: "NOBODY" }] });
    expect(await logIncident(world.analyst, input, fixedNow)).toMatchObject({ ok: false, refusal: { errors: [{ path: "casualties.0.countedBy", code: "unknown_speaker" }] } });
  });
});
