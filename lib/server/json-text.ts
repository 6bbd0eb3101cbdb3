import { type AnyNode, parse } from "@humanwhocodes/momoa";

/** Where something stands in a text, both counted from 1. */
export type TextPlace = { readonly line: number; readonly column: number };

/** What is wrong with a text that should be JSON. */
export type JsonTextError = { readonly code: "invalid_json" | "repeated_name" | "nested_too_deeply"; readonly path: string; readonly message: string; readonly place: TextPlace | undefined };

export type JsonText =
  | { readonly ok: true; readonly value: unknown; /** Where a dotted path (`agreement.obligations.0.code`) stands; of a path that isn't there, its nearest ancestor. */ readonly placeOf: (path: string) => TextPlace | undefined }
  | { readonly ok: false; readonly error: JsonTextError };

const refused = (code: JsonTextError["code"], message: string, at: Partial<Pick<JsonTextError, "path" | "place">> = {}): JsonText => ({ ok: false, error: { code, message, path: at.path ?? "", place: at.place } });

/**
 * Reads a text as JSON and keeps where each value stands in it. A name that stands twice in one object is an error:
 * `JSON.parse` would silently keep the second.
 */
export function readJsonText(text: string): JsonText {
  const bare = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch (error) {
    const place = placeOfSyntaxError(bare, error);
    const where = place ? ` at line ${place.line}, column ${place.column}` : "";
    return refused("invalid_json", `This is not JSON${where}: ${nearby(bare, place)}.`, { place });
  }
  const places = new Map<string, TextPlace>();
  try {
    const repeated = note(parse(bare).body, "", places);
    if (repeated) return refused("repeated_name", `The name "${repeated.name.slice(0, 60)}" stands twice in one object; which of the two is meant can't be known.`, repeated);
  } catch (error) {
    if (error instanceof RangeError) return refused("nested_too_deeply", "The values are nested too deeply to be read.");
    throw error;
  }
  return { ok: true, value, placeOf: (path) => nearestPlace(path, places) };
}

type Repeated = { name: string; path: string; place: TextPlace };

/** Notes the place of every value below `node`; gives the first name that stands twice in one object. */
function note(node: AnyNode, path: string, places: Map<string, TextPlace>): Repeated | undefined {
  places.set(path, { line: node.loc.start.line, column: node.loc.start.column });
  if (node.type === "Object") return noteMembers(node, path, places);
  if (node.type !== "Array") return undefined;
  for (const [index, element] of node.elements.entries()) {
    const repeated = note(element.value, below(path, String(index)), places);
    if (repeated) return repeated;
  }
  return undefined;
}

function noteMembers(node: Extract<AnyNode, { type: "Object" }>, path: string, places: Map<string, TextPlace>): Repeated | undefined {
  const names = new Set<string>();
  for (const { name, value } of node.members) {
    const word = name.type === "String" ? name.value : name.name;
    if (names.has(word)) return { name: word, path, place: { line: name.loc.start.line, column: name.loc.start.column } };
    names.add(word);
    const repeated = note(value, below(path, word), places);
    if (repeated) return repeated;
  }
  return undefined;
}

const below = (path: string, step: string): string => (path === "" ? step : `${path}.${step}`);

function nearestPlace(path: string, places: ReadonlyMap<string, TextPlace>): TextPlace | undefined {
  for (let at = path; at !== ""; at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "") {
    const place = places.get(at);
    if (place) return place;
  }
  return places.get("");
}

/** The tokeniser's own place; the end of the text where that came too early; else the offset that the engine's message names. */
function placeOfSyntaxError(text: string, error: unknown): TextPlace | undefined {
  try {
    parse(text);
  } catch (found) {
    if (found instanceof Error && found.constructor.name === "UnexpectedEOF") return placeAt(text, text.length);
    if (isPlaced(found)) return { line: found.line, column: found.column };
  }
  const offset = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return offset === undefined ? undefined : placeAt(text, Number(offset));
}

const isPlaced = (error: unknown): error is TextPlace => error instanceof Error && "line" in error && "column" in error && typeof error.line === "number" && typeof error.column === "number";

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What stands there, for the eye to find it. */
function nearby(text: string, place: TextPlace | undefined): string {
  if (text.trim() === "") return "there is nothing in it";
  const line = place === undefined ? "" : (text.split("\n")[place.line - 1] ?? "");
  const rest = line.slice((place?.column ?? 1) - 1).trim().slice(0, 40);
  return rest === "" ? "it ends before it is complete" : `“${rest}” is not expected there`;
}
