import { db } from "@/lib/db/client";
import { placeLabel } from "@/lib/places/domain";
import { mapDrawing } from "../drawing/queries";
import type { Toponym } from "../domain/drawing";
import { drawnAt, isInFrame } from "../domain/projection";
import { placedToponyms } from "../domain/toponyms";
import type { MapNames } from "../domain/words";

/** Cities and towns find room before smaller places. Outlines stand for districts. */
const rankOf: Readonly<Record<string, number>> = { CITY: 0, TOWN: 1, SETTLEMENT: 2, VILLAGE: 3, FEATURE: 4 };
const unitKinds: readonly string[] = ["DISTRICT", "AUTONOMOUS_REPUBLIC"];
const most = 2000;

export type MapPlaces = { readonly toponyms: readonly Toponym[]; readonly names: MapNames };

/** Our own names, both forms of each in alphabetical order: on the map where there is room, and for what the marks are called. */
export async function listMapPlaces(): Promise<MapPlaces> {
  const rows = await db().place.findMany({ select: { kind: true, unitCode: true, lat: true, lon: true, names: { select: { lang: true, script: true, usage: true, form: true } } }, orderBy: { id: "asc" }, take: most });
  const { frame } = mapDrawing();
  const places = rows.map(({ names, ...row }) => ({ ...row, label: placeLabel(names) }));
  const points = places.filter(({ kind }) => !unitKinds.includes(kind));
  return {
    toponyms: placedToponyms(points.map((place) => ({ ...drawnAt(frame, place), label: place.label, rank: rankOf[place.kind] ?? 5 })).filter((point) => isInFrame(frame, point))),
    names: { places: points.map(({ lat, lon, label }) => ({ lat, lon, label })), units: Object.fromEntries(unitNames(places)) },
  };
}

/** What districts are called: by our own names, both forms of each, or by those of the basemap. */
export async function listUnitNames(): Promise<ReadonlyMap<string, string>> {
  const rows = await db().place.findMany({ where: { kind: { in: [...unitKinds] } }, select: { kind: true, unitCode: true, names: { select: { lang: true, script: true, usage: true, form: true } } }, orderBy: { id: "asc" }, take: most });
  return unitNames(rows.map(({ names, ...row }) => ({ ...row, label: placeLabel(names) })));
}

const unitNames = (places: readonly { kind: string; unitCode: string | null; label: string }[]): Map<string, string> =>
  new Map([
    ...mapDrawing().units.map(({ code, name }): [string, string] => [code, name]),
    ...places.flatMap(({ kind, unitCode, label }): [string, string][] => (unitKinds.includes(kind) && unitCode !== null ? [[unitCode, label]] : [])),
  ]);
