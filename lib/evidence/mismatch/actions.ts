"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { mismatchForm, mismatchUndoForm } from "./schema";
import { findMismatch, undoMismatch } from "./service";

function toItem({ id, incident }: { id: number; incident: number }): void {
  revalidatePath("/", "layout");
  redirect(`/incidents/${incident}#evidence-${id}`);
}

export const findMismatchAction = formAction({ input: mismatchForm, run: findMismatch, done: toItem });
export const undoMismatchAction = formAction({ input: mismatchUndoForm, run: undoMismatch, done: toItem });
