import { SaxesParser } from "saxes";

export type XmlHandlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** An XML part that does not hold together, or declares what none of a workbook's does. */
export class BrokenXml extends Error {}

/** Bytes that one text or tag may have: the parser holds it whole. */
const mostInOne = 16 * 1024 * 1024;
const local = (name: string): string => name.slice(name.indexOf(":") + 1);
const utf16Of: Record<string, string> = { "255,254": "utf-16le", "254,255": "utf-16be", "60,0": "utf-16le", "0,60": "utf-16be" };

/** Reads an XML part piece by piece; yields after each, so that what the handlers gathered can be taken away. Names come without prefix. */
export async function* parseXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw new BrokenXml(error.message);
  });
  parser.on("doctype", () => {
    throw new BrokenXml("a document type");
  });
  let sinceEvent = 0;
  const heard = (): void => {
    sinceEvent = 0;
  };
  parser.on("opentag", ({ name, attributes }) => (heard(), handlers.open(local(name), attributes)));
  parser.on("text", (text) => (heard(), handlers.text?.(text)));
  parser.on("cdata", (text) => (heard(), handlers.text?.(text)));
  parser.on("closetag", ({ name }) => (heard(), handlers.close?.(local(name))));
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(utf16Of[piece.subarray(0, 2).join()] ?? "utf-8");
    sinceEvent += piece.length;
    parser.write(decoder.decode(piece, { stream: true }));
    if (sinceEvent > mostInOne) throw new BrokenXml("a text without end");
    yield;
  }
  parser.close();
  yield;
}

/** Reads a small XML part to its end. */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parsing = parseXml(pieces, handlers);
  while (!(await parsing.next()).done);
}
