import { isDirection } from "@/lib/map/domain/marks";
import { isOnMark } from "./use-box-tool";

const ways = { ArrowLeft: { x: 1, y: 0 }, ArrowRight: { x: -1, y: 0 }, ArrowUp: { x: 0, y: 1 }, ArrowDown: { x: 0, y: -1 } };

type Steering = {
  /** How far one press moves, in units of the drawing. */
  readonly step: number;
  readonly moveBy: (x: number, y: number) => void;
  readonly scaleBy: (factor: number) => void;
  readonly showFirst: () => void;
  /** Puts the tool down that is held; undefined where none is. */
  readonly letGo: (() => void) | undefined;
};

/** What the keys do on the map itself. On a mark the arrows are its own, and with Alt, Ctrl or Meta they are the browser's. */
export const keysOfMap = (steering: Steering) => (event: KeyboardEvent): void => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const act = isDirection(event.key) ? arrow(event, event.key, steering) : plainKeys(steering)[event.key];
  if (!act) return;
  act();
  event.preventDefault();
};

function arrow(event: Event, key: keyof typeof ways, { step, moveBy }: Steering): (() => void) | undefined {
  return isOnMark(event) ? undefined : () => moveBy(ways[key].x * step, ways[key].y * step);
}

const plainKeys = ({ scaleBy, showFirst, letGo }: Steering): Readonly<Record<string, (() => void) | undefined>> => ({
  "+": () => scaleBy(1.6), "=": () => scaleBy(1.6), "-": () => scaleBy(1 / 1.6), "0": showFirst, Escape: letGo,
});
