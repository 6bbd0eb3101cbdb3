import type { ReasonCode } from "../../domain/reason";
import { afterBreak, type Cut, cutRecord, openWindow, type Window } from "./cutting/domain";

/** A record as it was cut out of a file, before anybody knows what its cells mean. */
export type RawRecord = {
  readonly cells: readonly string[];
  /** Why it could not be cut into cells, with the beginning of what stood there. */
  readonly fault?: { readonly code: ReasonCode; readonly raw: string };
};

export type CsvScanner = { readonly push: (text: string) => RawRecord[]; readonly end: () => RawRecord[] };

/** Characters that one record may have at most: a bound of memory, far above what a record may hold. */
const mostCharacters = 12 * 1024 * 1024;
/** How far the end of a quote is looked for once much was looked through in vain. */
const shortSight = 64 * 1024;
const mostInVain = 8 * mostCharacters;

/** What is left of a piece when its whole records were taken. */
type Rest = { readonly records: RawRecord[]; readonly at: number; readonly isSkipping: boolean; readonly inVain: number };

/**
 * Cuts CSV (RFC 4180) into records as text comes in. Reads LF, CR LF and CR as line breaks, quotes within an unquoted cell as they stand, and
 * blanks behind a closing quote as none. A quote that is never closed, or closed amid text, spoils its own record only: reading goes on
 * with the line after the one where it was opened. Memory is bounded whatever the text holds.
 */
export function csvScanner(delimiter: string): CsvScanner {
  let left = "";
  let waiting: string[] = [];
  let waited = 0;
  let isSkipping = false;
  let inVain = 0;

  function take(isLast: boolean): RawRecord[] {
    const text = left + waiting.join("");
    const window = openWindow({ text, delimiter, isLast, sight: inVain > mostInVain ? shortSight : mostCharacters });
    const rest = recordsOf(window, isSkipping);
    left = text.slice(rest.at);
    waiting = [];
    waited = 0;
    isSkipping = rest.isSkipping;
    inVain += rest.inVain;
    return rest.records;
  }

  return {
    push(text) {
      waiting.push(text);
      waited += text.length;
      // A long record waits until it has grown by half: it is looked through a few times, not with each piece that comes.
      return waited < left.length / 2 ? [] : take(false);
    },
    end: () => take(true),
  };
}

function recordsOf(window: Window, wasSkipping: boolean): Rest {
  const { text } = window;
  const records: RawRecord[] = [];
  let { at, isSkipping } = wasSkipping ? behindLine(window, 0) : { at: 0, isSkipping: false };
  let inVain = 0;
  while (at < text.length) {
    const cut = cutRecord(window, at);
    if (cut !== "more" && "cells" in cut) {
      at = cut.end < text.length ? afterBreak(window, cut.end) : cut.end;
      if (cut.cells.some((cell) => cell !== "")) records.push(cut);
      continue;
    }
    if (cut === "more" && text.length - at <= mostCharacters) break;
    const spoiled = faultOf(window, at, cut);
    records.push(spoiled.record);
    inVain += spoiled.inVain;
    ({ at, isSkipping } = behindLine(window, spoiled.open));
  }
  return { records, at, isSkipping, inVain };
}

type Spoiled = { readonly record: RawRecord; readonly open: number; readonly inVain: number };

function faultOf({ text, lineEnd }: Window, at: number, cut: Exclude<Cut, { cells: string[] }>): Spoiled {
  const [code, open] = cut === "more" ? (["record_too_long", at] as const) : ([cut.fault, cut.open] as const);
  const raw = text.slice(at, Math.min(lineEnd(open), at + 2000));
  return { record: { cells: [], fault: { code, raw } }, open, inVain: code === "unclosed_quote" ? text.length - open : 0 };
}

/** Behind the line of a position; where its end has not come yet, all that comes is skipped until it does. */
function behindLine(window: Window, from: number): Pick<Rest, "at" | "isSkipping"> {
  const end = window.lineEnd(from);
  return end < window.text.length ? { at: afterBreak(window, end), isSkipping: false } : { at: window.text.length, isSkipping: !window.isLast };
}
