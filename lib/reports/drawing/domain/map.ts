import type { RegionMap } from "@/lib/map/domain/district";
import { drawnAt, isInFrame, lengthOf, projected } from "@/lib/map/domain/projection";
import type { MapBlock, MapPoint } from "../../domain/document";
import { drawing, paper, shape } from "./svg";

/** The points that the drawing has room for, and those that lie outside of it. */
export function pointsIn({ frame }: Pick<RegionMap, "frame">, points: readonly MapPoint[]): { readonly inside: readonly MapPoint[]; readonly outside: readonly MapPoint[] } {
  const isInside = (point: MapPoint): boolean => isInFrame(frame, projected(frame, point));
  return { inside: points.filter(isInside), outside: points.filter((point) => !isInside(point)) };
}

/** The region with the points of a report, each with the circle that its precision allows, and its districts hatched by a darker line. */
export function drawMap(block: MapBlock, map: RegionMap): string {
  const named = new Set(block.districts.map(({ code }) => code));
  const outlines = map.districts.map(({ code, path }) => shape("path", { d: path, fill: named.has(code) ? paper.faint : "#ffffff", "fill-rule": "evenodd", stroke: named.has(code) ? paper.ink : paper.line, "stroke-width": named.has(code) ? 1.25 : 0.5 }));
  const points = pointsIn(map, block.points).inside.flatMap((point) => {
    const { x, y } = drawnAt(map.frame, point);
    const radius = point.radiusMetres === null ? 0 : lengthOf(map.frame, point.radiusMetres, point.lat);
    const circle = radius > 4 ? [shape("circle", { cx: x, cy: y, r: radius, fill: paper.bar, "fill-opacity": 0.12, stroke: paper.bar, "stroke-width": 0.5, "stroke-dasharray": "3 2" })] : [];
    return [...circle, shape("circle", { cx: x, cy: y, r: 3, fill: "#ffffff", "fill-opacity": 0.85, stroke: paper.ink, "stroke-width": 1 }), shape("circle", { cx: x, cy: y, r: 1, fill: paper.ink })];
  });
  return drawing(map.frame, [
    shape("path", { d: map.land, fill: paper.land, "fill-rule": "evenodd", stroke: paper.line, "stroke-width": 0.75 }),
    ...outlines,
    shape("path", { d: map.lakes, fill: paper.water, "fill-rule": "evenodd", stroke: paper.line, "stroke-width": 0.5 }),
    ...points,
  ]);
}
