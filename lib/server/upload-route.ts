import type { z } from "zod";
import { invalid, type Refusal } from "@/lib/kernel/refusal";
import { refuse, type Result } from "@/lib/kernel/result";
import { type Call, guarded, type RouteHandler } from "./json-route";
import type { Operation } from "./operation";
import { parseInput } from "./parse-input";
import { problem, problemOf } from "./problem";
import { BrokenUpload, isForm, readUpload, type Upload } from "./read-upload";
import { answerWrite, type Write } from "./write-route";

type UploadCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Call<P, Q, B> & { upload: Upload };
type PreparedCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, T> = Call<P, Q, B> & { prepared: T };

type UploadWork<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, T, V> = Omit<Write<PreparedCall<P, Q, B, T>, V>, "refused"> & {
  limitBytes: () => number;
  /** Reads the file. Nothing is on record after it, so that it may be done again. */
  prepare: (call: UploadCall<P, Q, B>) => Promise<Result<T>>;
  /** What two requests with one key must have in common: the digest of the file, and all that was said of it. */
  digest: (prepared: T) => string;
};

/** Room for the fields and boundaries of a form around the file. */
const formBytes = 1_000_000;

/** A POST that takes a file: read as it comes, prepared, and then put on record once for its `Idempotency-Key`. */
export function uploadRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, T, V>(facts: Operation<P, Q, B>, work: UploadWork<P, Q, B, T, V>): RouteHandler {
  return guarded(facts, async (call) => {
    const declared = Number(call.request.headers.get("content-length") ?? 0);
    if (declared > work.limitBytes() + formBytes) return tooLarge(work.limitBytes());
    try {
      const prepared = await preparedOf(facts, call, work);
      if (!prepared.ok) return refused(prepared.refusal, work.limitBytes());
      return await answerWrite({ ...call, bodyText: work.digest(prepared.value), prepared: prepared.value }, { outcome: work.outcome, perform: work.perform, answer: work.answer });
    } catch (error) {
      if (error instanceof BrokenUpload) return brokenOff();
      throw error;
    }
  });
}

async function preparedOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, T, V>(facts: Operation<P, Q, B>, call: Call<P, Q, B>, work: UploadWork<P, Q, B, T, V>): Promise<Result<T>> {
  const upload = await readUpload(call.request);
  if (!upload.ok) return upload;
  const query = isForm(call.request) ? formFields(facts, upload.value, call.request) : { ok: true as const, value: call.query };
  return query.ok ? work.prepare({ ...call, query: query.value, upload: upload.value }) : query;
}

function formFields<Q extends z.ZodType>(facts: Operation<z.ZodType, Q>, { fields }: Upload, request: Request): Result<z.output<Q>> {
  if (new URL(request.url).search !== "") return refuse(invalid("", "surplus", "With a form, everything about the file is a field of the form; leave the query out."));
  return parseInput(facts.query, fields);
}

function refused(refusal: Refusal, limit: number): Response {
  const isTooLarge = refusal.kind === "invalid" && refusal.errors.some((error) => error.code === "too_large");
  return isTooLarge ? tooLarge(limit) : problem(refusal);
}

const tooLarge = (limit: number): Response =>
  problemOf({ kind: "content-too-large", status: 413, title: "The file is too large", detail: `At most ${limit} bytes are taken here (${Math.round(limit / 1_000_000)} MB).` });

const brokenOff = (): Response => problemOf({ kind: "invalid", status: 400, title: "The body can't be read", detail: "The upload broke off before the file was whole, or the form can't be read. Nothing was kept." });
