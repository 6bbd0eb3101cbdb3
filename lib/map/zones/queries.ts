import { db } from "@/lib/db/client";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { placeLabel } from "@/lib/places/domain";
import type { ObligationZone, ZoneShape } from "./domain";

const most = 500;

/** Every zone on record, by the order of duties and days. Reference data, which everybody may read. */
export async function listZones(): Promise<ObligationZone[]> {
  const rows = await db().obligationZone.findMany({
    select: {
      key: true, title: true, unitCode: true, widthMetres: true, validFrom: true, validTo: true, basis: true, confidence: true,
      obligation: { select: { code: true } },
      places: { select: { place: { select: { lat: true, lon: true, names: { select: { lang: true, script: true, usage: true, form: true } } } } }, orderBy: { position: "asc" } },
    },
    orderBy: [{ obligation: { code: "asc" } }, { validFrom: "asc" }, { id: "asc" }],
    take: most,
  });
  return rows.map(({ obligation, unitCode, widthMetres, places, validFrom, validTo, ...zone }) => ({
    ...zone,
    obligation: obligation.code,
    validFrom: utcDayOf(validFrom),
    validTo: validTo === null ? null : utcDayOf(validTo),
    shape: shapeOf(unitCode, { widthMetres: widthMetres ?? 0, places: places.map(({ place: { lat, lon, names } }) => ({ lat, lon, label: placeLabel(names) })) }),
  }));
}

const shapeOf = (unit: string | null, way: Omit<Extract<ZoneShape, { kind: "WAY" }>, "kind">): ZoneShape => (unit === null ? { kind: "WAY", ...way } : { kind: "UNIT", unit });
