import type { CalendarDate } from "@/lib/kernel/calendar-date";

/** An agreement as the graph shows it. */
export type Instrument = { readonly code: string; readonly title: string; readonly conflict: string; readonly signedOn: CalendarDate };

/** How one instrument stands to another: `from` implements, follows, supersedes or restates `to`. */
export type Link = { readonly from: string; readonly to: string; readonly relation: string; readonly note: string | null };

export type InstrumentGraph = { readonly instruments: readonly Instrument[]; readonly links: readonly Link[] };

/** An instrument with those that it is linked to, and the links among all of them. */
export function neighbourhood({ instruments, links }: InstrumentGraph, code: string): InstrumentGraph {
  const near = new Set([code, ...links.filter((link) => link.from === code || link.to === code).flatMap((link) => [link.from, link.to])]);
  return { instruments: instruments.filter((instrument) => near.has(instrument.code)), links: links.filter((link) => near.has(link.from) && near.has(link.to)) };
}

/** A title cut into lines of at most `width` letters; what does not fit ends in an ellipsis. A longer word is cut. */
export function wrapped(text: string, { width, lines }: { width: number; lines: number }): string[] {
  const out: string[] = [];
  let line = "";
  const queue = text.split(/\s+/).filter((word) => word !== "").flatMap((word) => word.match(new RegExp(`.{1,${width}}`, "gu")) ?? []);
  for (const word of queue) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= width) line = longer;
    else {
      out.push(line);
      line = word;
    }
  }
  if (line !== "") out.push(line);
  if (out.length <= lines) return out;
  const last = out[lines - 1] ?? "";
  return [...out.slice(0, lines - 1), `${last.length < width ? last : last.slice(0, width - 1)}…`];
}
