import { isAscii, isUtf8 } from "node:buffer";
import type { ImportFile } from "../../domain/plan";
import { containerOf, type Container, markOf, zerosSayUtf16, type ByteOrderMark } from "./domain";

/** What one look at all the bytes of a text tells. */
export type Survey = {
  readonly container: Container;
  readonly mark: ByteOrderMark | undefined;
  readonly zeros: "utf-16le" | "utf-16be" | undefined;
  /** How many places are not UTF-8; 0 for a text that is. */
  readonly brokenPlaces: number;
  /** Whether any letter beyond ASCII is written as UTF-8 writes it. */
  readonly hasUtf8Letters: boolean;
  /** Pieces of the text around bytes beyond ASCII: what an encoding can be told by. */
  readonly foreign: Buffer;
  readonly isAscii: boolean;
};

const headBytes = 64 * 1024;
const mostForeign = 64 * 1024;

/** Reads the file once from end to end, keeping no more than some kilobytes of it. Only the head of what is no text. */
export async function surveyFile(file: ImportFile): Promise<Survey> {
  const head = await headOf(file);
  const container = containerOf(head);
  const [mark, zeros] = [markOf(head), zerosSayUtf16(head)];
  const isCounted = (container === "text" || container === "json") && mark?.encoding !== "utf-16le" && mark?.encoding !== "utf-16be" && zeros === undefined;
  return { container, mark, zeros, ...(isCounted ? await countForeign(file) : { brokenPlaces: 0, hasUtf8Letters: false, foreign: Buffer.alloc(0), isAscii: true }) };
}

async function headOf(file: ImportFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.open()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}

type Counted = Pick<Survey, "brokenPlaces" | "hasUtf8Letters" | "foreign" | "isAscii">;

async function countForeign(file: ImportFile): Promise<Counted> {
  const foreign: Buffer[] = [];
  let kept = 0;
  let brokenPlaces = 0;
  let hasUtf8Letters = false;
  let isPlain = true;
  let carried = Buffer.alloc(0);
  for await (const piece of file.open()) {
    const whole = carried.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : Buffer.concat([carried, piece]);
    // A letter may be cut by the end of a piece: up to three bytes wait for the next.
    const end = whole.length - unfinished(whole);
    const bytes = whole.subarray(0, end);
    carried = Buffer.from(whole.subarray(end));
    const counted = countIn(bytes);
    brokenPlaces += counted.broken;
    hasUtf8Letters ||= counted.letters > 0;
    isPlain &&= counted.foreignAt < 0;
    if (counted.foreignAt >= 0 && kept < mostForeign) kept += keep(foreign, bytes, counted.foreignAt);
  }
  if (carried.length > 0) brokenPlaces += 1;
  return { brokenPlaces, hasUtf8Letters, foreign: Buffer.concat(foreign), isAscii: isPlain && carried.length === 0 };
}

function keep(foreign: Buffer[], bytes: Buffer, at: number): number {
  const piece = Buffer.from(bytes.subarray(Math.max(0, at - 200), at + 8 * 1024));
  foreign.push(piece);
  return piece.length;
}

/** Bytes at the end that begin a letter of UTF-8 and do not finish it. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

type InPiece = { readonly broken: number; readonly letters: number; readonly foreignAt: number };

function countIn(bytes: Buffer): InPiece {
  if (isAscii(bytes)) return { broken: 0, letters: 0, foreignAt: -1 };
  const foreignAt = bytes.findIndex((byte) => byte >= 0x80);
  if (isUtf8(bytes)) return { broken: 0, letters: 1, foreignAt };
  const text = bytes.subarray(foreignAt).toString("utf8");
  const broken = text.split("\uFFFD").length - 1;
  return { broken, letters: /[\u0080-\uFFFC]/.test(text) ? 1 : 0, foreignAt };
}
