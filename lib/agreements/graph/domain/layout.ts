import { type Instrument, type InstrumentGraph, type Link, wrapped } from "./graph";

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** `lines` is the title as it is written in the box. */
export type PlacedNode = Box & { readonly instrument: Instrument; readonly lines: readonly string[] };
export type PlacedLane = { readonly conflict: string; readonly x: number; readonly width: number };
export type PlacedYear = { readonly year: string; readonly y: number };
export type PlacedLink = { readonly link: Link; readonly points: readonly (readonly [x: number, y: number])[]; readonly label: { readonly x: number; readonly y: number } };
export type GraphLayout = { readonly width: number; readonly height: number; readonly lanes: readonly PlacedLane[]; readonly years: readonly PlacedYear[]; readonly nodes: readonly PlacedNode[]; readonly links: readonly PlacedLink[] };

const nodeWidth = 200;
const titleFits = { width: 26, lines: 6 };
const aboveTitle = 30;
const lineHeight = 16;
const nodeHeight = 62;
const portStep = 15;
const gap = 22;
const yearWidth = 52;
const top = 34;
const labelWidth = 78;
const trackStep = 12;
const laneGap = 20;

/**
 * Places instruments on a grid: a lane for each conflict, a row for each step in time, the oldest on top. Instruments of one year
 * share its rows, so a lane without one leaves the row free. Links run in the gutter at the right of a lane, each on a track of
 * its own, and cross other lanes only in the gaps between rows: no link passes through an instrument, and no two instruments
 * share a place, whatever the data.
 */
export function layoutGraph({ instruments, links }: InstrumentGraph): GraphLayout {
  const known = new Set(instruments.map((instrument) => instrument.code));
  const drawn = links.filter((link) => link.from !== link.to && known.has(link.from) && known.has(link.to));
  const ordered = instruments.toSorted((a, b) => a.signedOn.localeCompare(b.signedOn) || a.code.localeCompare(b.code, "en"));
  const rowOf = rowsOf(ordered);
  const ports = portsOf(drawn);
  const rows = rowBoxes(ordered, { rowOf, ports });
  const lanes = lanesOf(ordered, drawn, rowOf);
  const nodes = ordered.flatMap((instrument): PlacedNode[] => {
    const [row, lane] = [rows.boxes[rowOf.get(instrument.code) ?? 0], lanes.find((entry) => entry.conflict === instrument.conflict)];
    return row && lane ? [{ instrument, lines: linesOf(instrument), x: lane.x, y: row.y, width: nodeWidth, height: row.height }] : [];
  });
  const last = lanes.at(-1);
  return {
    width: last ? last.x + last.width : yearWidth,
    height: rows.bottom,
    lanes: lanes.map(({ conflict, x, width }) => ({ conflict, x, width })),
    years: yearsOf(ordered, { rowOf, boxes: rows.boxes }),
    nodes,
    links: drawn.map((link) => routed(link, { nodes, lanes, ports, drawn })),
  };
}

/** The row of each instrument: rows of a year follow those of the year before, and a lane fills its own from the top. */
function rowsOf(ordered: readonly Instrument[]): Map<string, number> {
  const rowOf = new Map<string, number>();
  let first = 0;
  for (const year of new Set(ordered.map((instrument) => instrument.signedOn.slice(0, 4)))) {
    const used = new Map<string, number>();
    for (const { code, conflict } of ordered.filter((instrument) => instrument.signedOn.startsWith(year))) {
      rowOf.set(code, first + (used.get(conflict) ?? 0));
      used.set(conflict, (used.get(conflict) ?? 0) + 1);
    }
    first += Math.max(0, ...used.values());
  }
  return rowOf;
}

/** The ends of links at each instrument, in a fixed order: where each link leaves or arrives. */
function portsOf(links: readonly Link[]): Map<string, Link[]> {
  const ports = new Map<string, Link[]>();
  for (const link of links) for (const code of [link.from, link.to]) ports.set(code, [...(ports.get(code) ?? []), link]);
  return ports;
}

type Rows = { rowOf: ReadonlyMap<string, number>; ports: ReadonlyMap<string, readonly Link[]> };

const linesOf = (instrument: Instrument): string[] => wrapped(instrument.title, titleFits);

/** Rows as high as their fullest instrument needs: every link has a place at its side, and a title its lines. */
function rowBoxes(ordered: readonly Instrument[], { rowOf, ports }: Rows): { boxes: { y: number; height: number }[]; bottom: number } {
  const count = Math.max(-1, ...rowOf.values()) + 1;
  const boxes: { y: number; height: number }[] = [];
  let y = top + gap;
  for (let row = 0; row < count; row += 1) {
    const needs = ordered.filter((instrument) => rowOf.get(instrument.code) === row).map((instrument) => Math.max(((ports.get(instrument.code)?.length ?? 0) + 1) * portStep, aboveTitle + linesOf(instrument).length * lineHeight));
    const height = Math.max(nodeHeight, ...needs);
    boxes.push({ y, height });
    y += height + gap;
  }
  return { boxes, bottom: y };
}

type Lane = PlacedLane & { readonly trackOf: ReadonlyMap<Link, number> };

/** Lanes in the order in which their conflicts first appear; a lane with links has a gutter for their words and tracks. */
function lanesOf(ordered: readonly Instrument[], links: readonly Link[], rowOf: ReadonlyMap<string, number>): Lane[] {
  const conflictOf = new Map(ordered.map((instrument) => [instrument.code, instrument.conflict]));
  let x = yearWidth;
  return [...new Set(ordered.map((instrument) => instrument.conflict))].map((conflict) => {
    const own = links.filter((link) => conflictOf.get(link.from) === conflict || conflictOf.get(link.to) === conflict);
    const trackOf = tracksOf(own, rowOf);
    const count = Math.max(-1, ...trackOf.values()) + 1;
    const width = nodeWidth + (count === 0 ? laneGap : labelWidth + (count + 1) * trackStep + laneGap);
    const lane = { conflict, x, width, trackOf };
    x += width;
    return lane;
  });
}

/** The first track that is free over all rows that a link passes: two links on one track never meet. */
function tracksOf(links: readonly Link[], rowOf: ReadonlyMap<string, number>): Map<Link, number> {
  const spanOf = (link: Link) => {
    const rows = [rowOf.get(link.from) ?? 0, rowOf.get(link.to) ?? 0];
    return { from: Math.min(...rows), to: Math.max(...rows) };
  };
  const tracks: { from: number; to: number }[][] = [];
  const trackOf = new Map<Link, number>();
  for (const link of links.toSorted((a, b) => spanOf(a).from - spanOf(b).from)) {
    const span = spanOf(link);
    const free = tracks.findIndex((taken) => taken.every((other) => other.to < span.from || other.from > span.to));
    const track = free < 0 ? tracks.length : free;
    tracks[track] = [...(tracks[track] ?? []), span];
    trackOf.set(link, track);
  }
  return trackOf;
}

function yearsOf(ordered: readonly Instrument[], { rowOf, boxes }: { rowOf: ReadonlyMap<string, number>; boxes: readonly { y: number }[] }): PlacedYear[] {
  const years = [...new Set(ordered.map((instrument) => instrument.signedOn.slice(0, 4)))];
  return years.map((year) => {
    const rows = ordered.filter((instrument) => instrument.signedOn.startsWith(year)).map((instrument) => rowOf.get(instrument.code) ?? 0);
    return { year, y: boxes[Math.min(...rows)]?.y ?? top };
  });
}

type Placed = { nodes: readonly PlacedNode[]; lanes: readonly Lane[]; ports: ReadonlyMap<string, readonly Link[]>; drawn: readonly Link[] };

function endOf(code: string, link: Link, { nodes, lanes, ports }: Placed) {
  const node = nodes.find((entry) => entry.instrument.code === code);
  const lane = lanes.find((entry) => entry.conflict === node?.instrument.conflict);
  if (!node || !lane) throw new RangeError(`${code} has no place`);
  const all = ports.get(code) ?? [];
  const y = node.y + ((all.indexOf(link) + 1) * node.height) / (all.length + 1);
  return { node, lane, x: node.x + node.width, y, track: node.x + node.width + labelWidth + ((lane.trackOf.get(link) ?? 0) + 1) * trackStep };
}

/** From the later instrument's side to the gutter, along its track, and to the other's side; between lanes through the gap above a row. */
function routed(link: Link, placed: Placed): PlacedLink {
  const [from, to] = [endOf(link.from, link, placed), endOf(link.to, link, placed)];
  const label = { x: from.x + 6, y: from.y };
  if (from.lane === to.lane) return { link, label, points: [[from.x, from.y], [from.track, from.y], [from.track, to.y], [to.x, to.y]] };
  // A little apart for each link, so that two in one gap stay two.
  const between = to.node.y - gap / 2 + ((placed.drawn.indexOf(link) % 5) - 2) * 2;
  return { link, label, points: [[from.x, from.y], [from.track, from.y], [from.track, between], [to.track, between], [to.track, to.y], [to.x, to.y]] };
}
