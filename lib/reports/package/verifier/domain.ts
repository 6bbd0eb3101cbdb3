/**
 * The program that goes with every package: plain Node without a dependency, so that it runs years later on another machine. It is kept
 * as text because it is a file of the package and no part of the product; a test runs it as a reader would.
 */
export const verifierProgram = String.raw`// Checks a report package without a network: node verify.mjs [FOLDER] [--digest HEX] [--json]
// Status 0: every file and row is as the manifest says. 1: something was altered, is missing, or was added. 2: wrong usage.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const words = process.argv.slice(2);
const isJson = words.includes("--json");
const digestAt = words.indexOf("--digest");
const expected = digestAt === -1 ? undefined : words[digestAt + 1];
const named = words.find((word, index) => !word.startsWith("--") && (digestAt === -1 || index !== digestAt + 1));
const folder = path.resolve(named ?? path.dirname(fileURLToPath(import.meta.url)));
if (digestAt !== -1 && !/^[0-9a-f]{64}$/i.test(expected ?? "")) {
  console.error("--digest takes the 64 hexadecimal digits that are printed on the report.");
  process.exit(2);
}

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

function canonical(value) {
  if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return "{" + entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => JSON.stringify(name) + ":" + canonical(part)).join(",") + "}";
}

const filesIn = (place) => readdirSync(place, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(path.join(place, entry.name)) : [path.relative(folder, path.join(place, entry.name)).split(path.sep).join("/")]));

const problems = [];
const tell = (file, problem, row) => problems.push(row === undefined ? { file, problem } : { file, problem, row });

function read(file) {
  try {
    return readFileSync(path.join(folder, file));
  } catch {
    return undefined;
  }
}

const manifestBytes = read("manifest.json");
let manifest;
try {
  manifest = manifestBytes && JSON.parse(manifestBytes.toString("utf8"));
} catch {
  manifest = undefined;
}
if (!manifest || manifest.format !== "truce-ledger-report-package" || !Array.isArray(manifest.files)) {
  console.error(folder + " holds no manifest.json of a report package.");
  process.exit(1);
}

function checkLines({ path: file, lines }, content) {
  const found = content.toString("utf8").split("\r\n");
  if (found.at(-1) === "") found.pop();
  for (let index = 0; index < Math.max(found.length, lines.length); index++) {
    const line = found[index];
    if (line === undefined) tell(file, "missing", "line " + (index + 1));
    else if (lines[index] === undefined) tell(file, "added", "line " + (index + 1));
    else if (sha256(line) !== lines[index]) tell(file, "altered", "line " + (index + 1));
  }
}

function checkRows(content) {
  let report;
  try {
    report = JSON.parse(content.toString("utf8"));
  } catch {
    return tell("report.json", "altered");
  }
  for (const { list, name, sha256: digest } of manifest.rows) {
    const row = (report[list] ?? []).find((one) => (one.reference ?? one.key) === name);
    if (row === undefined) tell("report.json", "missing", name);
    else if (sha256(canonical(row)) !== digest) tell("report.json", "altered", name);
  }
}

for (const file of manifest.files) {
  const content = read(file.path);
  if (content === undefined) tell(file.path, "missing");
  else if (sha256(content) !== file.sha256) {
    const before = problems.length;
    if (file.lines) checkLines(file, content);
    if (file.path === "report.json") checkRows(content);
    if (problems.length === before) tell(file.path, "altered");
  }
}
const known = new Set(["manifest.json", ...manifest.files.map((file) => file.path)]);
for (const file of filesIn(folder)) if (!known.has(file) && statSync(path.join(folder, file)).isFile()) tell(file, "added");
const report = read("report.json");
const digest = report === undefined ? null : sha256(report);
if (digest !== null && digest !== manifest.digest && !problems.some(({ file }) => file === "report.json")) tell("report.json", "is not the report of the manifest");
const isOther = expected !== undefined && digest !== expected.toLowerCase();

const isIntact = problems.length === 0 && !isOther;
if (isJson) console.log(JSON.stringify({ isIntact, digest, expected: expected ?? null, problems }, null, 2));
else {
  for (const { file, problem, row } of problems) console.log(file + (row ? ", " + row : "") + ": " + problem);
  if (isOther) console.log("Another report: its digest is " + digest + ", not " + expected.toLowerCase() + ".");
  if (isIntact) {
    console.log("Intact: " + manifest.files.length + " files, " + manifest.rows.length + " rows. SHA-256 of report.json: " + digest);
    console.log(expected === undefined ? "Hold this digest against the one that is printed on the report, or that its maker tells you: who alters a package can alter its manifest." : "It is the digest that you gave: the report is genuine.");
  } else console.log("Altered, or not whole.");
}
process.exit(isIntact ? 0 : 1);
`;
