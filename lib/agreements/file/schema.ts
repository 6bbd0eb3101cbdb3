import { z } from "zod";
import { sourceInput, speakerInput } from "@/lib/sources/schema";
import { agreementParts, canonical, canonicalFields, discrepancyParts, sourceParts, speakerParts } from "../domain/parts";
import { agreementInput, discrepancyInput } from "../schema";
import { fieldWords } from "./domain/field-words";

export const fileFormat = "truce-ledger/agreement";
export const fileFormatVersion = 1;

/** The largest file that is taken. The agreement with the most duties of the reference data has a fiftieth of it. */
export const fileLimitBytes = 5_000_000;

/** One agreement with everything that it names: who speaks, what was read, the text, the duties, where accounts differ. */
export const agreementFile = z.strictObject({
  format: z.literal(fileFormat),
  formatVersion: z.literal(fileFormatVersion),
  speakers: z.array(speakerInput).max(500).default([]),
  sources: z.array(sourceInput).max(3000).default([]),
  agreement: agreementInput,
  discrepancies: z.array(discrepancyInput).max(500).default([]),
});
export type AgreementFile = z.output<typeof agreementFile>;

/** The form of the import page: the file as a text, and what is to be done with it. */
export const agreementFileForm = z.object({ text: z.string(), intent: z.enum(["preview", "import"]) });

/** The file with its fields in the order of the format and every list that has no order sorted: what is written, and what its text is made from. */
export const canonicalFile = (file: AgreementFile): AgreementFile =>
  agreementFile.parse({
    ...file,
    speakers: canonical(file.speakers, speakerParts),
    sources: canonical(file.sources, sourceParts),
    agreement: canonicalFields(file.agreement, agreementParts),
    discrepancies: canonical(file.discrepancies, discrepancyParts),
  });

/** The canonical text of a file: equal agreements have equal texts, byte by byte. */
export const textOfFile = (file: AgreementFile): string => `${JSON.stringify(canonicalFile(file), null, 2)}\n`;

type Schema = z.core.JSONSchema.BaseSchema;

/** The format as a JSON Schema (draft 2020-12), as the file is written. What one field says of another is checked on import. */
export const agreementFileJsonSchema = (): Schema => ({
  ...withWords(z.toJSONSchema(agreementFile, { io: "input", target: "draft-2020-12" }), ""),
  $id: `urn:${fileFormat.replace("/", ":")}:${fileFormatVersion}`,
  title: "Truce Ledger: an agreement as a file",
});

/** The schema with the words for each field, by its path. */
function withWords(schema: Schema, path: string): Schema {
  const words = fieldWords[path];
  return {
    ...(words === undefined ? {} : { description: words }),
    ...schema,
    ...(schema.properties ? { properties: Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, part === true || part === false ? part : withWords(part, path === "" ? name : `${path}.${name}`)])) } : {}),
    ...(isSchema(schema.items) ? { items: withWords(schema.items, `${path}[]`) } : {}),
  };
}

const isSchema = (part: unknown): part is Schema => typeof part === "object" && part !== null && !Array.isArray(part);
