// Workbooks part by part, so that a test can make one that no spreadsheet would write.
import { crc32, deflateRawSync } from "node:zlib";

type Part = { readonly name: string; readonly data: string | Buffer; /** What the list says that it unpacks to, where that is a lie. */ readonly declared?: number };

function localHeader(name: string, sum: number, sizes: readonly [number, number]): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(sum, 14);
  header.writeUInt32LE(sizes[0], 18);
  header.writeUInt32LE(sizes[1], 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function listEntry(local: Buffer, at: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  local.copy(entry, 6, 4, 30);
  entry.writeUInt32LE(at, 42);
  return entry;
}

/** An archive with these parts (APPNOTE.TXT of PKWARE, 4.3). */
export function archiveOf(parts: readonly Part[]): Buffer {
  const [files, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, data, declared } of parts) {
    const raw = Buffer.from(data);
    const packed = deflateRawSync(raw, { level: 9 });
    const local = localHeader(name, crc32(raw), [packed.length, declared ?? raw.length]);
    files.push(local, Buffer.from(name), packed);
    list.push(listEntry(local, at), Buffer.from(name));
    at += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, directory, end]);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A cell: a text, a number, or the attributes and the inside of one. */
export type XlsxCell = string | number | { readonly attributes: string; readonly inside: string };

const lettersOf = (column: number): string => (column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));

function cellXml(cell: XlsxCell, where: string): string {
  if (typeof cell === "number") return `<c r="${where}"><v>${cell}</v></c>`;
  return typeof cell === "string" ? `<c r="${where}" t="inlineStr"><is><t>${cell}</t></is></c>` : `<c r="${where}" ${cell.attributes}>${cell.inside}</c>`;
}

/** The XML of a sheet; `after` stands behind its rows, `prologue` before everything. */
export const sheetXml = (rows: readonly (readonly XlsxCell[])[], { after = "", prologue = "" }: { after?: string; prologue?: string } = {}): string =>
  `<?xml version="1.0"?>${prologue}<worksheet ${main}><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${lettersOf(column)}${at + 1}`)).join("")}</row>`).join("")}${after}</sheetData></worksheet>`;

type Sheet = { readonly name: string; readonly xml: string; readonly state?: string };

/** A workbook of these sheets; style 1 shows a day. */
export function workbookOf(sheets: readonly Sheet[], { is1904 = false, parts = [] }: { is1904?: boolean; parts?: readonly Part[] } = {}): Buffer {
  return archiveOf([
    { name: "xl/workbook.xml", data: `<?xml version="1.0"?><workbook ${main}><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"${state === undefined ? "" : ` state="${state}"`}/>`).join("")}</sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", data: `<Relationships xmlns="x">${sheets.map((_sheet, at) => `<Relationship Id="r${at + 1}" Type="worksheet" Target="worksheets/s${at + 1}.xml"/>`).join("")}</Relationships>` },
    { name: "xl/styles.xml", data: `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>` },
    ...sheets.map(({ xml }, at) => ({ name: `xl/worksheets/s${at + 1}.xml`, data: xml })),
    ...parts,
  ]);
}
