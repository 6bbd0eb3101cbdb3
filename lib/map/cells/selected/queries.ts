import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { onMap, readersOfPlace, selected } from "@/lib/incidents/filter/queries";
import type { IncidentScope } from "@/lib/incidents/policy";
import type { IncidentFilter } from "@/lib/incidents/schema";
import type { BinLevel } from "../../domain/bin";
import type { CountedPlaces } from "../domain";
import type { MapLayer } from "../schema";

type Where = Prisma.IncidentWhereInput;

const binColumn = { 9: "mapBin9", 11: "mapBin11", 13: "mapBin13", 15: "mapBin15" } as const satisfies Record<BinLevel, string>;

/** The records that list, count and export mean by the filter, counted by their marks on the reader's map. */
export async function countSelected(scope: IncidentScope, filter: IncidentFilter, { level, layer }: { level: BinLevel; layer: MapLayer }): Promise<CountedPlaces[]> {
  const where = selected(scope, filter);
  const { open, withheld } = readersOfPlace(scope);
  const points = countPoints({ AND: [where, open] }, level);
  if (layer === "points") return points;
  const lines = await Promise.all([points, countAreas({ AND: [where, open] }), withheld === undefined ? [] : countStandIns({ AND: [where, withheld] }), countElsewhere(scope, where)]);
  return lines.flat();
}

async function countPoints(where: Where, level: BinLevel): Promise<CountedPlaces[]> {
  const column = binColumn[level];
  const rows = await db().incident.groupBy({ by: [column], where: { AND: [where, { mapBin15: { not: null } }] }, _count: { _all: true }, _avg: { lat: true, lon: true } });
  return rows.map((row) => ({ bin: row[column] ?? -1, area: "", records: row._count._all, lat: row._avg.lat ?? 0, lon: row._avg.lon ?? 0 }));
}

const inArea = (area: string | null, records: number): CountedPlaces => ({ bin: -1, area: area ?? "-", records, lat: 0, lon: 0 });

async function countAreas(where: Where): Promise<CountedPlaces[]> {
  const rows = await db().incident.groupBy({ by: ["mapArea"], where: { AND: [where, { mapArea: { not: null } }] }, _count: { _all: true } });
  return rows.map((row) => inArea(row.mapArea, row._count._all));
}

async function countStandIns(where: Where): Promise<CountedPlaces[]> {
  const rows = await db().incident.groupBy({ by: ["publicArea"], where: { AND: [where, { publicArea: { not: null } }] }, _count: { _all: true } });
  return rows.map((row) => inArea(row.publicArea, row._count._all));
}

const countElsewhere = async (scope: IncidentScope, where: Where): Promise<CountedPlaces[]> => [inArea(null, await db().incident.count({ where: { AND: [where, { NOT: onMap(scope) }] } }))];
