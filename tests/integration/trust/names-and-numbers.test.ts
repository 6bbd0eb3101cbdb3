// Trust rules 1 and 11 on the demonstration data: what stands beside a number, and both names of a place.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { createElement } from "react";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as board } from "@/app/api/v1/board/route";
import { GET as exportCsv } from "@/app/api/v1/export.csv/route";
import { GET as atomFeed } from "@/app/api/v1/feeds/incidents.atom/route";
import { GET as list } from "@/app/api/v1/incidents/route";
import { CasualtyTable } from "@/components/incidents/record/casualty-table";
import { sourceIdsOf } from "@/components/incidents/record/record-names";
import { rowFactsOf } from "@/components/incidents/list/row-facts";
import { observationKindLabel } from "@/lib/codelists/observation";
import { verificationCodes } from "@/lib/codelists/verification";
import { findObligation, getBoard } from "@/lib/compliance/queries";
import { db } from "@/lib/db/client";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { namesIn } from "@/lib/incidents/names/queries";
import { incidentInput } from "@/lib/incidents/schema";
import { logIncident } from "@/lib/incidents/service";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { placeForms, placeLabel, type PlaceNameForm } from "@/lib/places/domain";
import { theAccount } from "../../support/accounts";
import { send } from "../../support/api";
import { textLike } from "../../support/evidence-builders";
import { fixedNow } from "../../support/incident-builders";
import { must } from "../../support/incident-world";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData, 120_000);

const days = ["2020-12-16", "2022-12-20", "2023-09-21", "2026-11-24"].map(calendarDate);
const everyIncident = async (): Promise<IncidentView[]> => (await send(list, { as: "viewer", path: "/incidents?limit=500", expected: 200 })).body["items"] as IncidentView[];
const figures = (row: { low: number | null; best: number | null; high: number | null }): number[] => [row.low, row.best, row.high].filter((figure) => figure !== null);

describe("trust rule 1: beside a public number stand its source, its day, its unit and its level", () => {
  it("beside each count of casualties of a record, in what its page draws", async () => {
    const counted = (await everyIncident()).filter((incident) => incident.casualties.length > 0);
    expect(counted.length).toBeGreaterThan(10);
    for (const incident of counted) {
      const names = await namesIn(incident);
      const html = renderToStaticMarkup(createElement(CasualtyTable, { incident, names }));
      const rows = html.split("<tr").slice(2);
      expect(rows).toHaveLength(incident.casualties.length);
      for (const [index, row] of incident.casualties.entries()) {
        const drawn = (rows[index] ?? "").replaceAll(/<[^>]+>/g, " ");
        for (const figure of figures(row)) expect(drawn, `${incident.reference}`).toContain(figure.toLocaleString("en-GB"));
        // Where the count names none of its own, it is one of the record's, which the same page lists.
        const named = row.source === null ? sourceIdsOf(incident).map((id) => names.sources.get(id)?.publisher) : [names.sources.get(row.source)?.publisher];
        expect(named.length, `${incident.reference}: a count without a source`).toBeGreaterThan(0);
        for (const publisher of named) expect(publisher).toBeTruthy();
        expect(drawn).toContain(row.source === null ? "One of the record’s sources" : named[0]?.replaceAll("&", "&amp;").replaceAll("'", "&#x27;"));
        expect(drawn, `${incident.reference}`).toMatch(/Killed|Injured|Missing|Captured|Detained|Displaced/);
      }
      // The level and the day stand at the head of the same page.
      expect(verificationCodes).toContain(incident.verification);
      expect(incident.occurred.start).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("beside each observation its unit", async () => {
    const counted = (await everyIncident()).flatMap((incident) => incident.observations.filter((row) => row.countBest !== null));
    expect(counted.map((row) => row.countUnit ?? row.kind).filter((unit) => observationKindLabel(unit) === unit)).toEqual([]);
  });

  it("beside each figure that is compared with a limit", async () => {
    let seen = 0;
    for (const { code } of (await getBoard({ asOf: calendarDate("2026-11-24") })).items) {
      for (const asOf of days) {
        const view = await findObligation(code, { asOf, knownAt: undefined });
        for (const figure of view?.quantities.flatMap((quantity) => quantity.reported) ?? []) {
          seen++;
          expect(figure, `${code} on ${asOf}`).toMatchObject({ on: textLike(/^\d{4}-\d{2}-\d{2}$/), unit: textLike(/./), reportedBy: textLike(/./), verification: textLike(/^V/), reference: textLike(/./) });
        }
      }
    }
    expect(seen).toBeGreaterThan(3);
  }, 120_000);

  it("and the board says for which day, by what was known when, and by which rules its counts of records are", async () => {
    for (const asOf of days) {
      const { body } = await send(board, { as: "viewer", path: `/board?asOf=${asOf}&knownAt=${asOf}`, expected: 200 });
      expect(body).toMatchObject({ asOf, knownAt: textLike(new RegExp(`^${asOf}`)), ruleVersion: textLike(/./) });
      for (const item of body["items"] as { because: { rule: string; verification?: string; reference?: string; recordId?: unknown }[] }[]) {
        for (const reason of item.because.filter((entry) => entry.recordId !== undefined)) expect(reason).toMatchObject({ reference: textLike(/./), verification: textLike(/^V/) });
      }
    }
  });
});

describe("trust rule 11: a place has both forms of its name wherever it is shown, in an order that accuses nobody", () => {
  const form = fc.record({ lang: fc.constant("en"), script: fc.constant("Latn"), usage: fc.constantFrom("AZERBAIJANI", "ARMENIAN"), form: fc.stringMatching(/^[A-Z][a-z]{1,8}$/) });

  it("in one order, whichever form was kept first", () => {
    fc.assert(fc.property(fc.array(form, { maxLength: 6 }), (names: PlaceNameForm[]) => {
      expect(placeLabel(names.toReversed())).toBe(placeLabel(names));
    }));
  });

  it("in list, record, CSV and feed", async () => {
    const withPlace = await db().incident.findMany({ where: { workflow: "PUBLISHED", placeId: { not: null }, internalFields: { isEmpty: true } }, select: { id: true, place: { select: { names: { select: { lang: true, script: true, usage: true, form: true } } } } } });
    const twoNamed = withPlace.map(({ id, place }) => ({ id, forms: placeForms(place?.names ?? []) })).filter(({ forms }) => forms.length > 1);
    expect(twoNamed.length).toBeGreaterThan(10);
    const items = await everyIncident();
    const rows: Record<string, string>[] = parse((await send(exportCsv, { as: "viewer", path: "/export.csv", expected: 200 })).text, { columns: true });
    const atom = (await send(atomFeed, { as: "viewer", path: "/feeds/incidents.atom?limit=500", expected: 200 })).text;
    for (const { id, forms } of twoNamed) {
      const both = forms.join(" / ");
      const item = items.find((entry) => entry.id === id);
      expect(item?.place.name).toBe(both);
      expect(item && rowFactsOf(item, { speakers: new Map(), units: new Map() }).place.name).toBe(both);
      expect(rows.find((row) => row["external_id"] === (item?.externalId ?? item?.reference))?.["location_name"]).toBe(both);
      expect(atom.split("<entry>").find((entry) => entry.includes(`incident:${id}<`))).toContain(both);
      expect(forms).toEqual(forms.toSorted(new Intl.Collator("en").compare));
    }
  });

  it("whoever is accused, and by whichever form the place was written", async () => {
    const analyst = await theAccount("analyst");
    const place = await db().place.findFirstOrThrow({ where: { names: { some: { usage: "ARMENIAN", lang: "en" } }, AND: [{ names: { some: { usage: "AZERBAIJANI", lang: "en" } } }] }, select: { names: { select: { lang: true, script: true, usage: true, form: true } } } });
    const shown = new Set<string | null>();
    for (const name of placeForms(place.names)) for (const [speaker, against] of [["AZ", "AM"], ["AM", "AZ"]]) {
      const input = incidentInput.parse({ type: "CH04", title: "Fire reported", occurred: { start: "2022-03-25" }, place: { name, precision: "L2_SETTLEMENT" }, claims: [{ stance: "ALLEGED_BY", speaker, against }] });
      const { id } = must(await logIncident(analyst, input, fixedNow));
      shown.add((await findIncident(scopeOf(analyst), id))?.place.name ?? null);
    }
    expect([...shown]).toEqual([placeLabel(place.names)]);
  });
});
