import { clashingHeaders, headersKnown, plainHeader } from "../../../domain/columns";
import type { ImportFormat } from "../../../domain/plan";
import { acledMarks, acledVocabulary } from "../../../formats/acled/domain";
import { formats } from "../../../formats/domain";
import { isTagRow, mapTags, tagHeaders, tagRowWithin } from "../../../formats/hxl/domain";
import { ucdpVocabulary } from "../../../formats/ucdp/domain";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { isDelimiterLine } from "../../csv/delimiter/domain";
import type { RawRecord } from "../../csv/domain";

/** The headers of a table, the format that they show, and where its data begins. */
export type Header = { readonly headers: readonly string[]; readonly format: ImportFormat; readonly records: number; readonly isAcled: boolean; readonly hasTags: boolean; /** Something stands above the headers that is not read. */ readonly isBelow: boolean };

const mostColumns = 1000;
const mostHeaderLength = 200;

/** Names without blanks around them; a column without a name is called by its place, and so is one whose name is no name for a key. */
const named = (cells: readonly string[]): string[] =>
  cells.map((cell, index) => {
    const name = cell.replace(/^\uFEFF/, "").trim().slice(0, mostHeaderLength);
    return name === "" || name === "__proto__" ? `column ${index + 1}` : name;
  });

/** Whether headers are those of ACLED: its terms bind the reader whatever the file is called and however it came. */
export const areAcleds = (headers: readonly string[]): boolean => {
  const plain = new Set(headers.map(plainHeader));
  return acledMarks.filter((mark) => plain.has(plainHeader(mark))).length >= 3;
};

const areUcdps = (headers: readonly string[]): boolean => {
  const plain = new Set(headers.map(plainHeader));
  return plain.has("typeofviolence") && headersKnown(headers, ucdpVocabulary) >= 6;
};

/** Finds the header among the first records: the row of tags of HXL, else the first record that is not blank. */
export function headerOf(sample: readonly RawRecord[]): Result<Header> {
  const top = sample[0] && isDelimiterLine(sample[0]) ? 1 : 0;
  const start = headersAt(sample, top);
  const first = sample[start];
  if (first === undefined) return refuse(invalid("file", "empty_file", "The file is empty."));
  const tagsAt = sample.slice(0, tagRowWithin).findIndex(({ cells }) => isTagRow(cells));
  if (tagsAt >= 0) return tagged(sample, tagsAt);
  if (first.fault) return refuse(invalid("file", "header_not_read", `The first line can't be read as headers (${first.fault.code}).`));
  const headers = named(first.cells);
  return checked({ headers, format: areAcleds(headers) && headersKnown(headers, acledVocabulary) >= 6 ? "acled" : areUcdps(headers) ? "ucdp" : "truce", records: start + 1, isAcled: areAcleds(headers), hasTags: false, isBelow: start > top });
}

const knownIn = (cells: readonly string[]): number => Math.max(...Object.values(formats).map(({ vocabulary }) => headersKnown(cells, vocabulary)));

/** Where the headers are: in the first record, unless it names hardly any and one of the next, below a title or notes, does. */
function headersAt(sample: readonly RawRecord[], top: number): number {
  const first = sample[top];
  if (first === undefined || first.fault || knownIn(first.cells) > 1) return top;
  const below = sample.slice(top, tagRowWithin).findIndex(({ cells, fault }) => fault === undefined && knownIn(cells) > 2);
  return below < 0 ? top : top + below;
}

/** A table with a row of tags. ACLED's own, as HDX gives it out, is read by its headers: its tags call another thing a type. */
function tagged(sample: readonly RawRecord[], tagsAt: number): Result<Header> {
  const above = tagsAt > 0 ? named(sample[tagsAt - 1]?.cells ?? []) : [];
  const records = tagsAt + 1;
  if (areAcleds(above)) return checked({ headers: above, format: "acled", records, isAcled: true, hasTags: true, isBelow: false });
  return checked({ headers: distinctTags(tagHeaders(sample[tagsAt]?.cells ?? [])), format: "hxl", records, isAcled: false, hasTags: true, isBelow: false });
}

/** A tag that repeats one before it and is not read is called by its place as well. */
function distinctTags(headers: readonly string[]): string[] {
  const read = mapTags(headers);
  return headers.map((header, index) => (headers.indexOf(header) < index && !Object.hasOwn(read, header) ? `${header} (column ${index + 1})` : header));
}

function checked(header: Header): Result<Header> {
  const { headers } = header;
  if (headers.length > mostColumns) return refuse(invalid("file", "too_many_columns", `The file has ${headers.length} columns; at most ${mostColumns} are read.`));
  const clashes = clashingHeaders(headers);
  if (clashes.length > 0) {
    const told = clashes.map(({ header: name, positions }) => `${name} (columns ${positions.join(" and ")})`).join(", ");
    return refuse(invalid("file", "duplicate_header", `Headers can't be told apart: ${told}. Rename them in the file.`));
  }
  return isHeaderless(headers) ? refuse(invalid("file", "no_header", "The first line holds data and no headers; write the names of the columns above it.")) : ok(header);
}

/** No header is known, and some are days or numbers: what stands there is a record. */
const isHeaderless = (headers: readonly string[]): boolean =>
  Object.values(formats).every(({ vocabulary }) => headersKnown(headers, vocabulary) === 0) && !headers.some((header) => header.startsWith("#")) && headers.some((header) => /^[\d.,:/+-]*\d[\d.,:/+-]*$/.test(header));
