"use server";

import { currentActor } from "@/lib/auth/session";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { type ReportVerdict, verifyPageLimitBytes } from "./schema";
import { verifyReport } from "./service";

/** What a form gave to be verified: a file, or a digest where there is none. */
async function givenIn(formData: FormData): Promise<Result<{ bytes: Uint8Array; isDigest: boolean }>> {
  const [file, digest] = [formData.get("file"), formData.get("digest")];
  if (file instanceof File && file.size > verifyPageLimitBytes) {
    return refuse(invalid("file", "too_large", `This page takes files of up to ${verifyPageLimitBytes / 1_000_000} MB. Send a larger one to the API, use the command line, or run verify.mjs of the package; or paste the digest.`));
  }
  if (file instanceof File && file.size > 0) return ok({ bytes: new Uint8Array(await file.arrayBuffer()), isDigest: false });
  const text = typeof digest === "string" ? digest.trim() : "";
  if (text === "") return refuse(invalid("file", "required", "Choose a package or a report.json, or paste the digest that is printed on the report."));
  return ok({ bytes: new TextEncoder().encode(text.slice(0, 200)), isDigest: true });
}

/** Verifies what the page was given. Open to whoever holds a report: no account is asked for, and less is told without one. */
export async function verifyReportAction(_previous: unknown, formData: FormData): Promise<Result<ReportVerdict>> {
  const given = await givenIn(formData);
  if (!given.ok) return given;
  const result = await verifyReport(await currentActor(), given.value.bytes, new Date());
  const isNoDigest = given.value.isDigest && !result.ok && result.refusal.kind === "invalid";
  return isNoDigest ? refuse(invalid("digest", "no_digest", "A digest has 64 hexadecimal digits, 0 to 9 and a to f.")) : result;
}
