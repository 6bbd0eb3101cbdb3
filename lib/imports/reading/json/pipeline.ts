import type { ImportFile } from "../../domain/plan";
import type { ReasonCode } from "../../domain/reason";
import { cellOf, geometryHeader } from "../../formats/geojson/domain";
import type { RawRecord } from "../csv/domain";
import { textOf } from "../encoding/pipeline";
import { featureScanner, type JsonPiece } from "./domain";

/** A feature by the names of its properties, with its geometry as JSON; or why it is none. */
export type Feature = { readonly cells: ReadonlyMap<string, string>; readonly fault?: { readonly code: ReasonCode; readonly raw: string } };

type Shape = { readonly type?: unknown; readonly id?: unknown; readonly properties?: unknown; readonly geometry?: unknown };
const isObject = (value: unknown): value is Shape => typeof value === "object" && value !== null && !Array.isArray(value);

const broken = (code: ReasonCode, raw: string): Feature => ({ cells: new Map(), fault: { code, raw: raw.slice(0, 2000) } });

/** The features of a file, in batches, one parsed at a time. */
export async function* featuresOf(file: ImportFile, encoding: string): AsyncGenerator<Feature[]> {
  const scanner = featureScanner();
  for await (const text of textOf(file, encoding)) yield scanner.push(text).map(featureOf);
  yield scanner.end().map(featureOf);
}

function featureOf({ text, fault }: JsonPiece): Feature {
  if (fault) return broken(fault, text);
  const value = parsed(text);
  if (value === undefined) return broken("malformed_json", text);
  if (!isObject(value) || value.type !== "Feature") return broken("not_a_feature", text);
  const properties = isObject(value.properties) ? Object.entries(value.properties) : [];
  const cells = new Map(properties.map(([name, property]): [string, string] => [name, cellOf(property)]));
  if (isObject(value.geometry)) cells.set(geometryHeader, JSON.stringify(value.geometry));
  // A feature's own id (RFC 7946, 3.2) is its number where its properties give none.
  if (value.id !== undefined && !cells.has("id") && !cells.has("external_id")) cells.set("id", cellOf(value.id));
  return { cells };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Features as records, their cells in the order of `headers`. */
export async function* featureRecords(file: ImportFile, { encoding, headers }: { encoding: string; headers: readonly string[] }): AsyncGenerator<RawRecord[]> {
  for await (const features of featuresOf(file, encoding))
    yield features.map(({ cells, fault }): RawRecord => (fault ? { cells: [], fault } : { cells: headers.map((header) => cells.get(header) ?? "") }));
}
