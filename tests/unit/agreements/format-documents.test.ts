import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fieldsDocument, schemaDocument } from "@/cli/format-document";
import { fieldWords } from "@/lib/agreements/file/domain/field-words";
import { agreementFileJsonSchema, textOfFile } from "@/lib/agreements/file/schema";
import { readAgreementFile } from "@/lib/agreements/file/reading/service";
import { readReference } from "@/prisma/seed/files";
import { agreementFileOf } from "@/prisma/seed/load/agreements";

const read = (name: string) => readFileSync(new URL(`../../../docs/agreement-format/${name}`, import.meta.url), "utf8");
const reference = readReference();
const fileOf = (code: string) => agreementFileOf(reference.agreements.find((row) => row.id === code) ?? expect.fail(`no ${code}`), reference);

type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; enum?: unknown[] };
const pathsOf = (schema: Schema, path = ""): string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return [at, ...pathsOf(part, at), ...(part.items ? pathsOf(part.items, `${at}[]`) : [])];
  });

describe("the documents of the format", () => {
  it("agreement.schema.json is what the code says (agreement schema --out docs/agreement-format/agreement.schema.json)", () => expect(read("agreement.schema.json")).toBe(schemaDocument()));
  it("fields.md is what the code says (agreement schema --fields --out docs/agreement-format/fields.md)", () => expect(read("fields.md")).toBe(fieldsDocument()));
  it("every field has its words, and no words are left over", () => expect(Object.keys(fieldWords).toSorted()).toEqual(pathsOf(agreementFileJsonSchema() as Schema).toSorted()));

  it("example.json is an agreement of the reference data in its canonical form", () => {
    expect(read("example.json")).toBe(textOfFile(fileOf("AGR-SY-2017-05-04")));
    expect(readAgreementFile(read("example.json"), ["2026-11-2"])).toMatchObject({ ok: true });
  });

  it("the examples of the README stand in the file of the November statement", () => {
    const within = (value: unknown): unknown[] => (typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(within)] : []);
    const parts = within(fileOf("AGR-2020-11-10")).map((part) => JSON.stringify(part));
    const examples = [...read("README.md").matchAll(/```json\n([\s\S]*?)```/g)].map((match) => JSON.stringify(JSON.parse(match[1] ?? "")));
    expect(examples.length).toBeGreaterThan(6);
    expect(examples.filter((example) => !parts.includes(example))).toEqual([]);
  });

  it("the README lists every refusal that the code can make", () => {
    const sources = ["domain/rules.ts", "domain/duty-rules.ts", "truces/domain/rules.ts", "file/domain/references.ts", "file/domain/wording.ts", "file/reading/schema.ts", "file/reading/service.ts"].map((name) => readFileSync(new URL(`../../../lib/agreements/${name}`, import.meta.url), "utf8"));
    const codes = sources.flatMap((text) => [...text.matchAll(/(?:code: |, |return )"([a-z]+(?:_[a-z]+)+|repeated|changed|removed)"/g)].map((match) => match[1] ?? ""));
    expect(new Set(codes).size).toBeGreaterThan(25);
    expect([...new Set(codes)].filter((code) => !read("README.md").includes(`\`${code}\``))).toEqual([]);
  });
});
