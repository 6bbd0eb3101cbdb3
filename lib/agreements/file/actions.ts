"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ok } from "@/lib/kernel/result";
import { answerAction } from "@/lib/server/answer-action";
import { agreementFileForm } from "./schema";
import { importAgreement, previewAgreement } from "./service";

export const agreementFileAction = answerAction({
  input: agreementFileForm,
  run: async (actor, { text, intent }, now) => {
    if (intent === "preview") return previewAgreement(actor, text, now);
    const done = await importAgreement(actor, text, now);
    return done.ok ? ok({ report: done.value, errors: [] }) : done;
  },
  done: ({ report }, { intent }) => {
    if (intent === "preview" || report === null) return;
    revalidatePath("/", "layout");
    redirect(`/agreements/${encodeURIComponent(report.code)}?imported=${report.outcome.toLowerCase()}`);
  },
});
