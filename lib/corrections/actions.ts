"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { correctionDecisionForm, correctionRequestInput, correctionWithdrawalForm } from "./schema";
import { decideCorrectionRequest, fileCorrectionRequest, withdrawCorrectionRequest } from "./service";

function toRequest({ id }: { id: number }): void {
  revalidatePath("/", "layout");
  redirect(`/corrections/${id}`);
}

export const fileCorrectionRequestAction = formAction({ input: correctionRequestInput, run: fileCorrectionRequest, done: toRequest });
export const decideCorrectionRequestAction = formAction({ input: correctionDecisionForm, run: decideCorrectionRequest, done: toRequest });
export const withdrawCorrectionRequestAction = formAction({ input: correctionWithdrawalForm, run: withdrawCorrectionRequest, done: toRequest });
