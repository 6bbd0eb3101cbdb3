import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { csvText } from "@/lib/server/csv-text";
import { sha256Of } from "../digest/service";
import type { ReportDocument } from "../domain/document";
import type { ReportView } from "../schema";
import { type CsvTable, type Manifest, manifestFormat, readmeOf, tablesOf } from "./domain";
import { verifierProgram } from "./verifier/domain";

type File = { readonly path: string; readonly text: string; readonly lines?: readonly string[] };

/** A frozen report with what is kept beside it. */
export type FrozenReport = { readonly view: ReportView; readonly document: ReportDocument; readonly content: string };

const csvFile = ({ path, head, rows }: CsvTable): File => {
  const lines = [head, ...rows].map((row) => csvText([row]));
  return { path, text: lines.join(""), lines: lines.map((line) => sha256Of(line.replace(/\r\n$/, ""))) };
};

/** Two tables of one name would be one file. */
const distinct = (tables: readonly CsvTable[]): CsvTable[] =>
  tables.map((table, index) => {
    const before = tables.slice(0, index).filter(({ path }) => path === table.path).length;
    return before === 0 ? table : { ...table, path: table.path.replace(/\.csv$/, `-${before + 1}.csv`) };
  });

/** Everything that a package holds, by path. The same report gives the same files, byte by byte, whenever it is asked. */
export function packageFiles({ view, document, content }: FrozenReport): File[] {
  const digest = sha256Of(content);
  const head = { digest, clocks: document.clocks, report: { reference: view.reference, kind: document.kind, profile: document.profile, title: document.title, agreement: document.agreement.code, madeAt: view.madeAt ?? "" } };
  const files: File[] = [{ path: "report.json", text: content }, ...distinct(tablesOf(document)).map(csvFile), { path: "verify.mjs", text: verifierProgram }, { path: "README.txt", text: readmeOf(head) }];
  const manifest: Manifest = {
    format: manifestFormat,
    formatVersion: 1,
    ...head,
    period: document.period,
    filters: document.filters,
    ruleVersion: document.ruleVersion,
    auditHead: view.auditHead ?? { seq: 0, hash: "0".repeat(64) },
    withheld: document.withheld,
    rows: [...document.records.map((row) => ({ list: "records" as const, name: row.reference, sha256: sha256Of(canonicalJson(row)) })), ...document.sources.map((row) => ({ list: "sources" as const, name: row.key, sha256: sha256Of(canonicalJson(row)) }))],
    files: files.map(({ path, text, lines }) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256Of(text), ...(lines ? { lines } : {}) })),
  };
  return [...files, { path: "manifest.json", text: `${JSON.stringify(manifest, null, 1)}\n` }];
}

/** A zip's times have no zone and are written as those of the machine: this is its second day in whatever zone it stands. */
const fixedTime = (): Date => new Date(1980, 0, 2);

/**
 * The package as a zip. Not compressed and without times, so that its bytes depend on no library's version, no clock and no zone: the
 * same report is the same file on another machine.
 */
export async function packReport(report: FrozenReport): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { path, text } of packageFiles(report)) zip.addBuffer(Buffer.from(text, "utf8"), path, { compress: false, mtime: fixedTime(), forceDosTimestamp: true, mode: 0o100644 });
  zip.end();
  return buffer(zip.outputStream);
}
