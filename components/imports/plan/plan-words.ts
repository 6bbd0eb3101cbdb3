import type { ImportChoices, ImportPlan } from "@/lib/imports/domain/plan";

const delimiters: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar" };
export const delimiterWords = (delimiter: string): string => delimiters[delimiter] ?? `“${delimiter}”`;

export const orderWords: Record<ImportPlan["dateOrder"], string> = { YMD: "year, month, day", DMY: "day, month, year", MDY: "month, day, year" };

const option = (value: string, label: string) => ({ value, label });

/** The ways of reading that a person can choose, beside what the file itself says. */
export const readingOptions = {
  format: [option("truce", "Truce Ledger columns"), option("acled", "ACLED"), option("ucdp", "UCDP GED"), option("hxl", "HXL"), option("geojson", "GeoJSON")],
  encoding: ["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1251", "windows-1254"].map((name) => option(name, name)),
  delimiter: [option(",", "comma"), option(";", "semicolon"), option("\t", "tab"), option("|", "vertical bar")],
  decimalSign: [option(".", "full stop (39.99)"), option(",", "comma (39,99)")],
  dateOrder: [option("YMD", orderWords.YMD), option("DMY", orderWords.DMY), option("MDY", orderWords.MDY)],
} satisfies Partial<Record<keyof ImportChoices, { value: string; label: string }[]>>;

export type SimpleChoice = keyof typeof readingOptions | "sheet";

/** What each choice is called. */
export const choiceWords: Record<SimpleChoice, string> = {
  format: "Kind of columns", encoding: "Encoding", delimiter: "Fields are parted by", decimalSign: "Decimal sign", dateOrder: "Order of dates", sheet: "Sheet",
};

/** The choices with one of them set, or left to the file again. */
export function withChoice(choices: ImportChoices, name: SimpleChoice, value: string): ImportChoices {
  const { [name]: _old, ...others } = choices;
  return value === "" ? others : { ...others, [name]: value };
}

/** The choices with a header read as a column, left out (null), or left to the file again (undefined). */
export function withColumn(choices: ImportChoices, header: string, column: string | null | undefined): ImportChoices {
  const { [header]: _old, ...others } = choices.map ?? {};
  return { ...choices, map: column === undefined ? others : { ...others, [header]: column } };
}

/** The choices with a word of the file standing for a code, or for nothing any more. */
export function withValue(choices: ImportChoices, { column, value, code }: { column: string; value: string; code: string }): ImportChoices {
  const { [value]: _old, ...others } = choices.values?.[column] ?? {};
  return { ...choices, values: { ...choices.values, [column]: code === "" ? others : { ...others, [value]: code } } };
}
