"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { derivationForm, gradingForm, newSourceForm, withdrawalForm } from "./schema";
import { deriveSource, gradeSource, registerReadSource, withdrawSource } from "./service";

function toSource({ id }: { id: number }): void {
  revalidatePath("/", "layout");
  redirect(`/sources/${id}`);
}

export const registerSourceAction = formAction({ input: newSourceForm, run: registerReadSource, done: toSource });
export const gradeSourceAction = formAction({ input: gradingForm, run: gradeSource, done: toSource });
export const deriveSourceAction = formAction({ input: derivationForm, run: deriveSource, done: toSource });
export const withdrawSourceAction = formAction({ input: withdrawalForm, run: withdrawSource, done: toSource });
