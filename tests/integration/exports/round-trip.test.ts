import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { ExportFormat } from "@/lib/codelists/export-format";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { ImportReferences } from "@/lib/imports/domain/plan";
import type { ImportedIncident, ImportRow } from "@/lib/imports/domain/row";
import { entryRelationOf } from "@/lib/incidents/domain/relation";
import { entryInputOf, incidentInput } from "@/lib/incidents/schema";
import { logIncident } from "@/lib/incidents/service";
import { fillDatabase } from "@/lib/synth/service";
import { theAccount } from "../../support/accounts";
import { exportedBytes, exportedText } from "../../support/exported";
import { rowsOf, savedFile } from "../../support/import-files";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { must } from "../../support/incident-world";
import { loadReferenceData } from "../../support/reference-data";

const oddTexts = ["=1+1", "'=1+1", "''@sum", "-5", "'-5", "+37410111111", "- an item", "＝1", "a \"quoted\", text\nof two lines", "Փառուխ Şuşa Шуша", "' =x"];
const query = "workflow=PUBLISHED&workflow=DRAFT";
let views: IncidentView[];
let references: ImportReferences;

beforeAll(async () => {
  await loadReferenceData();
  const analyst = await theAccount("analyst");
  for (const narrative of oddTexts) must(await logIncident(analyst, anIncidentInput({ title: `${narrative} title`, narrative, obligations: [], observations: [{ kind: "SHOT", means: "HEARD", countBest: 3, weapon: "MORTAR", weaponCalibreMm: 82, observerPlace: "=a post", bearing16: "NNE", distanceKmLow: 1.5, distanceKmHigh: 2 }],
    claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", eventOn: "2022-03-24", eventPlace: "-near it" }], casualties: [{ outcome: "INJURED", low: 1, best: 2, high: 3, countedBy: "RU_MOD" }], place: { name: "A place", lat: -12.5, lon: -46.25, precision: "L2_SETTLEMENT" } }), fixedNow));
  must(await fillDatabase({ incidents: 150, seed: 9, isDemo: true, isForced: false, ownerUrl: process.env["DATABASE_URL"] ?? "", report: () => undefined }));
  views = (await exportedText(await theAccount("analyst"), "ndjson", query)).trimEnd().split("\n").map((line) => JSON.parse(line) as IncidentView);
  const [speakers, units, places, obligations] = await Promise.all([
    db().speaker.findMany({ select: { code: true, name: true, side: true, isParty: true } }),
    db().unit.findMany({ select: { code: true, name: true } }),
    db().place.findMany({ select: { id: true, unitCode: true, names: { select: { form: true } } } }),
    db().obligation.findMany({ select: { code: true } }),
  ]);
  references = { speakers, units, places: places.map(({ id, unitCode, names }) => ({ id, forms: names.map(({ form }) => form), unit: unitCode })), obligations: obligations.map(({ code }) => code), readOn: "2026-11-25" };
});

/** What an import would make of the file, by the record's own number. */
async function readBack(format: ExportFormat): Promise<Map<string, ImportRow>> {
  const bytes = await exportedBytes(await theAccount("analyst"), format, query);
  return new Map((await rowsOf(savedFile(bytes), { references })).map((row) => [row.externalId ?? "", row]));
}

/** What a row of the truce columns can tell of a record. */
const told = (view: Pick<ImportedIncident, "type" | "title" | "narrative" | "occurred" | "place" | "sensitivity"> & { obligations: readonly { code: string }[] }) => ({
  type: view.type, title: view.title, narrative: view.narrative, start: view.occurred.start, end: view.occurred.end, time: view.occurred.time, precision: view.occurred.precision,
  lat: view.place.lat, lon: view.place.lon, placePrecision: view.place.precision, sensitivity: view.sensitivity, obligations: view.obligations.map(({ code }) => code),
});

describe.each(["csv", "hxl", "xlsx", "geojson"] as const)("a %s file", (format) => {
  it("is read by the import as what it was made of", async () => {
    const rows = await readBack(format);
    expect(rows.size).toBe(views.length);
    const whole = views.filter((view) => !view.redacted);
    expect(whole.length).toBeGreaterThan(120);
    for (const view of whole) {
      const row = rows.get(view.externalId ?? view.reference);
      expect(row?.incident && told(row.incident)).toEqual(told(view));
    }
  });
});

describe("a line of an NDJSON file", () => {
  it("is taken by the API as it is, and the record that it makes leaves as the same line", async () => {
    const analyst = await theAccount("analyst");
    const content = (view: IncidentView) => entryInputOf({ ...view, claims: view.claims.map((line) => ({ ...line, credibility: null })) });
    const whole = views.filter((view) => !view.redacted && view.evidence.length === 0 && view.obligations.every(({ relation }) => relation === entryRelationOf(relation)));
    expect(whole.length).toBeGreaterThan(80);
    const made = new Map<number, IncidentView>();
    for (const view of whole) {
      // A number of another system names one record only.
      const { id } = must(await logIncident(analyst, incidentInput.parse({ ...view, externalId: null }), fixedNow));
      made.set(id, view);
    }
    const again = (await exportedText(analyst, "ndjson", "workflow=DRAFT")).trimEnd().split("\n").map((line) => JSON.parse(line) as IncidentView);
    const found = again.filter(({ id }) => made.has(id));
    expect(found.length).toBe(whole.length);
    for (const view of found) {
      const given = made.get(view.id) ?? view;
      // A name that the gazetteer knows is shown as the gazetteer has it.
      const name = given.place.name === "A place" ? given.place.name : view.place.name;
      expect({ ...content(view), externalId: null }).toEqual({ ...content(given), externalId: null, place: { ...given.place, name } });
    }
  });
});
