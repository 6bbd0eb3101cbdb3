import { z } from "zod";
import { oneOf } from "@/lib/codelists/code-schema";
import { filterFromSearchParams, incidentFilter } from "@/lib/incidents/schema";
import { refuse, type Result } from "@/lib/kernel/result";

export const mapLayers = ["all", "points"] as const;
export type MapLayer = (typeof mapLayers)[number];

/** How a map is looked at, beside the list's filters. */
const view = z.object({
  zoom: z.coerce.number().min(0).max(22).default(8).meta({ description: "As web maps count it: 0 shows the earth in 256 pixels. Decides how large the cells are." }),
  layer: oneOf(mapLayers).default("all").meta({ description: "`points`: only records whose place is known to 10 km or better." }),
});

export const cellQuery = incidentFilter.safeExtend(view.shape);
export type CellQuery = z.infer<typeof cellQuery>;

/** The filters, the zoom and the layer that an address names. */
export function cellQueryFromSearchParams(params: URLSearchParams): Result<CellQuery> {
  const filter = filterFromSearchParams(params);
  if (!filter.ok) return filter;
  const parsed = view.safeParse({ zoom: params.get("zoom") ?? undefined, layer: params.get("layer") ?? undefined });
  if (parsed.success) return { ok: true, value: { ...filter.value, ...parsed.data } };
  return refuse({ kind: "invalid", errors: parsed.error.issues.map(({ path, code, message }) => ({ path: path.map(String).join("."), code, message })) });
}

export const cellAnswer = z.object({
  cells: z.array(
    z.object({
      id: z.string().meta({ description: "The filter `cell` finds its records." }),
      kind: z.enum(["POINTS", "UNIT", "AROUND"]).meta({ description: "Places in a bin; records known by a district or region; records known no better than by the surroundings of a point." }),
      unit: z.string().nullable(),
      lat: z.number().meta({ description: "The middle of the places, or of the area." }),
      lon: z.number(),
      count: z.int(),
    }),
  ),
  notOnMap: z.int().meta({ description: "Records of the same filters that a map has no mark for. With the cells' counts they make the list's count." }),
});
