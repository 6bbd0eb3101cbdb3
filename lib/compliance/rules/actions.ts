"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { recordRulesInput } from "./schema";
import { recordRules } from "./service";

export const recordRulesAction = formAction({
  input: recordRulesInput,
  run: recordRules,
  done: ({ version }) => {
    // Other rules may change every state on every board.
    revalidatePath("/", "layout");
    redirect(`/methods?rules=${version}`);
  },
});
