import { db } from "@/lib/db/client";
import { placeForms, placeLabel } from "@/lib/places/domain";

export type CodeChoice = { code: string; label: string };
export type FormChoices = {
  places: { id: number; label: string; forms: string[]; unit: string | null; lat: number; lon: number }[];
  units: CodeChoice[];
  speakers: CodeChoice[];
  obligations: CodeChoice[];
  sources: { id: number; label: string }[];
};

const alphabetical = new Intl.Collator("en");
const byLabel = (a: { label: string }, b: { label: string }): number => alphabetical.compare(a.label, b.label);

/** What the form offers to choose from: reference data that everybody may read. */
export async function listFormChoices(): Promise<FormChoices> {
  const [places, units, speakers, obligations, sources] = await Promise.all([listPlaceChoices(), listUnits(), listSpeakers(), listObligations(), listSourceChoices()]);
  return { places, units, speakers, obligations, sources };
}

async function listPlaceChoices(): Promise<FormChoices["places"]> {
  const rows = await db().place.findMany({
    select: { id: true, unitCode: true, lat: true, lon: true, names: { select: { lang: true, script: true, usage: true, form: true }, orderBy: { id: "asc" } } },
    take: 2000,
  });
  return rows
    .map((row) => ({ id: row.id, label: placeLabel(row.names), forms: [...new Set([...placeForms(row.names), ...row.names.map((name) => name.form)])], unit: row.unitCode, lat: row.lat, lon: row.lon }))
    .sort(byLabel);
}

/** Units of the basemap by name; the country tells namesakes apart. */
export async function listUnits(): Promise<CodeChoice[]> {
  const rows = await db().unit.findMany({ select: { code: true, name: true, country: true }, take: 2000 });
  return rows.map((row) => ({ code: row.code, label: `${row.name} (${row.country})` })).sort(byLabel);
}

/** Everybody who may be named as a speaker of a new claim. */
export async function listSpeakers(): Promise<CodeChoice[]> {
  const rows = await db().speaker.findMany({ where: { retiredAt: null }, select: { code: true, name: true }, take: 500 });
  return rows.map((row) => ({ code: row.code, label: row.name })).sort(byLabel);
}

/** Sides that a claim can be made against or that a speaker speaks for. */
export async function listParties(): Promise<CodeChoice[]> {
  const rows = await db().speaker.findMany({ where: { isParty: true }, select: { code: true, name: true }, take: 100 });
  return rows.map((row) => ({ code: row.code, label: row.name })).sort(byLabel);
}

export async function listObligations(): Promise<CodeChoice[]> {
  const rows = await db().obligation.findMany({ select: { code: true, title: true }, orderBy: [{ agreementId: "asc" }, { position: "asc" }], take: 500 });
  return rows.map((row) => ({ code: row.code, label: row.title }));
}

async function listSourceChoices(): Promise<FormChoices["sources"]> {
  const rows = await db().source.findMany({ select: { id: true, publisher: true, title: true, publishedOn: true }, take: 5000 });
  return rows.map((row) => ({ id: row.id, label: [row.publisher, row.title, row.publishedOn].filter((part) => part !== null).join(", ") })).sort(byLabel);
}
