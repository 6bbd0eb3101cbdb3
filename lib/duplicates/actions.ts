"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { formAction } from "@/lib/server/form-action";
import { draftToCompare, mergeForm, relationForm, relationUndoForm, type LikeRecord } from "./schema";
import { compareDraft, mergeIncidents, relateIncidents, undoRelationOf, unmergeIncidents } from "./service";

function toRecord({ id }: { id: number }): void {
  revalidatePath("/", "layout");
  redirect(`/incidents/${id}#duplicates`);
}

export const relateIncidentsAction = formAction({ input: relationForm, run: relateIncidents, done: toRecord });
export const undoRelationAction = formAction({ input: relationUndoForm, run: undoRelationOf, done: toRecord });
export const mergeIncidentsAction = formAction({ input: mergeForm, run: mergeIncidents, done: toRecord });
export const unmergeIncidentsAction = formAction({ input: mergeForm, run: unmergeIncidents, done: toRecord });

/** Records like the one that is being written; none while it is too incomplete to compare. */
export async function likeDraftAction(draft: unknown): Promise<LikeRecord[]> {
  const actor = await requireActor();
  const parsed = draftToCompare.safeParse(draft);
  return parsed.success ? compareDraft(actor, parsed.data) : [];
}
