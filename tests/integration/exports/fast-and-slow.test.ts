import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { truceColumns, truceRow, sourceOf } from "@/lib/exports/domain";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { redactForExport, scopeOf } from "@/lib/incidents/policy";
import { streamIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { csvText } from "@/lib/server/csv-text";
import { fillDatabase } from "@/lib/synth/service";
import { theAccount } from "../../support/accounts";
import type { DemoAccount } from "../../support/api";
import { exportedText } from "../../support/exported";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { must } from "../../support/incident-world";
import { logIncident } from "@/lib/incidents/service";
import { loadReferenceData } from "../../support/reference-data";

const accounts: readonly DemoAccount[] = ["viewer", "analyst", "analyst2", "reviewer", "auditor", "admin"];
const ownerUrl = (): string => process.env["DATABASE_URL"] ?? "";

beforeAll(async () => {
  await loadReferenceData();
  must(await fillDatabase({ incidents: 400, seed: 7, isDemo: true, isForced: false, ownerUrl: ownerUrl(), report: () => undefined }));
  await logOddOnes();
});

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.stringMatching(/^'{0,2}[=+\-@]?[-0-9.,a"\n;' ]{0,12}$/), fc.constantFrom("-5", "'-5", "=1+1", "+374", "\"", "a,b", "x\r\ny", "Փառուխ", "Şuşa", "Шуша"))
  .filter((value) => !value.includes("\u0000") && value.isWellFormed());
const degrees = fc.oneof(fc.double({ min: -89, max: 89, noNaN: true }), fc.constantFrom(0, 0.0000001, -0.00001, 40.06, -12.5, 1e-7, 45));
const stances = ["ALLEGED_BY", "DENIED_BY", "FOUND_BY", "ADMITTED_BY"] as const;
const speakers = ["AZ_MOD", "AM_MOD", "RU_MOD", "ICJ", "NK"] as const;
const count = fc.record({ outcome: fc.constantFrom("KILLED", "INJURED", "CAPTURED", "DISPLACED"), status: fc.constantFrom("CIVILIAN", "COMBATANT"), side: fc.constantFrom("AZ", "NK"), best: fc.option(fc.nat(9)), low: fc.constant(0), high: fc.constant(9) });
const record = fc.record({
  title: text.map((value) => `${value.trim()}abc`), narrative: text, occurred: fc.record({ start: fc.constantFrom("2021-02-03", "2024-02-29"), end: fc.constantFrom(null, "2024-03-01") }),
  place: fc.record({ name: text.map((value) => `${value.trim()}p`), lat: degrees, lon: degrees, precision: fc.constantFrom("L2_SETTLEMENT", "L7_COUNTRY") }), obligations: fc.constant([]),
  claims: fc.array(fc.record({ stance: fc.constantFrom(...stances), speaker: fc.constantFrom(...speakers), against: fc.constantFrom(null, "AZ", "AM"), source: fc.constantFrom(null, 1, 2, 3) }), { maxLength: 6 }),
  casualties: fc.array(count, { maxLength: 4 }), sources: fc.constantFrom([], [4], [5, 2]), sensitivity: fc.constantFrom("S0_PUBLIC", "S1_INTERNAL", "S2_RESTRICTED", "S3_SOURCE_PROTECTED"),
  observations: fc.array(fc.record({ kind: fc.constant("SHOT"), means: fc.constant("HEARD"), countBest: fc.option(fc.nat(50)), countUnit: fc.constantFrom(null, "BURST") }), { maxLength: 2 }),
});

/** Records that no person would write, of both teams. */
async function logOddOnes(): Promise<void> {
  for (const over of fc.sample(record, { seed: 11, numRuns: 60 })) must(await logIncident(await theAccount(over.title.length % 2 === 0 ? "analyst" : "analyst2"), anIncidentInput(over), fixedNow));
}

/** What the slow way makes of the same list: each record by the product's own reading, redacted by policy, then as a row. */
async function slowly(actor: Actor, query: string): Promise<{ views: IncidentView[]; lines: string[] }> {
  const units = new Map((await db().unit.findMany()).map((unit) => [unit.code, unit.name]));
  const sources = new Map((await db().source.findMany({ select: { id: true, url: true, publisher: true, publishedOn: true, reliability: true } })).map(({ id, ...facts }) => [id, facts]));
  const scope = scopeOf(actor);
  const views: IncidentView[] = [];
  for await (const records of streamIncidents(scope, must(filterFromSearchParams(new URLSearchParams(query))))) views.push(...records.map((entry) => redactForExport(scope, entry)));
  const lines = views.map((view) => {
    const source = sourceOf(view);
    const row = truceRow(view, { unitName: view.place.unit === null ? null : (units.get(view.place.unit) ?? null), source: source === null ? null : (sources.get(source) ?? null) });
    return csvText([truceColumns.map((column) => row[column])]);
  });
  return { views, lines };
}

describe("the fast way out", () => {
  it.each(accounts)("gives the %s, line by line, what policy makes of each record", async (name) => {
    const actor = await theAccount(name);
    const { lines } = await slowly(actor, "");
    expect(lines.length).toBeGreaterThan(300);
    const whole = await exportedText(actor, "csv", "sort=-occurred");
    expect(whole.slice(whole.indexOf("\r\n") + 2)).toBe(lines.join(""));
  });

  it.each(accounts)("gives the %s each record whole as the API has it", async (name) => {
    const actor = await theAccount(name);
    const { views } = await slowly(actor, "");
    const got = (await exportedText(actor, "ndjson", "sort=-occurred")).trimEnd().split("\n").map((line): unknown => JSON.parse(line));
    expect(got).toEqual(views.map((view): unknown => JSON.parse(JSON.stringify(view))));
  });

  it.each(["type=CH01&sort=occurred", "party=AZ&verification=V1_CLAIM&sort=-occurred", "q=mortar&sort=-occurred", "from=2021-03-01&to=2023-01-01&bbox=45,39,47.5,41&sort=-occurred", "workflow=DRAFT&workflow=RETRACTED&sort=occurred", "obligation=NK2020-1a&unit=AZE-1739&sort=-occurred"])(
    "follows %s as the list does, for each role",
    async (query) => {
      for (const name of accounts) {
        const actor = await theAccount(name);
        const { lines } = await slowly(actor, query);
        const whole = await exportedText(actor, "csv", query);
        expect(whole.slice(whole.indexOf("\r\n") + 2)).toBe(lines.join(""));
      }
    },
  );

  it("puts records in the order of their numbers unless it is asked to sort", async () => {
    const ids = (await exportedText(await theAccount("reviewer"), "ndjson")).trimEnd().split("\n").map((line) => (JSON.parse(line) as { id: number }).id);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });
});
