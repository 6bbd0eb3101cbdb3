import { z } from "zod";
import type { Result } from "@/lib/kernel/result";

/** What a successful call answers with. `schema` describes JSON, or with `mediaType` each line of it; other media say only their type. */
export type AnswerShape = { description: string; schema?: z.ZodType; mediaType?: string; headers?: Record<string, string> };

/**
 * One door of the HTTP API. The same object checks the input of the route and describes it in the OpenAPI document,
 * so that the two can't disagree.
 */
export type Operation<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType> = {
  id: string;
  method: "GET" | "POST" | "PATCH";
  path: string;
  tag: string;
  summary: string;
  description?: string;
  params: P;
  query: Q;
  body: B;
  /** Where the body is a file in JSON: it is handed on as the text that it is, up to this size, and `body` only describes it. */
  fileLimitBytes?: number;
  /** Names that the body may have at its top; any other is refused, so that a slip of the pen isn't lost in silence. */
  bodyFields?: ReadonlySet<string>;
  /** Where a query isn't read name by name, as for filters that repeat. */
  readQuery?: (params: URLSearchParams) => Result<z.output<Q>>;
  /** A file comes along: as the body, with the query for its fields, or as the file of a form whose fields are those of the query. */
  takesFile?: true;
  answers: Record<number, AnswerShape>;
  /** Refusals of this door beyond 401, 404 and 422. */
  problems?: readonly number[];
  ifMatch?: "required" | "optional";
};

/** Declares an operation and keeps the exact types of its schemas. */
export const operation = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(facts: Operation<P, Q, B>): Operation<P, Q, B> => facts;

export const noParams = z.object({});
export const noQuery = z.strictObject({});
export const noBody = z.undefined();

/** Whether a call of this operation brings a body. */
export const hasBody = (facts: Operation): boolean => !(facts.body instanceof z.ZodUndefined);
