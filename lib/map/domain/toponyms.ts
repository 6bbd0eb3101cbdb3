import type { Toponym } from "./drawing";
import type { DrawingPoint } from "./projection";

export type NamedPoint = DrawingPoint & { readonly label: string; /** The lower, the sooner it gets room. */ readonly rank: number };

/** The magnifications, in pixels to a unit of the drawing, at which room is looked for anew: a phone first, then a screen, then closer. */
export const labelSteps = [0.37, 0.65, 1.3, 2.6, 5.2, 10.4] as const;

/** What a label takes in pixels: it stands right of its point. */
const letterWidth = 6.6;
const lineHeight = 17;
type Room = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const roomOf = ({ x, y, label }: NamedPoint, magnified: number): Room => {
  const [width, height] = [(label.length * letterWidth + 14) / magnified, lineHeight / magnified];
  return { left: x - 5 / magnified, right: x + width, top: y - height / 2, bottom: y + height / 2 };
};

const isFree = (room: Room, taken: readonly Room[]): boolean =>
  taken.every((other) => room.right < other.left || room.left > other.right || room.bottom < other.top || room.top > other.bottom);

/**
 * From which magnification on each name has room beside those that come before it. A name that has room once keeps it when the map is
 * magnified further, since all rooms shrink alike. One that never has room is left out: its record still says the name.
 */
export function placedToponyms(points: readonly NamedPoint[]): Toponym[] {
  const waiting = new Set(points.toSorted((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1)));
  const placed: (Toponym & NamedPoint)[] = [];
  for (const from of labelSteps) {
    const taken = placed.map((point) => roomOf(point, from));
    for (const point of waiting) {
      const room = roomOf(point, from);
      if (!isFree(room, taken)) continue;
      taken.push(room);
      placed.push({ ...point, from });
      waiting.delete(point);
    }
  }
  return placed.map(({ x, y, label, from }) => ({ x, y, label, from }));
}

/** Half the width of a mark in pixels, as far as a name has to keep off it. */
const markReach = 11;

/** Which names have a mark on their point, so that they begin right of it. */
export const besideMarks = (toponyms: readonly Toponym[], marks: readonly DrawingPoint[], magnified: number): ReadonlySet<Toponym> =>
  new Set(toponyms.filter(({ x, y }) => marks.some((mark) => mark.x - x < markReach / magnified && x - mark.x < 2 * markReach / magnified && Math.abs(mark.y - y) < markReach / magnified)));
