import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { readersOfPlace } from "@/lib/incidents/filter/queries";
import { selectedParts } from "@/lib/incidents/page/queries";
import type { IncidentScope } from "@/lib/incidents/policy";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { conditionSql, incidentAt } from "@/lib/incidents/statement/queries";
import { understood } from "@/lib/incidents/words/queries";
import type { BinLevel } from "../../domain/bin";
import type { CountedPlaces } from "../domain";
import type { MapLayer } from "../schema";

type Marks = { readonly level: BinLevel; readonly layer: MapLayer };

/** The records that list, count and export mean by the filter, counted by their marks on the reader's map. */
export async function countSelected(scope: IncidentScope, filter: IncidentFilter, marks: Marks): Promise<CountedPlaces[]> {
  return db().$queryRaw<CountedPlaces[]>(countedSql(scope, await understood(scope, filter), marks));
}

/** The statement of `countSelected`. A record bears one mark for one reader: that of its place, or what stands for it, or none (`-`). */
export function countedSql(scope: IncidentScope, filter: IncidentFilter, { level, layer }: Marks): Prisma.Sql {
  const isOpen = conditionSql(readersOfPlace(scope).open, incidentAt("i"));
  const ofLayer = layer === "points" ? Prisma.sql` AND i.map_bin15 IS NOT NULL AND ${isOpen}` : Prisma.empty;
  const marks = Prisma.sql`CASE WHEN ${isOpen} THEN i.${Prisma.raw(`map_bin${level}`)} END AS bin, CASE WHEN ${isOpen} THEN i.map_area ELSE i.public_area END AS area, i.lat, i.lon`;
  const parts = selectedParts(scope, filter).map((part) => Prisma.sql`SELECT ${marks} FROM incident i WHERE ${part}${ofLayer}`);
  return Prisma.sql`
    SELECT coalesce(bin, -1) AS bin, CASE WHEN bin IS NULL THEN coalesce(area, '-') ELSE '' END AS area, count(*)::int AS records,
           CASE WHEN bin IS NULL THEN 0 ELSE avg(lat) END AS lat, CASE WHEN bin IS NULL THEN 0 ELSE avg(lon) END AS lon
      FROM (${Prisma.join(parts, " UNION ALL ")}) marked
     GROUP BY bin, area`;
}
