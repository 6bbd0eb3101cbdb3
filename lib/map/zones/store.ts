import type { Tx } from "@/lib/db/transaction";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { ZoneInput } from "./schema";

export type ZoneReferences = { readonly obligationId: number; readonly placeIds: readonly number[] };

/** The rows that a zone names; the name of the first one that there is not. */
export async function findReferences(tx: Tx, { obligation, shape }: ZoneInput): Promise<ZoneReferences | { missing: string }> {
  const duty = await tx.obligation.findUnique({ where: { code: obligation }, select: { id: true } });
  if (!duty) return { missing: `obligation ${obligation}` };
  if (shape.kind === "UNIT") return (await tx.unit.count({ where: { code: shape.unit } })) === 1 ? { obligationId: duty.id, placeIds: [] } : { missing: `unit ${shape.unit}` };
  const places = new Map((await tx.place.findMany({ where: { key: { in: shape.places } }, select: { id: true, key: true } })).map((place) => [place.key, place.id]));
  const missing = shape.places.find((key) => !places.has(key));
  if (missing !== undefined) return { missing: `place ${missing}` };
  return { obligationId: duty.id, placeIds: shape.places.flatMap((key) => places.get(key) ?? []) };
}

/** Inserts a zone with its way; false where its key is taken. */
export async function insertZone(tx: Tx, { key, title, validFrom, validTo, basis, confidence, shape }: ZoneInput, { obligationId, placeIds }: ZoneReferences): Promise<boolean> {
  const [row] = await tx.obligationZone.createManyAndReturn({
    data: [
      {
        key, obligationId, title, basis, confidence,
        unitCode: shape.kind === "UNIT" ? shape.unit : null,
        widthMetres: shape.kind === "WAY" ? shape.widthMetres : null,
        validFrom: toStoredDay(calendarDate(validFrom)),
        validTo: validTo === null ? null : toStoredDay(calendarDate(validTo)),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (row) await tx.obligationZonePlace.createMany({ data: placeIds.map((placeId, position) => ({ zoneId: row.id, position, placeId })) });
  return row !== undefined;
}
