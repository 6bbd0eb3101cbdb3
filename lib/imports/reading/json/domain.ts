import type { ReasonCode } from "../../domain/reason";

/** The text of one feature, or why it could not be cut out, with the beginning of what stood there. */
export type JsonPiece = { readonly text: string; readonly fault?: ReasonCode };

export type JsonScanner = { readonly push: (text: string) => JsonPiece[]; readonly end: () => JsonPiece[] };

const mostCharacters = 12 * 1024 * 1024;
/** How deep a feature may be nested: a multi-polygon is eight deep. */
const deepest = 64;

/** Where the scanner stands. Depths count open brackets; `base` is the depth at which pieces stand side by side. */
type State = {
  text: string;
  at: number;
  depth: number;
  /** 0 for values one after another, 1 within an array, 2 within the features of a collection. */
  base: number;
  /** Where the piece that is being read began; -1 between pieces. */
  start: number;
  /** The last string at depth 1: the key, if a colon follows. */
  key: string;
  isDone: boolean;
  fault: ReasonCode | undefined;
};

const opening = new Set(["{", "["]);
const closing = new Set(["}", "]"]);
const sign = /["{}[\],:]/g;

/**
 * Cuts the features out of a GeoJSON text as it comes in: of a collection, of an array, or one after another (RFC 8142). Each is parsed on
 * its own afterwards, so memory holds one feature at a time, and a broken one spoils itself only.
 */
export function featureScanner(): JsonScanner {
  const state: State = { text: "", at: 0, depth: 0, base: 0, start: -1, key: "", isDone: false, fault: undefined };
  return {
    push(text) {
      forget(state);
      state.text += text;
      return piecesIn(state);
    },
    end() {
      const isWithin = state.start >= 0 || (state.depth > 0 && !state.isDone);
      return isWithin ? [{ text: state.text.slice(Math.max(0, state.start)).slice(0, 2000), fault: "malformed_json" }] : [];
    },
  };
}

/** Drops what was read, but for the piece that is being read. */
function forget(state: State): void {
  const from = state.start >= 0 ? state.start : state.at;
  state.text = state.text.slice(from);
  state.at -= from;
  if (state.start >= 0) state.start = 0;
}

function piecesIn(state: State): JsonPiece[] {
  const pieces: JsonPiece[] = [];
  while (!state.isDone) {
    sign.lastIndex = state.at;
    const match = sign.exec(state.text);
    if (match === null) break;
    const [found] = match;
    if (found === '"') {
      const end = stringEnd(state.text, match.index);
      // The string goes on in the next piece of text.
      if (end < 0) break;
      if (state.depth === 1) state.key = state.text.slice(match.index + 1, end);
      state.at = end + 1;
    } else {
      state.at = match.index + 1;
      const piece = opening.has(found) ? opened(state, found) : closing.has(found) ? closed(state) : undefined;
      if (piece) pieces.push(piece);
    }
  }
  const tooLong = overlong(state);
  return tooLong ? [...pieces, tooLong] : pieces;
}

/** Where the string that begins at `open` ends; -1 where its end has not come yet. */
function stringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let back = at;
    while (text.charAt(back - 1) === "\\") back -= 1;
    if ((at - back) % 2 === 0) return at;
  }
  return -1;
}

function opened(state: State, bracket: string): undefined {
  const isArrayOfPieces = bracket === "[" && ((state.depth === 0 && state.base === 0) || (state.depth === 1 && state.base === 0 && state.key === "features"));
  state.depth += 1;
  if (isArrayOfPieces) {
    state.base = state.depth;
    state.start = -1;
    state.fault = undefined;
  } else if (state.depth === state.base + 1) state.start = state.at - 1;
  else if (state.depth - state.base > deepest) state.fault ??= "nesting_too_deep";
  return undefined;
}

function closed(state: State): JsonPiece | undefined {
  state.depth -= 1;
  if (state.depth === state.base && state.start >= 0) {
    const text = state.text.slice(state.start, state.at);
    const { fault } = state;
    state.start = -1;
    state.fault = undefined;
    // The text of one that was too long is gone, and it was told of when that happened.
    return fault === "record_too_long" ? undefined : { text: fault === undefined ? text : text.slice(0, 2000), ...(fault && { fault }) };
  }
  // What stands behind the features is no feature.
  if (state.depth < state.base) state.isDone = true;
  return undefined;
}

/** A piece that has grown beyond bounds is told of, and its text dropped while its end is looked for. */
function overlong(state: State): JsonPiece | undefined {
  const from = state.start >= 0 ? state.start : state.at;
  if (state.text.length - from <= mostCharacters) return undefined;
  const piece: JsonPiece | undefined = state.fault === "record_too_long" ? undefined : { text: state.text.slice(from, from + 2000), fault: "record_too_long" };
  state.fault = "record_too_long";
  state.text = unread(state.text, state.at);
  state.at = 0;
  state.start = state.start >= 0 ? 0 : -1;
  return piece;
}

/** What has to be kept of a text that was read up to `at`: of a string whose end has not come yet, no more than that it is open. */
function unread(text: string, at: number): string {
  const open = text.indexOf('"', at);
  if (open < 0) return "";
  const [slashes = ""] = /\\*$/.exec(text.slice(-1024)) ?? [];
  return `"${slashes.length % 2 === 0 ? "" : "\\"}`;
}
