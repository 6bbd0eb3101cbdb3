import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { verifyLimitBytes } from "@/lib/reports/verification/schema";
import { verifyReport as verify } from "@/lib/reports/verification/service";
import { jsonRoute } from "@/lib/server/json-route";
import { problemOf } from "@/lib/server/problem";
import { BrokenUpload, readUpload } from "@/lib/server/read-upload";
import { verifyReport } from "../../_operations/reports";

/** The file whole, for it has to be hashed whole; undefined where it is larger than any that is taken. */
async function collected(request: Request): Promise<Result<Uint8Array | undefined>> {
  const upload = await readUpload(request);
  if (!upload.ok) return upload;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of upload.value.bytes) {
    length += part.byteLength;
    if (length > verifyLimitBytes) return ok(undefined);
    parts.push(part);
  }
  const rest = await upload.value.rest();
  if (!rest.ok) return rest;
  return length === 0 ? refuse(invalid("file", "required", "Send a report package, its report.json, or its digest.")) : ok(Buffer.concat(parts));
}

export const POST = jsonRoute(verifyReport, async ({ actor, request, now }) => {
  try {
    const bytes = await collected(request);
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) return problemOf({ kind: "content-too-large", status: 413, title: "The file is too large", detail: `At most ${verifyLimitBytes} bytes are taken here. Larger packages are verified by their digest, or offline by their own verify.mjs.` });
    const verdict = await verify(actor, bytes.value, now);
    return verdict.ok ? ok({ body: verdict.value }) : verdict;
  } catch (error) {
    if (error instanceof BrokenUpload) return problemOf({ kind: "invalid", status: 400, title: "The body can't be read", detail: "The upload broke off before the file was whole, or the form can't be read." });
    throw error;
  }
});
