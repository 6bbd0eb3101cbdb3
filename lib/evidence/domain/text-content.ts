/** Bytes of a text: tab, line feed, form feed, carriage return, escape, and everything from the space on except delete. */
const isTextByte = (byte: number): boolean => byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 27 || (byte >= 32 && byte !== 127);

type Encoding = "utf-16le" | "utf-16be" | "latin1";

function encodingOf(sample: Uint8Array): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  return sample[0] === 0xfe && sample[1] === 0xff ? "utf-16be" : "latin1";
}

/** Words that make a browser take a text for a document or a drawing, wherever in it they stand. */
const markupPattern = /<\s*(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed|applet|foreignobject|img|link|meta|style|base|form|math|video|audio)[\s/>]/i;
const svgPattern = /<\s*(?:\w+:)?svg[\s/>]/i;
const xmlPattern = /^\s*<\?xml[\s?]/i;

/**
 * The type of a file that no signature names, from its first bytes: plain text, or text that a browser would read as a page
 * or a drawing. Undefined where the bytes are no text. Texts in old single-byte alphabets count as text.
 */
export function textTypeOf(sample: Uint8Array): string | undefined {
  const encoding = encodingOf(sample);
  if (encoding === "latin1" && !sample.every(isTextByte)) return undefined;
  return markupTypeOf(new TextDecoder(encoding).decode(sample)) ?? "text/plain";
}

/** The type of a text that a browser could run; undefined for plain words. */
export function markupTypeOf(text: string): string | undefined {
  if (svgPattern.test(text)) return "image/svg+xml";
  if (markupPattern.test(text)) return "text/html";
  return xmlPattern.test(text.replace(/^\uFEFF|^ï»¿/, "")) ? "application/xml" : undefined;
}
