import { canonicalJson } from "@/lib/kernel/canonical-json";
import { type Manifest, manifestFormat } from "../../package/domain";

/** What is wrong with a file of a package, and in which of its rows where that can be told. */
export type PackageProblem = { readonly file: string; readonly problem: "altered" | "missing" | "added"; readonly row: string | null };

export type DigestOf = (content: string | Uint8Array) => string;
/** The files of a package by path, as text; one that is no text is given as it is. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The JSON of a text; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isManifest = (value: unknown): value is Manifest =>
  typeof value === "object" && value !== null && "format" in value && value.format === manifestFormat && "files" in value && Array.isArray(value.files) && "rows" in value && Array.isArray(value.rows) && "report" in value;

/** The manifest of a package; undefined where there is none that can be read. */
export function manifestOf(files: PackageFiles): Manifest | undefined {
  const bytes = files.get("manifest.json");
  const value = bytes && jsonOf(textOf(bytes));
  return isManifest(value) ? value : undefined;
}

const asked = ["kind", "agreement", "subject", "period", "clocks", "profile", "filters"] as const;

/** Whether two reports answer the same question: one of them may then be the other, altered. */
export const isSameQuestion = (one: unknown, other: unknown): boolean => isRow(one) && isRow(other) && asked.every((name) => canonicalJson(one[name]) === canonicalJson(other[name]));

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;

/** The rows of a report's lists by their name, with the digest of each. */
export function rowDigests(document: unknown, digestOf: DigestOf): Map<string, string> {
  const rows = new Map<string, string>();
  for (const list of ["records", "sources"] as const) {
    const found = isRow(document) ? document[list] : undefined;
    for (const row of Array.isArray(found) ? found.filter(isRow) : []) {
      const name = row["reference"] ?? row["key"];
      if (typeof name === "string") rows.set(`${list}|${name}`, digestOf(canonicalJson(row)));
    }
  }
  return rows;
}

/** The rows in which two reports differ. */
export function differingRows(expected: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): PackageProblem[] {
  const problem = (key: string, kind: PackageProblem["problem"]): PackageProblem => ({ file: "report.json", problem: kind, row: key.split("|")[1] ?? key });
  const lost = [...expected].flatMap(([key, digest]) => (found.has(key) ? (found.get(key) === digest ? [] : [problem(key, "altered")]) : [problem(key, "missing")]));
  const more = [...found.keys()].filter((key) => !expected.has(key)).map((key) => problem(key, "added"));
  return [...lost, ...more];
}

function differingLines(path: string, lines: readonly string[], { bytes, digestOf }: { bytes: Uint8Array; digestOf: DigestOf }): PackageProblem[] {
  const found = textOf(bytes).split("\r\n");
  if (found.at(-1) === "") found.pop();
  return Array.from({ length: Math.max(found.length, lines.length) }, (_, index) => index).flatMap((index): PackageProblem[] => {
    const row = `line ${index + 1}`;
    const [line, digest] = [found[index], lines[index]];
    if (line === undefined) return [{ file: path, problem: "missing", row }];
    if (digest === undefined) return [{ file: path, problem: "added", row }];
    return digestOf(line) === digest ? [] : [{ file: path, problem: "altered" as const, row }];
  });
}

/** Every file and row of a package that is not as its manifest says; none where all are. The offline verifier of the package tells the same. */
export function checkPackage(files: PackageFiles, manifest: Manifest, digestOf: DigestOf): PackageProblem[] {
  const known = new Set(["manifest.json", ...manifest.files.map(({ path }) => path)]);
  const problems = manifest.files.flatMap((file): PackageProblem[] => {
    const bytes = files.get(file.path);
    if (!bytes) return [{ file: file.path, problem: "missing", row: null }];
    if (digestOf(bytes) === file.sha256) return [];
    const rows = file.path === "report.json" ? differingRows(new Map(manifest.rows.map(({ list, name, sha256 }) => [`${list}|${name}`, sha256])), rowDigests(jsonOf(textOf(bytes)), digestOf)) : file.lines ? differingLines(file.path, file.lines, { bytes, digestOf }) : [];
    return rows.length > 0 ? rows : [{ file: file.path, problem: "altered", row: null }];
  });
  return [...problems, ...[...files.keys()].filter((path) => !known.has(path)).map((path): PackageProblem => ({ file: path, problem: "added", row: null }))];
}
