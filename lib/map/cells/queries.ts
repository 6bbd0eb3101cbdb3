import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { IncidentFilter } from "@/lib/incidents/schema";
import type { IncidentScope } from "@/lib/incidents/policy";
import { reachSql } from "@/lib/incidents/tallies/queries";
import { type BinLevel, binsIn, type Box, coarsestLevel, countBins } from "../domain/bin";
import { levelAt } from "../domain/zoom-level";
import { anchorOfUnit } from "../drawing/queries";
import { type CountedPlaces, cellsOf, linesWithin, type MapCells } from "./domain";
import { countSelected } from "./selected/queries";
import type { CellQuery, MapLayer } from "./schema";

/**
 * The marks of a reader's map for the filter's records, and how many of them it has none for: together they are the list's count. Without
 * filters beside a box of whole bins they come from the counts that writers keep; with them the records themselves are counted.
 */
export async function listCells(scope: IncidentScope, { zoom, layer, ...filter }: CellQuery): Promise<MapCells> {
  const level = levelAt(zoom, filter.bbox);
  const kept = isNarrowedByBoxOnly(filter) ? await keptLines({ scope, level, layer }, filter.bbox) : undefined;
  return cellsOf(kept ?? (await countSelected(scope, filter, { level, layer })), level, anchorOfUnit);
}

const isNarrowedByBoxOnly = ({ from, to, type, unit, party, verification, workflow, obligation, q, cell, map, bbox, sort: _sort, cursor: _cursor, limit: _limit, ...rest }: IncidentFilter): boolean =>
  // A filter that is added to the list narrows the map too, from the day on which nobody thought of it here.
  [type, unit, party, verification, workflow, obligation, cell].every((values) => values.length === 0) &&
  [from, to, q === "" ? undefined : q, map, ...Object.values(rest)].every((value) => value === undefined || (Array.isArray(value) && value.length === 0)) &&
  (bbox === undefined || bbox.west <= bbox.east);

type Kept = { readonly scope: IncidentScope; readonly level: BinLevel; readonly layer: MapLayer };

async function keptLines({ scope, level, layer }: Kept, box: Box | undefined): Promise<CountedPlaces[] | undefined> {
  const levels: readonly (BinLevel | 0)[] = layer === "points" ? [level] : [level, 0];
  const lines = await db().$queryRaw<CountedPlaces[]>`
    SELECT bin, area, sum(records)::int AS records, coalesce(sum(lat_sum)::float8 / nullif(sum(records), 0) / 1e6, 0) AS lat, coalesce(sum(lon_sum)::float8 / nullif(sum(records), 0) / 1e6, 0) AS lon
      FROM map_bin_count
     WHERE (${Prisma.join(levels.map((kept) => inBoxOfLevel(kept, box)), " OR ")}) AND ${reachSql(scope, "map_bin_count")} AND is_stand_in <> (${isPlaceOpen(scope)})
     GROUP BY bin, area`;
  return box === undefined ? lines : linesWithin(lines, box, level);
}

/** Runs of bins, so many at most, that cover a box. */
const mostRuns = 48;

function inBoxOfLevel(level: BinLevel | 0, box: Box | undefined): Prisma.Sql {
  if (box === undefined) return Prisma.sql`(level = ${level}::smallint)`;
  const finest = level === 0 ? coarsestLevel : level;
  let coarse: number = finest;
  while (countBins(box, coarse) > mostRuns) coarse--;
  const shift = 2 * (finest - coarse);
  const runs = binsIn(box, coarse).map((number) => Prisma.sql`bin BETWEEN ${number << shift} AND ${((number + 1) << shift) - 1}`);
  return Prisma.sql`(level = ${level}::smallint AND (${Prisma.join(runs, " OR ")}))`;
}

/** `fieldOpen` of the place for the kept counts. */
function isPlaceOpen({ seesStaff, protectedFields, teamId }: IncidentScope): Prisma.Sql {
  if (!seesStaff) return Prisma.sql`mark = 0`;
  if (protectedFields === "ALL") return Prisma.sql`true`;
  return protectedFields === "TEAM" ? Prisma.sql`mark < 2 OR team_id = ${teamId}` : Prisma.sql`mark < 2`;
}
