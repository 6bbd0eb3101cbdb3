import { type TakenAs, takeReport } from "@/lib/reports/reading/service";
import type { Actor } from "@/lib/kernel/actor";
import type { Result } from "@/lib/kernel/result";

type Call = { readonly actor: Actor; readonly params: { readonly id: number }; readonly now: Date };

/** A report as a file, which is kept by no cache: who may read it is asked each time. */
export async function reportFile({ actor, params, now }: Call, as: TakenAs): Promise<Response | Extract<Result<never>, { ok: false }>> {
  const file = await takeReport(actor, params.id, { as, now });
  if (!file.ok) return file;
  const { bytes, contentType, name, digest } = file.value;
  return new Response(Buffer.from(bytes), {
    headers: {
      "content-type": contentType, "content-length": String(bytes.byteLength), "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store", vary: "authorization, cookie", "x-content-type-options": "nosniff", "x-report-digest": digest,
    },
  });
}
