"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { currentActor } from "@/lib/auth/session";
import { invalid } from "@/lib/kernel/refusal";
import { refuse, type Result } from "@/lib/kernel/result";
import { formAction } from "@/lib/server/form-action";
import { reportInput } from "./schema";
import { requestReport } from "./service";
import { verifyPageLimitBytes, type ReportVerdict } from "./verification/schema";
import { verifyReport } from "./verification/service";

export const requestReportAction = formAction({
  input: reportInput,
  run: requestReport,
  done: ({ id }) => {
    revalidatePath("/reports");
    redirect(`/reports/${id}`);
  },
});

/** Verifies what the page was given, a file or a digest. Open to whoever holds a report: no account is asked for, and less is told without one. */
export async function verifyReportAction(_previous: unknown, formData: FormData): Promise<Result<ReportVerdict>> {
  const [file, digest] = [formData.get("file"), formData.get("digest")];
  if (file instanceof File && file.size > verifyPageLimitBytes) return refuse(invalid("file", "too_large", `This page takes files of up to ${verifyPageLimitBytes / 1_000_000} MB. Send a larger one to the API, use the command line, or run verify.mjs of the package; or paste the digest.`));
  const given = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : typeof digest === "string" && digest.trim() !== "" ? Buffer.from(digest.trim().slice(0, 200), "utf8") : undefined;
  if (!given) return refuse(invalid("file", "required", "Choose a package or a report.json, or paste the digest that is printed on the report."));
  const result = await verifyReport(await currentActor(), given, new Date());
  if (result.ok || result.refusal.kind !== "invalid" || !(typeof digest === "string" && digest.trim() !== "" && !(file instanceof File && file.size > 0))) return result;
  return refuse(invalid("digest", "no_digest", "A digest has 64 hexadecimal digits, 0 to 9 and a to f."));
}
