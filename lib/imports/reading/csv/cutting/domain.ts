/** A piece of a file that is looked through forwards, with its delimiter; `isLast` where nothing comes after it. */
export type Window = {
  readonly text: string;
  readonly delimiter: string;
  readonly isLast: boolean;
  /** How far the end of a quote is looked for. */
  readonly sight: number;
  /** Where the line of a position ends: at its CR or LF; infinity where the piece has none after it. */
  readonly lineEnd: (from: number) => number;
  readonly nextQuote: (from: number) => number;
};

/** Positions of one sign in a text that is only ever read forwards: each is looked for once. */
function finder(text: string, sign: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known >= from) return known;
    const found = text.indexOf(sign, from);
    known = found < 0 ? Number.POSITIVE_INFINITY : found;
    return known;
  };
}

export function openWindow({ text, delimiter, isLast, sight }: Pick<Window, "text" | "delimiter" | "isLast" | "sight">): Window {
  const [feeds, returns] = [finder(text, "\n"), finder(text, "\r")];
  return { text, delimiter, isLast, sight, lineEnd: (from) => Math.min(feeds(from), returns(from)), nextQuote: finder(text, '"') };
}

/** The cells of a record and where it ends; why it can't be cut, with the quote at fault; or that its end has not come yet. */
export type Cut = { readonly cells: string[]; readonly end: number } | { readonly fault: "unclosed_quote" | "malformed_quote"; readonly open: number } | "more";

/** A line break is whole once its sign is there, and for a CR the one behind it, which may be its LF. */
const isWhole = ({ text, isLast }: Window, end: number): boolean => isLast || (end < text.length && (end + 1 < text.length || text.charAt(end) === "\n"));

export const afterBreak = ({ text }: Window, end: number): number => end + (text.charAt(end) === "\r" && text.charAt(end + 1) === "\n" ? 2 : 1);

/** The record that begins at `from`. A line without quotes is cut at its delimiters at once; most lines are such. */
export function cutRecord(window: Window, from: number): Cut {
  const { text, delimiter } = window;
  const end = Math.min(window.lineEnd(from), text.length);
  if (window.nextQuote(from) < end) return cutCells(window, from);
  return isWhole(window, end) ? { cells: text.slice(from, end).split(delimiter), end } : "more";
}

type Cell = { readonly value: string; readonly next: number };

function cutCells(window: Window, start: number): Cut {
  const { text, delimiter } = window;
  const cells: string[] = [];
  for (let from = start; ; from += 1) {
    const cell = text.charAt(from) === '"' ? quotedCell(window, from) : plainCell(window, from);
    if (cell === "more") return cell;
    if (typeof cell === "string") return { fault: cell, open: from };
    cells.push(cell.value);
    if (text.charAt(cell.next) !== delimiter) return isWhole(window, cell.next) ? { cells, end: cell.next } : "more";
    from = cell.next;
  }
}

function plainCell({ text, delimiter, lineEnd }: Window, from: number): Cell {
  const end = Math.min(lineEnd(from), text.length);
  const stop = text.indexOf(delimiter, from);
  const next = stop >= 0 && stop < end ? stop : end;
  return { value: text.slice(from, next), next };
}

function quotedCell(window: Window, open: number): Cell | "unclosed_quote" | "malformed_quote" | "more" {
  const { text, delimiter, isLast } = window;
  const close = closingQuote(window, open);
  if (typeof close === "string") return close;
  let next = close + 1;
  while (text.charAt(next) === " ") next += 1;
  const sign = text.charAt(next);
  if (sign === "" && !isLast) return "more";
  if (sign !== "" && sign !== delimiter && sign !== "\r" && sign !== "\n") return "malformed_quote";
  const value = text.slice(open + 1, close);
  return { value: value.includes('"') ? value.replaceAll('""', '"') : value, next };
}

/** The quote that closes a cell; two in a row are one of its text. */
function closingQuote({ text, isLast, sight }: Window, open: number): number | "unclosed_quote" | "more" {
  for (let from = open + 1; ; ) {
    const quote = text.indexOf('"', from);
    const isCut = quote < 0 || (quote + 1 === text.length && !isLast);
    if (isCut) return isLast || text.length - open > sight ? "unclosed_quote" : "more";
    if (text.charAt(quote + 1) !== '"') return quote;
    from = quote + 2;
  }
}
