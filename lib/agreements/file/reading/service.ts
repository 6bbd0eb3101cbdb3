import type { FieldError } from "@/lib/kernel/refusal";
import { readJsonText, type TextPlace } from "@/lib/server/json-text";
import { agreementErrors } from "../../domain/rules";
import { ruleVersionErrors } from "../../domain/duty-rules";
import { discrepancyParts, type Parts, sourceParts, speakerParts } from "../../domain/parts";
import { repeatedIn } from "../../domain/changes";
import { longestText } from "../../schema";
import type { FileProblem } from "../domain/report";
import { withinAgreement } from "../domain/wording";
import { agreementFile, type AgreementFile, fileLimitBytes } from "../schema";
import { outlineProblem, problemsOfSchema, wordsOf } from "./schema";

type PlaceOf = (path: string) => TextPlace | undefined;
export type ReadFile = { readonly ok: true; readonly file: AgreementFile; readonly placeOf: PlaceOf } | { readonly ok: false; readonly problems: FileProblem[] };

const refused = (problems: readonly FieldError[], placeOf: PlaceOf = () => undefined): ReadFile => ({ ok: false, problems: problems.map((problem) => placed(problem, placeOf)) });

/** The problem with the place in the text at which its field stands. */
export function placed(problem: FileProblem, placeOf: PlaceOf): FileProblem {
  const place = problem.line === undefined ? placeOf(problem.path) : undefined;
  return place ? { ...problem, ...place } : problem;
}

/**
 * Reads a text as an agreement file and checks what can be known without the record: size, JSON, format, fields, and the rules
 * of an agreement (circles of duties, dates before the agreement, terms without a start, settings without a version of the rules).
 */
export function readAgreementFile(text: string, ruleVersions: readonly string[]): ReadFile {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > fileLimitBytes) return refused([{ path: "", code: "too_large", message: `The file has ${bytes} bytes; at most ${fileLimitBytes} are taken.` }]);
  const read = readJsonText(text);
  if (!read.ok) {
    const { code, path, message, place } = read.error;
    return { ok: false, problems: [{ path, code, message, ...place }] };
  }
  const { value, placeOf } = read;
  const outline = outlineProblem(value);
  if (outline) return refused([outline], placeOf);
  const parsed = agreementFile.safeParse(value, { error: wordsOf });
  if (!parsed.success) return refused(problemsOfSchema(parsed.error), placeOf);
  const problems = [...textProblems(parsed.data, ""), ...ruleProblems(parsed.data, ruleVersions)];
  return problems.length > 0 ? refused(problems, placeOf) : { ok: true, file: parsed.data, placeOf };
}

const fileParts: Parts = { speakers: speakerParts, sources: sourceParts, discrepancies: discrepancyParts };

function ruleProblems(file: AgreementFile, ruleVersions: readonly string[]): FieldError[] {
  const { agreement: _agreement, ...registers } = file;
  return [
    ...repeatedIn(registers, fileParts).map(({ path, key }) => ({ path, code: "repeated", message: `This is given twice: ${key}.` })),
    ...agreementErrors(file.agreement).map(withinAgreement),
    ...ruleVersionErrors(file.agreement.obligations, ruleVersions).map(withinAgreement),
  ];
}

/** Texts that the database can't keep as they are, or that are too long to be a field of an agreement. */
function textProblems(value: unknown, path: string): FieldError[] {
  if (typeof value === "string") return wrongText(value, path);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textProblems(part, path === "" ? name : `${path}.${name}`));
}

function wrongText(text: string, path: string): FieldError[] {
  if (text.includes("\0")) return [{ path, code: "invalid_character", message: "The character U+0000 can't be stored; leave it out." }];
  if (/\p{Surrogate}/u.test(text)) return [{ path, code: "invalid_character", message: "There is half of a character here (a lone surrogate), which can't be stored; write the whole character." }];
  if (text.length > longestText) return [{ path, code: "too_long", message: `This text has ${text.length} characters; at most ${longestText} are kept.` }];
  return [];
}
