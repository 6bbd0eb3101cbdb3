import { truceColumns } from "@/lib/exports/domain";
import type { Vocabulary } from "../../domain/columns";

/**
 * Our columns by HXL tag (domain page, 2.8; hxlstandard.org 1.1). A tag may carry further attributes: the entry whose attributes are all
 * there, and most of them, is meant.
 */
const columnOf: readonly (readonly [tag: string, column: (typeof truceColumns)[number]])[] = [
  ["#event+code", "external_id"], ["#date+occurred", "event_date"], ["#date+start", "event_date"], ["#date+end", "event_date_end"], ["#date+occurred+x_precision", "time_precision"],
  ["#date+occurred+x_time", "event_time"], ["#date+occurred+x_timezone", "timezone"], ["#event+type", "event_type"], ["#event+name", "title"], ["#description", "narrative"],
  ["#geo+lat", "latitude"], ["#geo+lon", "longitude"], ["#geo+x_precision", "location_precision"], ["#loc+name", "location_name"], ["#adm1+name", "admin1"], ["#adm1+code", "unit"],
  ["#group+x_allegedby", "alleged_by"], ["#group+x_against", "against"], ["#group+x_deniedby", "denied_by"], ["#group+x_foundby", "found_by"],
  ["#x_obligation+code", "obligations"], ["#affected+killed", "killed_best"], ["#affected+killed+min", "killed_low"], ["#affected+killed+max", "killed_high"],
  ["#affected+injured", "injured_best"], ["#affected+killed+x_civilian", "civilians_killed_best"], ["#affected+killed+civilian", "civilians_killed_best"], ["#affected+x_captured", "captured_best"],
  ["#affected+displaced", "displaced_best"], ["#indicator+num+x_count", "count_best"], ["#indicator+unit+x_count", "count_unit"], ["#meta+source+url", "source_url"], ["#meta+url", "source_url"],
  ["#meta+source", "source_publisher"], ["#date+reported", "source_date"], ["#meta+source+date", "source_date"], ["#meta+x_reliability", "source_reliability"], ["#meta+x_credibility", "info_credibility"],
  ["#status+verification", "verification"], ["#status+workflow", "workflow"], ["#meta+x_sensitivity", "sensitivity"],
];

/** Attributes that change what a tag means, so that a plain entry is not meant by them. */
const tellsApart = ["min", "max", "x_civilian", "civilian", "x_precision", "x_time", "x_timezone", "sub", "x_acled", "x_ucdp", "url", "date", "x_radius_m"];

type Tag = { readonly name: string; readonly attributes: readonly string[] };

const shape = /^#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*$/i;
const parse = (cell: string): Tag | undefined => {
  if (!shape.test(cell.trim())) return undefined;
  const [name = "", ...attributes] = cell.trim().toLowerCase().split(/\s*\+\s*/);
  return { name, attributes };
};

const entries = columnOf.map(([text, column]) => ({ tag: parse(text) ?? { name: "", attributes: [] }, column }));

/** Our column for a tag; undefined for a tag that is none of ours. */
export function columnOfTag(cell: string): string | undefined {
  const tag = parse(cell);
  if (!tag) return undefined;
  const meant = entries
    .filter((entry) => entry.tag.name === tag.name && entry.tag.attributes.every((attribute) => tag.attributes.includes(attribute)))
    .filter((entry) => tellsApart.every((attribute) => !tag.attributes.includes(attribute) || entry.tag.attributes.includes(attribute)))
    .sort((a, b) => b.tag.attributes.length - a.tag.attributes.length);
  return meant[0]?.column;
}

/** How far from the top a tag row may stand (HXL 1.1). */
export const tagRowWithin = 25;

/** Whether a record is a row of tags: at least one, and nothing that is neither a tag nor empty. */
export function isTagRow(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell.trim() !== "");
  return written.length > 0 && written.every((cell) => parse(cell) !== undefined);
}

/**
 * Tags as headers, in their places. Names of a place in several languages are one column: English as it is read most, else the first.
 * A column without a tag is named by its place.
 */
export function tagHeaders(cells: readonly string[]): string[] {
  return cells.map((cell, index) => (cell.trim() === "" ? `column ${index + 1}` : cell.trim().replaceAll(/\s+/g, "")));
}

/** The headers that are read as which column. Of several names of a place, or several tags of one meaning, the plainest is taken. */
export function mapTags(headers: readonly string[]): Record<string, string> {
  const found = new Map<string, string>();
  const weight = (header: string): number => (/\+i_en\b/i.test(header) ? -1 : header.split("+").length);
  for (const header of headers) {
    const column = columnOfTag(header);
    if (column === undefined) continue;
    const before = found.get(column);
    if (before === undefined || weight(header) < weight(before)) found.set(column, header);
  }
  return Object.fromEntries([...found].map(([column, header]) => [header, column]));
}

/** What an HXL file must have; its headers are tags, so there are no other ways of writing them. */
export const hxlVocabulary: Vocabulary = {
  columns: truceColumns,
  synonyms: {},
  required: [["event_date"], ["event_type"], ["latitude", "location_name", "unit", "admin1", "location_precision"]],
};
