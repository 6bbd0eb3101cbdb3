import type { Tx } from "@/lib/db/transaction";
import type { PlaceInput, UnitInput } from "./schema";

/** Inserts a unit of the basemap; false where its code is taken. */
export async function insertUnit(tx: Tx, input: UnitInput): Promise<boolean> {
  return (await tx.unit.createMany({ data: [input], skipDuplicates: true })).count === 1;
}

export const unitExists = async (tx: Tx, code: string): Promise<boolean> => (await tx.unit.count({ where: { code } })) === 1;

/** Inserts a place with all its name forms; undefined where its key is taken. */
export async function insertPlace(tx: Tx, { unit, names, ...input }: PlaceInput): Promise<{ id: number } | undefined> {
  const [row] = await tx.place.createManyAndReturn({ data: [{ ...input, unitCode: unit }], skipDuplicates: true, select: { id: true } });
  if (row) await tx.placeName.createMany({ data: names.map((name) => ({ ...name, placeId: row.id })), skipDuplicates: true });
  return row;
}
