import type { oas31 } from "zod-openapi";
import { openApiDocument } from "../../v1/_operations/document";

export type FieldWords = { name: string; place: string; type: string; isRequired: boolean; description: string };
export type OperationWords = { id: string; method: string; path: string; tag: string; summary: string; description: string | undefined; fields: FieldWords[]; body: FieldWords[]; answers: { status: string; description: string }[] };

type Schema = oas31.SchemaObject | oas31.ReferenceObject;
type Schemas = Readonly<Record<string, Schema>>;

const isReference = (value: object): value is oas31.ReferenceObject => "$ref" in value;
const refName = (reference: oas31.ReferenceObject): string => reference.$ref.split("/").at(-1) ?? reference.$ref;

/** A schema's type in a few words. */
export function typeInWords(schema: Schema | undefined): string {
  if (!schema) return "anything";
  if (isReference(schema)) return refName(schema);
  if (schema.enum) return codesInWords(schema.enum.map(String));
  if (schema.type === "array") return `list of ${typeInWords(schema.items)}`;
  const choices = schema.anyOf ?? schema.oneOf;
  return choices ? choices.map(typeInWords).join(", or ") : [plainType(schema), ...limitsOf(schema)].join(", ");
}

const codesInWords = (codes: string[]): string => (codes.length > 12 ? `one of ${codes.length} codes: ${codes.slice(0, 6).join(", ")} …` : `one of ${codes.join(", ")}`);
const plainType = ({ type }: oas31.SchemaObject): string => (Array.isArray(type) ? type.join(" or ") : (type ?? "anything"));

function limitsOf({ minimum, maximum }: oas31.SchemaObject): string[] {
  const least = minimum === undefined ? [] : [`at least ${minimum}`];
  return maximum === undefined || maximum > 1e15 ? least : [...least, `at most ${maximum}`];
}

function fieldOf(parameter: oas31.ParameterObject | oas31.ReferenceObject): FieldWords {
  if (isReference(parameter)) return { name: refName(parameter), place: "", type: "", isRequired: false, description: "" };
  return { name: parameter.name, place: parameter.in, type: typeInWords(parameter.schema), isRequired: parameter.required ?? false, description: parameter.description ?? "" };
}

function bodyOf(operation: oas31.OperationObject, schemas: Schemas): FieldWords[] {
  const { requestBody } = operation;
  if (!requestBody || isReference(requestBody)) return [];
  const given = requestBody.content["application/json"]?.schema;
  const schema = given && isReference(given) ? schemas[refName(given)] : given;
  if (!schema || isReference(schema)) return [];
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    place: "body",
    type: typeInWords(field),
    isRequired: schema.required?.includes(name) ?? false,
    description: isReference(field) ? "" : (field.description ?? ""),
  }));
}

const methods = ["get", "post", "patch"] as const;

/** Every operation of the OpenAPI document as the page shows it. */
export function operationsInWords(): OperationWords[] {
  const { paths = {}, components } = openApiDocument();
  const schemas: Schemas = components?.schemas ?? {};
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const answers = Object.entries(operation.responses ?? {}).map(([status, answer]) => ({ status, description: "description" in answer ? String(answer.description) : "" }));
      const { operationId: id = "", tags = [], summary = "", description, parameters = [] } = operation;
      return [{ id, method: method.toUpperCase(), path, tag: tags[0] ?? "", summary, description, fields: parameters.map(fieldOf), body: bodyOf(operation, schemas), answers }];
    }),
  );
}
