import type { ImportFile } from "../../domain/plan";
import { textOf } from "../encoding/pipeline";
import { csvScanner, type RawRecord } from "./domain";

/** The records of a CSV file, in batches as its pieces come. */
export async function* csvRecords(file: ImportFile, { encoding, delimiter }: { encoding: string; delimiter: string }): AsyncGenerator<RawRecord[]> {
  const scanner = csvScanner(delimiter);
  for await (const text of textOf(file, encoding)) yield scanner.push(text);
  yield scanner.end();
}
