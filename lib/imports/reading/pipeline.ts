import { hash } from "node:crypto";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { invalid } from "@/lib/kernel/refusal";
import { refuse, type Result } from "@/lib/kernel/result";
import type { ImportChoices, ImportFile, ImportPlan, ImportReferences } from "../domain/plan";
import { resultOf } from "../domain/reason";
import type { ImportRow } from "../domain/row";
import { openRun } from "../domain/run";
import { type Identity, printOf, quickPrint, type Repetition, seenRecords } from "../domain/seen";
import { sameName } from "../domain/text";
import type { RawRecord } from "./csv/domain";
import { csvRecords } from "./csv/pipeline";
import { featureRecords } from "./json/pipeline";
import { whyNotChoose } from "./plan/choices/domain";
import { planJson, planText, planWorkbook } from "./plan/pipeline";
import { finishedRow, rowMaker } from "./rows/domain";
import { surveyFile } from "./survey/pipeline";
import { workbookRecords } from "./xlsx/pipeline";

/**
 * How a file is read, told by its content: encoding, delimiter, decimal sign, order of dates, format and columns, each with what was
 * found, and a question for all that the file leaves open. Refuses what can't be read at all (`invalid`, with a code).
 */
export async function planImport(file: ImportFile, choices: ImportChoices): Promise<Result<ImportPlan>> {
  const why = whyNotChoose(choices);
  if (why) return refuse(why);
  const survey = await surveyFile(file);
  switch (survey.container) {
    case "empty":
      return refuse(invalid("file", "empty_file", "The file is empty."));
    case "old-excel":
      return refuse(invalid("file", "old_excel", "The file is a workbook of before 2007, or one under a password; save it as .xlsx without one."));
    case "pdf":
      return refuse(invalid("file", "not_a_table", "The file is a PDF; give the table that it was made from."));
    case "gzip":
      return refuse(invalid("file", "not_a_table", "The file is compressed; unpack it first."));
    case "xlsx":
      return planWorkbook(file, choices);
    case "json":
      return planJson(file, survey, choices);
    case "text":
      return planText(file, survey, choices);
  }
}

/**
 * The records of a file by its plan, one by one, in their order: what became of each, and what would be recorded. Nothing is written.
 * Memory is flat in the size of the file but for some 60 bytes a record, by which repetitions are known.
 */
export async function* readImport(file: ImportFile, plan: ImportPlan, references: ImportReferences): AsyncGenerator<ImportRow> {
  const read = rowReader(plan, references);
  const repeats = seenRecords();
  let record = 0;
  let headerRecords = plan.headerRecords ?? 1;
  for await (const batch of recordsOf(file, plan)) {
    for (const raw of batch) {
      if (headerRecords > 0) headerRecords -= 1;
      else if (!isBlank(raw)) yield read(raw, (record += 1), repeats);
    }
  }
}

/** One record by its cells, as when a person mends one: read as from the file, but for what it repeats there. */
export function readCells(cells: Readonly<Record<string, string>>, plan: ImportPlan, references: ImportReferences): ImportRow {
  const values = new Map(Object.entries(cells));
  return rowReader(plan, references)({ cells: plan.headers.map((header) => values.get(header) ?? "") }, 1, () => undefined);
}

const isBlank = ({ cells, fault }: RawRecord): boolean => fault === undefined && !cells.some((cell) => cell.trim() !== "");

function recordsOf(file: ImportFile, { container, encoding, delimiter, headers, sheet }: ImportPlan): AsyncGenerator<RawRecord[]> {
  if (container === "json") return featureRecords(file, { encoding, headers });
  return container === "xlsx" ? workbookRecords(file, sheet ?? "") : csvRecords(file, { encoding, delimiter: delimiter ?? "," });
}

type Repeats = (identity: Identity) => Repetition | undefined;

function rowReader(plan: ImportPlan, references: ImportReferences): (raw: RawRecord, record: number, repeats: Repeats) => ImportRow {
  const maker = rowMaker(openRun(plan, references, utcDayOf(new Date())));
  return (raw, record, repeats) => {
    const content = maker.contentOf(raw);
    const cells = maker.cellsOf(raw);
    const { externalId, incident, reasons } = content;
    const text = JSON.stringify(incident ?? cells);
    const digest = hash("sha256", text);
    const result = resultOf(reasons);
    const repetition = result === "rejected" ? undefined : repeats({ ...identityOf(externalId, { digest, text }), isHeld: result === "needsReview" });
    return finishedRow({ record, externalId, digest, incident, cells }, reasons, repetition);
  };
}

/** The content without its number stands in the text but for one key, which nothing else in it can look like: quotes within values are escaped. */
function identityOf(externalId: string | null, { digest, text }: { digest: string; text: string }): Omit<Identity, "isHeld"> {
  const number = `"externalId":${JSON.stringify(externalId)}`;
  const at = text.indexOf(number);
  const content = at < 0 ? text : text.slice(0, at) + text.slice(at + number.length);
  return {
    id: externalId === null ? undefined : quickPrint(sameName(externalId)),
    writtenId: externalId === null ? 0 : quickPrint(externalId).high,
    whole: printOf(digest),
    content: printOf(hash("sha256", content)),
  };
}
