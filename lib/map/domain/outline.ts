import type { DrawingPoint } from "./projection";

type Ring = readonly DrawingPoint[];

/**
 * Rings of a shape as a compact SVG path of straight lines: rounded to the grid, without repeated points.
 * A ring that collapses on the grid is left out.
 */
export function pathOf(rings: readonly Ring[], grid: number): string {
  const round = (value: number): number => Math.round(Math.round(value / grid) * grid * 100) / 100;
  return rings.map((ring) => ringPath(ring, round)).join("");
}

function ringPath(ring: Ring, round: (value: number) => number): string {
  const points: string[] = [];
  for (const { x, y } of ring) {
    const point = `${round(x)},${round(y)}`;
    if (points.at(-1) !== point) points.push(point);
  }
  if (points.length > 1 && points[0] === points.at(-1)) points.pop();
  return points.length < 3 ? "" : `M${points.join("L")}Z`;
}

/** The rings of a path that `pathOf` wrote. */
export function ringsOf(path: string): DrawingPoint[][] {
  return path
    .split("M")
    .filter((part) => part !== "")
    .map((part) => part.replace("Z", "").split("L").map(pointOf));
}

function pointOf(text: string): DrawingPoint {
  const [x, y] = text.split(",").map(Number);
  return { x: x ?? Number.NaN, y: y ?? Number.NaN };
}

/** Whether a point is inside a path that `pathOf` wrote, by the even-odd rule: holes and enclaves count. */
export function contains(path: string, point: DrawingPoint): boolean {
  return ringsOf(path).reduce((inside, ring) => (crossesOddly(ring, point) ? !inside : inside), false);
}

function crossesOddly(ring: Ring, { x, y }: DrawingPoint): boolean {
  let odd = false;
  let before = ring.at(-1);
  for (const here of ring) {
    if (before && here.y > y !== before.y > y) {
      const crossing = here.x + ((y - here.y) / (before.y - here.y)) * (before.x - here.x);
      if (x < crossing) odd = !odd;
    }
    before = here;
  }
  return odd;
}
