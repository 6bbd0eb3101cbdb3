import { importFormats, type ImportChoices, type ImportFormat } from "../../../domain/plan";
import { columnsOf } from "../../../formats/domain";
import { invalid, type FieldError, type Refusal } from "@/lib/kernel/refusal";
import { encodings } from "../../encoding/domain";

type Check = { readonly path: keyof ImportChoices; readonly code: string; readonly message: string; readonly isFollowed: (choices: ImportChoices) => boolean };
const isAmong = (list: readonly string[], value: string | undefined): boolean => value === undefined || list.includes(value);

const checks: readonly Check[] = [
  { path: "format", code: "unknown_format", message: `The format is one of ${importFormats.join(", ")}.`, isFollowed: ({ format }) => isAmong(importFormats, format) },
  { path: "encoding", code: "unknown_encoding", message: `The encoding is one of ${encodings.join(", ")}.`, isFollowed: ({ encoding }) => isAmong(encodings, encoding) },
  { path: "delimiter", code: "unknown_delimiter", message: "A delimiter is one sign, and no quote or line break.", isFollowed: ({ delimiter }) => delimiter === undefined || /^[^"\r\n]$/.test(delimiter) },
  { path: "decimalSign", code: "unknown_decimal_sign", message: "The decimal sign is a point or a comma.", isFollowed: ({ decimalSign }) => isAmong([".", ","], decimalSign) },
  { path: "dateOrder", code: "unknown_date_order", message: "The order of a date is YMD, DMY or MDY.", isFollowed: ({ dateOrder }) => isAmong(["YMD", "DMY", "MDY"], dateOrder) },
];

/** What can't be followed among a person's choices, whatever the file; undefined where all can. */
export function whyNotChoose(choices: ImportChoices): Refusal | undefined {
  const errors = checks.filter(({ isFollowed }) => !isFollowed(choices)).map(({ path, code, message }): FieldError => ({ path, code, message }));
  return errors.length === 0 ? undefined : { kind: "invalid", errors };
}

/** Columns that a person chose and the format does not have. */
export function unknownColumns({ map = {} }: ImportChoices, format: ImportFormat): Refusal | undefined {
  const known = new Set(columnsOf(format));
  const unknown = Object.values(map).filter((column) => column !== null && !known.has(column));
  return unknown.length === 0 ? undefined : invalid("map", "unknown_column", `There is no column ${unknown.join(", ")}; there are ${[...known].join(", ")}.`);
}
