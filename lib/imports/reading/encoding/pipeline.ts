import { analyse } from "chardet";
import iconv from "iconv-lite";
import type { ImportFile } from "../../domain/plan";
import type { Survey } from "../survey/pipeline";
import { type Encoding, isEncoding, verdictOn } from "./domain";

/** How the bytes of a text are to be read, how that is known, and what has to be said of it. */
export type Detected = { readonly encoding: Encoding; readonly isSure: boolean; readonly code: "encoding_by_mark" | "encoding_detected" | "broken_bytes" | undefined };

/** The encoding by the byte-order mark, by the zeros of UTF-16, by being UTF-8, else by what its foreign bytes look like. */
export function detectEncoding({ mark, zeros, brokenPlaces, hasUtf8Letters, foreign, isAscii }: Survey): Detected {
  if (mark) return { encoding: mark.encoding, isSure: true, code: "encoding_by_mark" };
  if (zeros) return { encoding: zeros, isSure: true, code: "encoding_detected" };
  if (brokenPlaces === 0) return { encoding: "utf-8", isSure: true, code: isAscii ? undefined : "encoding_detected" };
  const letters = foreign.toString("utf8");
  const isMostlyUtf8 = hasUtf8Letters && (letters.match(/[\u0080-\uFFFC]/g)?.length ?? 0) > 4 * brokenPlaces;
  if (isMostlyUtf8) return { encoding: "utf-8", isSure: true, code: "broken_bytes" };
  const verdict = verdictOn(foreign, analyse(foreign));
  return { encoding: verdict.best, isSure: verdict.isSure, code: "encoding_detected" };
}

/** The file as text, piece by piece. Bytes that mean nothing become �, which the readers of cells hold a record for. */
export async function* textOf(file: ImportFile, encoding: string): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  for await (const piece of file.open()) {
    const text = decoder.write(piece);
    if (text !== "") yield text;
  }
  const rest = decoder.end();
  if (rest !== "") yield rest;
}

function decoderOf(name: string): { write: (piece: Uint8Array) => string; end: () => string } {
  const encoding = isEncoding(name) ? name : "utf-8";
  if (encoding === "utf-8") {
    const decoder = new TextDecoder("utf-8");
    return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(encoding);
  return { write: (piece) => decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.length)), end: () => decoder.end() ?? "" };
}
