import type { Tx } from "@/lib/db/transaction";
import { placeLabel } from "@/lib/places/domain";
import { spokenForms } from "../../domain/place-name";

/** A place on file, with its name as it is shown and every form of it. */
export type KnownPlace = { id: number; unitCode: string | null; kind: string; label: string; forms: string[] };

type Named = { name: string | null; unit: string | null };

/** The place on file that the name stands for, by any form of it; a name that fits several, even within the unit, stands for none. */
export async function placeNamed(tx: Tx, { name, unit }: Named): Promise<KnownPlace | undefined> {
  if (name === null) return undefined;
  const rows = await tx.place.findMany({
    where: { names: { some: { OR: spokenForms(name).map((form) => ({ form: { equals: escaped(form), mode: "insensitive" as const } })) } } },
    select: { id: true, unitCode: true, kind: true, names: { select: { lang: true, script: true, usage: true, form: true } } },
    take: 20,
  });
  // "Kalbajar district / Karvachar" is one place, though a town of that district is called Karvachar as well.
  const whole = rows.filter((row) => placeLabel(row.names).toLowerCase() === name.trim().toLowerCase());
  const near = rows.length > 1 && unit !== null ? rows.filter((row) => row.unitCode === unit) : rows;
  const [only, ...others] = whole.length === 1 ? whole : near;
  if (!only || others.length > 0) return undefined;
  return { id: only.id, unitCode: only.unitCode, kind: only.kind, label: placeLabel(only.names) || name, forms: only.names.map((entry) => entry.form) };
}

/** The same for every name that the lines of a record give, each looked up once. */
export async function placesNamed(tx: Tx, names: readonly (string | null)[]): Promise<Map<string, KnownPlace>> {
  const known = new Map<string, KnownPlace>();
  for (const name of new Set(names.filter((one) => one !== null))) {
    const place = await placeNamed(tx, { name, unit: null });
    if (place) known.set(name, place);
  }
  return known;
}

/** Prisma compares without regard to case by ILIKE, where `%`, `_` and `\` mean something. */
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
