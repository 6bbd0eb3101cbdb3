import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { incidentInput, incidentView } from "@/lib/incidents/schema";
import { type AnswerShape, hasBody, type Operation } from "@/lib/server/operation";
import { operations } from "./all";

const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.looseObject({ path: z.string(), code: z.string(), message: z.string() })).optional().meta({ description: "For invalid input: what is wrong where; for a file also its line and column." }),
    reference: z.string().optional().meta({ description: "For an unexpected error: what to send along with a report." }),
  })
  .meta({ id: "Problem", description: "A refusal, as in RFC 9457." });

const problemWords: Readonly<Record<number, string>> = {
  400: "The body can't be read.",
  401: "No valid token or session.",
  403: "Not allowed for this role, or not for this person.",
  404: "There is nothing under this address, or you may not see it.",
  409: "In conflict with the record as it stands, or a request with the same Idempotency-Key is under way.",
  412: "The record was changed since you read it.",
  413: "The body is too large.",
  415: "The body is not JSON.",
  422: "The input is not valid; `errors` says what and where.",
  428: "If-Match is missing.",
};

/** The statuses of refusal that an operation can answer with. */
export function problemsOf(facts: Operation): number[] {
  const ofAddress = facts.path.includes("{") ? [404] : [];
  const ofBody = hasBody(facts) ? [400, 413, 415] : facts.takesFile ? [400, 413] : [];
  const ofVersion = facts.ifMatch === "required" ? [412, 428] : facts.ifMatch === "optional" ? [412] : [];
  const ofWrite = facts.method === "GET" ? [] : [403, 409];
  return [...new Set([401, 422, ...ofAddress, ...ofBody, ...ofVersion, ...ofWrite, ...(facts.problems ?? [])])].toSorted((a, b) => a - b);
}

function answerOf({ description, schema, mediaType, headers }: AnswerShape): ZodOpenApiResponsesObject[`${1 | 2 | 3 | 4 | 5}${string}`] {
  const content = schema ? { [mediaType ?? "application/json"]: { schema } } : mediaType ? { [mediaType]: { schema: { type: "string" as const } } } : undefined;
  const headerObjects = Object.entries(headers ?? {}).map(([name, words]) => [name, { description: words, schema: { type: "string" as const } }]);
  return { description, ...(content ? { content } : {}), ...(headers ? { headers: Object.fromEntries(headerObjects) as Record<string, { description: string; schema: { type: "string" } }> } : {}) };
}

function headersOf({ method, ifMatch }: Operation): z.ZodObject | undefined {
  const fields: Record<string, z.ZodType> = {};
  const version = z.string().meta({ description: "The record's ETag as you read it.", example: '"v3"' });
  if (ifMatch === "required") fields["If-Match"] = version;
  if (ifMatch === "optional") fields["If-Match"] = version.optional();
  if (method === "POST") fields["Idempotency-Key"] = z.string().max(200).optional().meta({ description: "The same key with the same request is carried out once and answered alike for seven days." });
  return Object.keys(fields).length === 0 ? undefined : z.object(fields);
}

const binary = { type: "string", format: "binary" } as const;

/** The file as the body, or as the last part of a form whose fields are those of the query. */
function fileBody(query: z.ZodObject | undefined): NonNullable<ZodOpenApiOperationObject["requestBody"]> {
  const form = (query ?? z.object({})).extend({ file: z.string().meta({ override: binary, description: "The file; it comes after all fields." }) });
  return { required: true, content: { "application/octet-stream": { schema: binary }, "multipart/form-data": { schema: form } } };
}

function bodyOf(facts: Operation, query: z.ZodObject | undefined): Pick<ZodOpenApiOperationObject, "requestBody"> {
  if (facts.takesFile) return { requestBody: fileBody(query) };
  return hasBody(facts) ? { requestBody: { required: true, content: { "application/json": { schema: facts.body } } } } : {};
}

function described(facts: Operation): ZodOpenApiOperationObject {
  const headers = headersOf(facts);
  const path = facts.params instanceof z.ZodObject && Object.keys(facts.params.shape).length > 0 ? facts.params : undefined;
  const query = facts.query instanceof z.ZodObject && Object.keys(facts.query.shape).length > 0 ? facts.query : undefined;
  const refusals = problemsOf(facts).map((status) => [status, { description: problemWords[status] ?? "Refused.", content: { "application/problem+json": { schema: problemShape } } }] as const);
  const answers = Object.entries(facts.answers).map(([status, answer]) => [status, answerOf(answer)] as const);
  return {
    operationId: facts.id,
    tags: [facts.tag],
    summary: facts.summary,
    ...(facts.description === undefined ? {} : { description: facts.description }),
    requestParams: { ...(path ? { path } : {}), ...(query ? { query } : {}), ...(headers ? { header: headers } : {}) },
    ...bodyOf(facts, query),
    responses: Object.fromEntries([...answers, ...refusals]) as ZodOpenApiResponsesObject,
  };
}

function pathsOf(list: readonly Operation[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const facts of list) paths[facts.path] = { ...paths[facts.path], [facts.method.toLowerCase()]: described(facts) };
  return paths;
}

/** The OpenAPI 3.1 document, from the same operations that the routes check their input with. */
export const openApiDocument = () =>
  createDocument({
    openapi: "3.1.0",
    info: {
      title: "Truce Ledger",
      version: "1",
      description:
        "Agreements, incidents, reviews and the status board. Claims are kept as claims; the board says why it shows what it shows. Names are in camelCase, instants in UTC with `Z`, calendar dates as `YYYY-MM-DD`. Reference rows are demonstration data compiled from excerpts.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
    paths: pathsOf(operations),
    components: {
      schemas: { Incident: incidentView, IncidentInput: incidentInput },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "Made by `npm run cli -- token create --user EMAIL`." },
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token", description: "The browser's own session; writes only from our own pages." },
      },
    },
  });
