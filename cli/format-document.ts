import { agreementFileJsonSchema } from "@/lib/agreements/file/schema";

type Schema = ReturnType<typeof agreementFileJsonSchema>;

const head = `# The fields of an agreement file

Made by \`npm run cli -- agreement schema --fields --out docs/agreement-format/fields.md\` from the schema that checks the files; not written by
hand. How to write a file, with examples, is in [README.md](README.md); [agreement.schema.json](agreement.schema.json) is the same for editors.`;

const isSchema = (part: unknown): part is Schema => typeof part === "object" && part !== null && !Array.isArray(part);
const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The part of a nullable schema that is not null. */
const wholeOf = (schema: Schema): { part: Schema; isNullable: boolean } => {
  const others = (schema.anyOf ?? []).filter(isSchema).filter((part) => part.type !== "null");
  return others[0] && schema.anyOf ? { part: others[0], isNullable: others.length < schema.anyOf.length } : { part: schema, isNullable: false };
};

function typeOf(schema: Schema): string {
  const { part, isNullable } = wholeOf(schema);
  return isNullable ? `${plainType(part)} or null` : plainType(part);
}

const formatWords: Readonly<Record<string, string>> = { date: "day", "date-time": "instant in UTC", uri: "web address" };

function plainType({ type, enum: codes, format, pattern, const: only, items, maxItems }: Schema): string {
  if (only !== undefined) return `\`${JSON.stringify(only)}\``;
  if (codes) return codes.map((code) => `\`${String(code)}\``).join(", ");
  if (isSchema(items)) return listType(items, maxItems);
  const words = formatWords[format ?? ""];
  if (words !== undefined) return words;
  return pattern === undefined ? plainWord(String(type)) : `\`${pattern}\``;
}

const plainWord = (type: string): string => (type === "string" ? "text" : type);
const listType = (items: Schema, most: number | undefined): string => `list${most === undefined ? "" : ` of at most ${most}`}${items.type === "object" ? "" : `: ${typeOf(items)}`}`;

function rowsOf(schema: Schema, path: string): string[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    if (!isSchema(part)) return [];
    const at = path === "" ? name : `${path}.${name}`;
    const given = required.has(name) ? "yes" : part.default === undefined ? "no" : `no: ${JSON.stringify(part.default)}`;
    return [`| \`${at}\` | ${cell(typeOf(part))} | ${given} | ${cell(part.description ?? "")} |`, ...rowsOf(part, at), ...(isSchema(part.items) ? rowsOf(part.items, `${at}[]`) : [])];
  });
}

/** The page of fields: every path of the file with its type, whether it must be given, and what it means. */
export const fieldsDocument = (): string => [head, "", "| Field | Type | Needed, else | Meaning |", "| --- | --- | --- | --- |", ...rowsOf(agreementFileJsonSchema(), ""), ""].join("\n");

/** The JSON Schema as it is kept under docs. */
export const schemaDocument = (): string => `${JSON.stringify(agreementFileJsonSchema(), null, 2)}\n`;
