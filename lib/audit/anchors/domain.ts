import type { ChainFault, Head } from "../chain/domain";

/** Where the chain stood on a day (UTC). A copy of its line, kept elsewhere, tells later whether the end was cut off or the chain made anew. */
export type Anchor = { readonly day: string; readonly seq: number; readonly count: number; readonly hash: string };

const opening = "truce-ledger-audit";

/** The anchor in one line: what a team publishes or keeps where the database's owner can't reach it. */
export const anchorLine = ({ day, seq, count, hash }: Anchor): string => `${opening} ${day} seq=${seq} count=${count} sha256=${hash}`;

const lineShape = new RegExp(`^${opening} (\\d{4}-\\d{2}-\\d{2}) seq=(\\d{1,15}) count=(\\d{1,15}) sha256=([0-9a-f]{64})$`);

/** The anchor that a line tells of; undefined where the line is none. */
export function anchorOfLine(line: string): Anchor | undefined {
  const [, day, seq, count, hash] = lineShape.exec(line.trim()) ?? [];
  if (day === undefined || seq === undefined || count === undefined || hash === undefined) return undefined;
  return { day, seq: Number(seq), count: Number(count), hash };
}

/** The anchors of a text, one a line; empty lines and lines that begin with # are passed over. The first other line is an error. */
export function anchorsOfText(text: string): { anchors: Anchor[]; badLine: number | undefined } {
  const lines = text.split("\n").map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== "" && !line.startsWith("#"));
  const read = lines.map(({ line, number }) => ({ anchor: anchorOfLine(line), number }));
  return { anchors: read.flatMap(({ anchor }) => anchor ?? []), badLine: read.find(({ anchor }) => anchor === undefined)?.number };
}

/** Anchors by the link that they name. */
export function bySeq(anchors: readonly Anchor[]): Map<number, Anchor[]> {
  const grouped = new Map<number, Anchor[]>();
  for (const anchor of anchors) grouped.set(anchor.seq, [...(grouped.get(anchor.seq) ?? []), anchor]);
  return grouped;
}

/** The first of the anchors of one link that tells of another hash. */
export function anchorFault(anchors: readonly Anchor[], { seq, hash }: Head): ChainFault | undefined {
  const differing = anchors.find((anchor) => anchor.hash !== hash || anchor.count !== seq);
  return differing && { kind: "anchor-differs", seq, day: differing.day, expected: differing.hash, found: hash };
}

/** The earliest anchor beyond the chain's end: what lay between was cut off. */
export function cutFault(anchors: readonly Anchor[], end: Head): ChainFault | undefined {
  const beyond = anchors.filter((anchor) => anchor.seq > end.seq).toSorted((a, b) => a.seq - b.seq)[0];
  return beyond && { kind: "end-cut", seq: end.seq + 1, day: beyond.day, anchoredSeq: beyond.seq };
}
