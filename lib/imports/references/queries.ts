import type { SpeakerKind } from "@/lib/codelists/speaker-kind";
import { db } from "@/lib/db/client";
import { spokenForms } from "@/lib/incidents/domain/place-name";
import { placeLabel, type PlaceNameForm } from "@/lib/places/domain";
import type { ImportReferences } from "../domain/plan";
import type { KnownPlace, KnownSpeaker } from "../staging/domain";

/** All names that a file's cells can stand for, read once for a run. */
export type NamesOnFile = {
  readonly references: ImportReferences;
  readonly speaker: (code: string) => KnownSpeaker | undefined;
  readonly place: (name: string, unit: string | null) => KnownPlace | undefined;
  /** Every form of a place's name. */
  readonly formsOf: (placeId: number) => readonly string[];
};

/** Reads speakers, units, places and obligations. They are short lists: a few thousand names at most. */
export async function readNamesOnFile(readOn: string): Promise<NamesOnFile> {
  const [speakers, units, places, obligations] = await Promise.all([
    db().speaker.findMany({ select: { code: true, name: true, side: true, rootGroup: true, kind: true, isParty: true }, orderBy: { code: "asc" } }),
    db().unit.findMany({ select: { code: true, name: true }, orderBy: { code: "asc" } }),
    db().place.findMany({ select: { id: true, unitCode: true, kind: true, names: { select: { lang: true, script: true, usage: true, form: true }, orderBy: { id: "asc" } } }, orderBy: { id: "asc" } }),
    db().obligation.findMany({ select: { code: true }, orderBy: { code: "asc" } }),
  ]);
  const bySpeaker = new Map(speakers.map(({ code, kind, ...speaker }) => [code, { ...speaker, kind: kind as SpeakerKind }]));
  const forms = new Map(places.map((place) => [place.id, place.names.map((name) => name.form)]));
  return {
    references: {
      speakers: speakers.map(({ code, name, side, isParty }) => ({ code, name, side, isParty })),
      units,
      places: places.map((place) => ({ id: place.id, forms: forms.get(place.id) ?? [], unit: place.unitCode })),
      obligations: obligations.map((row) => row.code),
      readOn,
    },
    speaker: (code) => bySpeaker.get(code),
    place: placeFinder(places),
    formsOf: (placeId) => forms.get(placeId) ?? [],
  };
}

type PlaceRow = { id: number; unitCode: string | null; kind: string; names: readonly PlaceNameForm[] };

/** The place that a written name stands for, as for a record that is logged by hand; a name that fits several, even within the unit, stands for none. */
function placeFinder(places: readonly PlaceRow[]): NamesOnFile["place"] {
  const labelled = places.map((place) => ({ ...place, label: placeLabel(place.names) }));
  const byForm = new Map<string, (typeof labelled)[number][]>();
  for (const place of labelled) {
    for (const form of new Set(place.names.map((name) => name.form.toLowerCase()))) byForm.set(form, [...(byForm.get(form) ?? []), place]);
  }
  return (name, unit) => {
    const rows = [...new Set(spokenForms(name).flatMap((form) => byForm.get(form.toLowerCase()) ?? []))];
    const whole = rows.filter((row) => row.label.toLowerCase() === name.trim().toLowerCase());
    const near = rows.length > 1 && unit !== null ? rows.filter((row) => row.unitCode === unit) : rows;
    const [only, ...others] = whole.length === 1 ? whole : near;
    return only && others.length === 0 ? { id: only.id, unitCode: only.unitCode, kind: only.kind, label: only.label || name, forms: only.names.map((entry) => entry.form) } : undefined;
  };
}
