import type { ImportChoices, ImportFile, ImportPlan } from "../../domain/plan";
import type { ReasonCode } from "../../domain/reason";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { declaredDelimiter, delimiterOf } from "../csv/delimiter/domain";
import type { RawRecord } from "../csv/domain";
import { csvRecords } from "../csv/pipeline";
import { encodings } from "../encoding/domain";
import { detectEncoding, textOf, type Detected } from "../encoding/pipeline";
import { featureRecords, featuresOf } from "../json/pipeline";
import { faultMessage } from "../rows/domain";
import type { Survey } from "../survey/pipeline";
import { inspectWorkbook, workbookRecords } from "../xlsx/pipeline";
import type { Workbook } from "../xlsx/workbook/pipeline";
import type { Shown } from "./domain";
import { areAcleds } from "./header/domain";
import { planData, planTable, type Opened } from "./table/domain";

/** Records that are looked at before a plan is made; what they don't show is asked or found with the row. */
const sampledRecords = 20_000;
const sampledCharacters = 512 * 1024;

/** The first records of a file. */
async function sampleOf(batches: AsyncGenerator<RawRecord[]>): Promise<RawRecord[]> {
  const sample: RawRecord[] = [];
  for await (const batch of batches) {
    for (const record of batch) sample.push(record);
    if (sample.length >= sampledRecords) break;
  }
  return sample;
}

async function headText(file: ImportFile, encoding: string): Promise<string> {
  let text = "";
  for await (const piece of textOf(file, encoding)) {
    text += piece;
    if (text.length >= sampledCharacters) break;
  }
  return text.slice(0, sampledCharacters);
}

type Encoded = Pick<Opened, "encoding" | "notes" | "questions">;

function encodingOf(detected: Detected, chosen: string | undefined): Encoded {
  const { encoding, isSure, code } = detected;
  if (chosen !== undefined) return { encoding: chosen, notes: [], questions: [] };
  const notes = code === undefined ? [] : [{ code, message: code === "broken_bytes" ? "Some bytes are not UTF-8; records with � are held." : `The text is read as ${encoding}.` }];
  const questions = isSure ? [] : [{ choice: "encoding" as const, code: "encoding_undecidable", message: `The letters beyond ASCII may be ${encoding} or another encoding. Which is it?`, options: [encoding, ...encodings.filter((other) => other !== encoding)] }];
  return { encoding, notes, questions };
}

/** A table in a text. */
export async function planText(file: ImportFile, survey: Survey, choices: ImportChoices): Promise<Result<ImportPlan>> {
  const encoded = encodingOf(detectEncoding(survey), choices.encoding);
  const text = await headText(file, encoded.encoding);
  const nul = binaryShare(text);
  if (nul > 0.1) return refuse(invalid("file", "not_text", "The file is no text: it holds bytes that no table has."));
  const delimiter: Shown<string> = choices.delimiter === undefined ? shownDelimiter(text) : { value: choices.delimiter };
  const sample = await sampleOf(csvRecords(file, { encoding: encoded.encoding, delimiter: delimiter.value }));
  const opened: Opened = {
    container: "csv", encoding: encoded.encoding, delimiter: delimiter.value,
    notes: [...encoded.notes, ...(delimiter.note ? [delimiter.note] : [])],
    questions: [...encoded.questions, ...(delimiter.question ? [delimiter.question] : [])],
  };
  return planTable({ opened, sample, choices });
}

function shownDelimiter(text: string): Shown<string> {
  const declared = declaredDelimiter(text);
  return declared === undefined ? delimiterOf(text) : { value: declared, note: { code: "delimiter_declared", message: `The first line says that cells are parted by “${declared}”.` } };
}

/** Share of signs that no text has: control characters other than tab and line breaks. */
function binaryShare(text: string): number {
  if (text === "") return 0;
  return (text.match(/[^\P{Cc}\t\r\n\u0085]/gu)?.length ?? 0) / text.length;
}

/** Features of GeoJSON. Their properties, as far as the first records name them, are the headers. */
export async function planJson(file: ImportFile, survey: Survey, choices: ImportChoices): Promise<Result<ImportPlan>> {
  const encoded = encodingOf(detectEncoding(survey), choices.encoding);
  const crs = foreignCrs((await headText(file, encoded.encoding)).slice(0, 64 * 1024));
  if (crs !== undefined) return refuse(invalid("file", "crs_not_wgs84", `The file says that its coordinates are in ${crs}; GeoJSON is in WGS 84 (RFC 7946).`));
  const { headers, fault } = await propertiesOf(file, encoded.encoding);
  if (headers.size === 0) return refuse(invalid("file", fault ?? "no_records", fault === undefined ? "The file holds no feature of GeoJSON." : `No feature in the file can be read. ${faultMessage(fault)}`));
  const list = [...headers];
  const sample = await sampleOf(featureRecords(file, { encoding: encoded.encoding, headers: list }));
  return planData({ opened: { ...encoded, container: "json", delimiter: null }, sample, choices }, { headers: list, format: "geojson", records: 0, isAcled: areAcleds(list), hasTags: false, isBelow: false });
}

/** The names of properties, and why the first feature that could not be read could not. */
async function propertiesOf(file: ImportFile, encoding: string): Promise<{ headers: Set<string>; fault: ReasonCode | undefined }> {
  const headers = new Set<string>();
  let fault: ReasonCode | undefined;
  let seen = 0;
  for await (const features of featuresOf(file, encoding)) {
    for (const name of features.flatMap(({ cells }) => [...cells.keys()])) {
      if (headers.size < 1000 && name !== "__proto__") headers.add(name);
    }
    fault ??= features.find((feature) => feature.fault)?.fault?.code;
    seen += features.length;
    if (seen >= sampledRecords) break;
  }
  return { headers, fault };
}

/** A reference system other than WGS 84, as files before RFC 7946 declare it. */
function foreignCrs(head: string): string | undefined {
  const [, name] = /"crs"\s*:\s*\{[^[\]]{0,400}?"name"\s*:\s*"([^"]{1,200})"/.exec(head) ?? [];
  return name === undefined || /CRS:?84|EPSG:{1,2}4326|WGS\s?84/i.test(name) ? undefined : name;
}

type PlannedSheet = { readonly name: string; readonly plan: Result<ImportPlan> };

/** A workbook. Of several sheets the one that holds a table of ours is read; where none or several do, it is asked. */
export async function planWorkbook(file: ImportFile, choices: ImportChoices): Promise<Result<ImportPlan>> {
  const inspected = await inspectWorkbook(file);
  if (!inspected.ok) return inspected;
  const visible = inspected.value.sheets.filter(({ isHidden }) => !isHidden);
  const named = choices.sheet === undefined ? visible : inspected.value.sheets.filter(({ name }) => name === choices.sheet);
  const [first, ...others] = named;
  if (first === undefined) return refuse(choices.sheet === undefined ? invalid("file", "empty_file", "The workbook has no sheet that can be seen.") : invalid("sheet", "unknown_sheet", `There is no sheet “${choices.sheet}”; there are ${inspected.value.sheets.map(({ name }) => name).join(", ")}.`));
  const plans: PlannedSheet[] = [];
  for (const { name } of named.slice(0, 20)) plans.push({ name, plan: await planSheet(file, name, { choices, workbook: inspected.value }) });
  return others.length === 0 && plans[0] ? plans[0].plan : oneOfSheets(plans);
}

type InWorkbook = { readonly choices: ImportChoices; readonly workbook: Pick<Workbook, "hasMacros" | "hasLinks"> };

async function planSheet(file: ImportFile, sheet: string, { choices, workbook }: InWorkbook): Promise<Result<ImportPlan>> {
  const sample = await sampleOf(workbookRecords(file, sheet));
  const notes = [
    ...(workbook.hasMacros ? [{ code: "macros_ignored", message: "The workbook holds macros; they are neither run nor kept." }] : []),
    ...(workbook.hasLinks ? [{ code: "links_ignored", message: "The workbook refers to other files; they are not opened." }] : []),
  ];
  return planTable({ opened: { container: "xlsx", encoding: "utf-8", delimiter: null, notes, questions: [], sheet }, sample: padded(sample), choices });
}

/** Rows of a sheet end with their last cell that is not empty: the header's length holds for all. */
function padded(sample: readonly RawRecord[]): RawRecord[] {
  return sample.map((record) => (record.fault ? record : { cells: withoutEmptyEnd(record.cells) }));
}

const withoutEmptyEnd = (cells: readonly string[]): readonly string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);

function oneOfSheets(plans: readonly PlannedSheet[]): Result<ImportPlan> {
  const readable = plans.flatMap(({ name, plan }) => (plan.ok ? [{ name, plan: plan.value }] : []));
  const whole = readable.filter(({ plan }) => plan.questions.every(({ choice }) => choice !== "map"));
  const [only, other] = whole.length > 0 ? whole : readable;
  if (only === undefined) return plans[0]?.plan ?? refuse(invalid("file", "empty_file", "The workbook has no sheet."));
  if (other === undefined) return ok({ ...only.plan, notes: [...only.plan.notes, { code: "sheet_chosen", message: `Of ${plans.length} sheets, “${only.name}” holds the table.` }] });
  const options = (whole.length > 0 ? whole : readable).map(({ name }) => name);
  return ok({ ...only.plan, questions: [...only.plan.questions, { choice: "sheet", code: "several_sheets", message: "The workbook has several sheets that could be read. Which one?", options }] });
}
