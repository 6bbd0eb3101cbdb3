"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { evidenceEditForm, evidenceWithdrawForm, metadataOf } from "./schema";
import { describeEvidence, withdrawEvidence, type Written } from "./service";

function toItem({ incident }: Written): void {
  revalidatePath("/", "layout");
  redirect(`/incidents/${incident}`);
}

export const describeEvidenceAction = formAction({
  input: evidenceEditForm,
  run: (actor, { id, expectedVersion, claims, ...described }, now) => describeEvidence(actor, { id, expectedVersion, metadata: metadataOf(described), claims }, now),
  done: toItem,
});

export const withdrawEvidenceAction = formAction({ input: evidenceWithdrawForm, run: withdrawEvidence, done: toItem });
