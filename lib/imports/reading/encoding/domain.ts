/** Encodings that a text may be in, by the names that a person chooses among. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1251", "windows-1252", "windows-1254", "iso-8859-5", "koi8-r"] as const;
export type Encoding = (typeof encodings)[number];

export const isEncoding = (name: string): name is Encoding => (encodings as readonly string[]).includes(name);

/** Detectors name the parts of the Windows code pages by their ISO ancestors; every one of their letters stands in the same place there. */
const nameOf: Record<string, Encoding> = {
  "windows-1251": "windows-1251", "windows-1252": "windows-1252", "windows-1254": "windows-1254", "ISO-8859-1": "windows-1252", "ISO-8859-9": "windows-1254", "ISO-8859-5": "iso-8859-5", "KOI8-R": "koi8-r",
};

export type Guess = { readonly name: string; readonly confidence: number };
export type Verdict = { readonly best: Encoding; readonly isSure: boolean };

/** Letters of Turkish that stand where Western Europe has those of Icelandic. */
const turkish = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]);
const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

const isForeign = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;
const isAsciiLetter = (byte: number | undefined): boolean => byte !== undefined && isLetter(byte);

/** Shares of foreign bytes that stand beside another one, and that are letters of Turkish where Iceland's would be. */
function shares(bytes: Uint8Array): { readonly inRuns: number; readonly turkish: number; readonly count: number } {
  let [count, inRuns, asTurkish] = [0, 0, 0];
  bytes.forEach((byte, index) => {
    if (!isForeign(byte)) return;
    const beside = [bytes[index - 1], bytes[index + 1]];
    count += 1;
    if (beside.some(isForeign)) inRuns += 1;
    if (turkish.has(byte) && beside.some(isAsciiLetter)) asTurkish += 1;
  });
  return { count, inRuns: inRuns / Math.max(1, count), turkish: asTurkish / Math.max(1, count) };
}

const cyrillic: readonly Encoding[] = ["windows-1251", "iso-8859-5", "koi8-r"];

/**
 * The encoding of a text that is no UTF-8, from a detector's guesses and from where its foreign bytes stand: those of Cyrillic stand in
 * rows, those of Latin alphabets among ASCII letters. Sure only where both say the same and there is enough to tell by; else it is asked.
 */
export function verdictOn(bytes: Uint8Array, guesses: readonly Guess[]): Verdict {
  const { count, inRuns, turkish: turkishShare } = shares(bytes);
  const known = guesses.flatMap(({ name, confidence }) => (Object.hasOwn(nameOf, name) ? [{ encoding: nameOf[name] ?? "windows-1252", confidence }] : []));
  if (inRuns > 0.7) return cyrillicVerdict(count, known.filter(({ encoding }) => cyrillic.includes(encoding)));
  if (turkishShare > 0.1) return { best: "windows-1254", isSure: count >= 4 && turkishShare > 0.25 };
  const [first] = distinct(known.filter(({ encoding }) => !cyrillic.includes(encoding)));
  return { best: "windows-1252", isSure: count >= 4 && inRuns < 0.2 && first?.encoding === "windows-1252" };
}

function cyrillicVerdict(count: number, guesses: readonly Weighed[]): Verdict {
  const [first, second] = distinct(guesses);
  if (first === undefined) return { best: "windows-1251", isSure: false };
  return { best: first.encoding, isSure: count >= 12 && first.confidence >= 20 && first.confidence - (second?.confidence ?? 0) >= 10 };
}

type Weighed = { readonly encoding: Encoding; readonly confidence: number };
/** Each encoding once, the surest first. */
const distinct = (list: readonly Weighed[]): Weighed[] =>
  [...list].sort((a, b) => b.confidence - a.confidence).filter((item, index, sorted) => sorted.findIndex(({ encoding }) => encoding === item.encoding) === index);
