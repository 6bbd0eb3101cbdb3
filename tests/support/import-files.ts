// Files for the reader of imports: given as bytes, as text, or from the disk, and what becomes of all of their records.
import { createReadStream, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ImportChoices, ImportFile, ImportPlan, ImportReferences } from "@/lib/imports/domain/plan";
import type { ImportRow } from "@/lib/imports/domain/row";
import { planImport, readImport } from "@/lib/imports/reading/pipeline";
import { speakers } from "@/prisma/seed/tables/speakers";

export const someReferences: ImportReferences = {
  speakers: speakers.map(({ code, name, side, isParty }) => ({ code, name, side, isParty })),
  units: [{ code: "AZE-1739", name: "Khojali" }, { code: "AZE-1733", name: "Agdam" }, { code: "AZE-1", name: "Twin" }, { code: "ARM-1", name: "Twin" }],
  places: [{ id: 1, forms: ["Agdam", "Akna", "Ağdam"], unit: "AZE-1733" }],
  obligations: ["NK2020-1a", "NK2020-1b", "NK2020-6a"],
  readOn: "2026-11-25",
};

/** A file in memory that comes in pieces of `piece` bytes. */
export function bytesFile(bytes: Uint8Array, piece = 1000): ImportFile {
  async function* open(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  return { name: "file", bytes: bytes.length, path: "", open };
}

export const textFile = (text: string, piece?: number): ImportFile => bytesFile(Buffer.from(text, "utf8"), piece);

export const diskFile = (where: string): ImportFile => ({ name: "upload.bin", bytes: statSync(where).size, path: where, open: () => createReadStream(where) });

/** A file on the disk with these bytes: for workbooks, which are read from their end. */
export function savedFile(bytes: Uint8Array): ImportFile {
  const where = path.join(mkdtempSync(path.join(tmpdir(), "truce-import-")), "upload.bin");
  writeFileSync(where, bytes);
  return diskFile(where);
}

export async function planOf(file: ImportFile, choices: ImportChoices = {}): Promise<ImportPlan> {
  const planned = await planImport(file, choices);
  if (!planned.ok) throw new Error(`refused: ${JSON.stringify(planned.refusal)}`);
  return planned.value;
}

/** The codes for which a file is refused before any of it is read. */
export async function refusalCodes(file: ImportFile, choices: ImportChoices = {}): Promise<string[]> {
  const planned = await planImport(file, choices);
  return planned.ok || planned.refusal.kind !== "invalid" ? [] : planned.refusal.errors.map(({ code }) => code);
}

export async function rowsOf(file: ImportFile, { choices = {}, references = someReferences }: { choices?: ImportChoices; references?: ImportReferences } = {}): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for await (const row of readImport(file, await planOf(file, choices), references)) rows.push(row);
  return rows;
}

export const codesOf = (row: ImportRow | undefined): string[] => row?.reasons.map(({ code }) => code) ?? [];
