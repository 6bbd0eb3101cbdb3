import type { ImportFile } from "../../domain/plan";
import type { Result } from "@/lib/kernel/result";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import type { RawRecord } from "../csv/domain";
import { type Archive, inspectParts, openArchive } from "./archive/pipeline";
import { sheetRecords } from "./sheet/pipeline";
import { readWorkbook, type Workbook } from "./workbook/pipeline";
import { BrokenXml } from "./xml/pipeline";

/** Looks through a whole workbook before any of it is read: its list, what really unpacks, and that no part declares a document type. */
export async function inspectWorkbook(file: ImportFile): Promise<Result<Omit<Workbook, "texts">>> {
  const archive = await openArchive(file.path);
  if (!archive.ok) return archive;
  try {
    const inspected = await inspectParts(archive.value);
    if (!inspected.ok) return inspected;
    if (!archive.value.names.includes("xl/workbook.xml")) return refuse(invalid("file", "not_a_workbook", "The file is an archive and no workbook (.xlsx)."));
    return ok(await readWorkbook(archive.value));
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    return refuse(invalid("file", "broken_workbook", `The workbook does not hold together: ${error.message.slice(0, 200)}.`));
  } finally {
    archive.value.close();
  }
}

/** The rows of one sheet of a workbook that was looked through, in batches. */
export async function* workbookRecords(file: ImportFile, sheetName: string): AsyncGenerator<RawRecord[]> {
  const archive = await openArchive(file.path);
  if (!archive.ok) throw new Error("a workbook that was inspected can't be opened");
  try {
    yield* recordsOf(archive.value, sheetName);
  } finally {
    archive.value.close();
  }
}

async function* recordsOf(archive: Archive, sheetName: string): AsyncGenerator<RawRecord[]> {
  const workbook = await readWorkbook(archive);
  const sheet = workbook.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`the workbook has no sheet ${sheetName}`);
  yield* sheetRecords(archive, sheet.part, workbook);
}
