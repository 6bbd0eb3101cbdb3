import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InstrumentGraph, neighbourhood, wrapped } from "@/lib/agreements/graph/domain/graph";
import { type Box, layoutGraph, type PlacedLink } from "@/lib/agreements/graph/domain/layout";
import { addDays, calendarDate } from "@/lib/kernel/calendar-date";

const instrument = (code: string, signedOn: string, conflict = "North") => ({ code, title: `Text ${code}`, conflict, signedOn: calendarDate(signedOn) });
const link = (from: string, to: string, relation = "FOLLOWS") => ({ from, to, relation, note: null });

const graphs: fc.Arbitrary<InstrumentGraph> = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 12_000 }), lane: fc.constantFrom("North", "South", "West") }), { minLength: 0, maxLength: 25 })
  .chain((rows) => {
    const instruments = rows.map((row, index) => ({ ...instrument(`A${index}`, "1994-01-01", row.lane), signedOn: addDays(calendarDate("1994-01-01"), row.day) }));
    const end = fc.integer({ min: 0, max: Math.max(0, rows.length - 1) });
    const links = fc.array(fc.record({ from: end, to: end, relation: fc.constantFrom("IMPLEMENTS", "FOLLOWS", "SUPERSEDES", "RESTATES") }), { maxLength: 30 });
    return links.map((ends) => ({ instruments, links: ends.map(({ from, to, relation }) => link(`A${from}`, `A${to}`, relation)) }));
  });

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Each straight piece of a link as a box, without the ends at which it touches its instruments. */
const piecesOf = ({ points }: PlacedLink): Box[] =>
  points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return { x: Math.min(x, fromX) + 0.01, y: Math.min(y, fromY), width: Math.max(0.01, Math.abs(x - fromX)), height: Math.max(0.01, Math.abs(y - fromY)) };
  });

describe("the drawing of the instruments", () => {
  it("never puts two instruments in one place, and stays inside its own size", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes, width, height, links } = layoutGraph(graph);
        expect(nodes).toHaveLength(graph.instruments.length);
        for (const [index, node] of nodes.entries()) {
          expect(nodes.slice(index + 1).filter((other) => meet(node, other))).toEqual([]);
          expect(node.x + node.width <= width && node.y + node.height <= height && node.x >= 0 && node.y >= 0).toBe(true);
        }
        for (const { points } of links) for (const [x, y] of points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      }),
    );
  });

  it("leads no link through an instrument", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes, links } = layoutGraph(graph);
        for (const piece of links.flatMap(piecesOf)) expect(nodes.filter((node) => meet(piece, node))).toEqual([]);
      }),
    );
  });

  it("gives no two links the same piece of a track", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const upright = layoutGraph(graph).links.flatMap(({ points }, index) => points.slice(1).flatMap(([x, y], at) => (points[at]?.[0] === x && points[at]?.[1] !== y ? [{ index, x, from: Math.min(y, points[at]?.[1] ?? y), to: Math.max(y, points[at]?.[1] ?? y) }] : [])));
        for (const piece of upright) expect(upright.filter((other) => other.index !== piece.index && other.x === piece.x && other.from < piece.to && piece.from < other.to)).toEqual([]);
      }),
    );
  });

  it("puts the later below the earlier within a lane, and each lane beside the other", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes } = layoutGraph(graph);
        const pairs = nodes.flatMap((a) => nodes.map((b) => ({ a, b })));
        const isLater = (a: string, b: string) => a < b;
        const wrong = pairs.filter(({ a, b }) => {
          const isSameLane = a.instrument.conflict === b.instrument.conflict;
          if (!isSameLane && a.x === b.x) return true;
          const isBelow = isSameLane ? isLater(a.instrument.signedOn, b.instrument.signedOn) : isLater(a.instrument.signedOn.slice(0, 4), b.instrument.signedOn.slice(0, 4));
          return isBelow && a.y >= b.y;
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("does not depend on the order in which the instruments arrive", () => {
    const one = [instrument("A", "2020-10-10"), instrument("B", "2020-11-10"), instrument("C", "2018-09-17", "South")];
    expect(layoutGraph({ instruments: one.toReversed(), links: [link("B", "A")] })).toEqual(layoutGraph({ instruments: one, links: [link("B", "A")] }));
  });

  it("makes room for a long title, and cuts only one that would fill a page", () => {
    const title = "A ceasefire agreement whose text was signed separately in three towns on three days of one month";
    const [node] = layoutGraph({ instruments: [{ ...instrument("A", "1994-05-11"), title }], links: [] }).nodes;
    expect(node?.lines.join(" ")).toBe(title);
    expect(node?.height).toBeGreaterThan(62);
    expect(layoutGraph({ instruments: [{ ...instrument("A", "1994-05-11"), title: "word ".repeat(90) }], links: [] }).nodes[0]?.lines).toHaveLength(6);
  });

  it("leaves out a link to what is not there, and a link to itself", () => {
    expect(layoutGraph({ instruments: [instrument("A", "2020-10-10")], links: [link("A", "Z"), link("A", "A")] }).links).toEqual([]);
    expect(layoutGraph({ instruments: [], links: [] })).toMatchObject({ nodes: [], lanes: [], links: [] });
  });
});

describe("an instrument and its neighbours", () => {
  const graph = { instruments: ["A", "B", "C", "D"].map((code) => instrument(code, "2020-10-10")), links: [link("B", "A"), link("C", "B"), link("C", "A"), link("D", "C")] };
  it("holds those linked to it and the links among them", () => {
    const near = neighbourhood(graph, "A");
    expect(near.instruments.map(({ code }) => code)).toEqual(["A", "B", "C"]);
    expect(near.links).toEqual([link("B", "A"), link("C", "B"), link("C", "A")]);
  });
});

describe("a title in lines", () => {
  it("breaks between words, and says that it was cut", () => {
    expect(wrapped("Trilateral statement of 9/10 November 2020", { width: 24, lines: 2 })).toEqual(["Trilateral statement of", "9/10 November 2020"]);
    expect(wrapped("one two three four", { width: 5, lines: 2 })).toEqual(["one", "two…"]);
    expect(wrapped("", { width: 5, lines: 2 })).toEqual([]);
  });
  it("never makes a line longer than asked, nor more lines", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4 }), (text, width, lines) => {
        const out = wrapped(text, { width, lines });
        expect(out.length).toBeLessThanOrEqual(lines);
        for (const line of out) expect(line.length).toBeLessThanOrEqual(Math.max(width, 1) + 1);
      }),
    );
  });
});
