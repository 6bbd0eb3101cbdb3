"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Actor } from "@/lib/kernel/actor";
import { ok, type Result } from "@/lib/kernel/result";
import { transitionIncident } from "@/lib/reviews/service";
import { formAction } from "@/lib/server/form-action";
import { incidentEditForm, incidentLogForm } from "./schema";
import { editIncident, logIncident } from "./service";

type Saved = { id: number; isSubmitRefused: boolean };
type After = { intent: "draft" | "submit"; actor: Actor; now: Date };

/** What was saved stays saved when handing it in is refused: the form must not log it a second time. The record's page says so. */
async function andSubmit(saved: Result<{ id: number; version: number }>, { intent, actor, now }: After): Promise<Result<Saved>> {
  if (!saved.ok) return saved;
  const { id, version } = saved.value;
  if (intent === "draft") return ok({ id, isSubmitRefused: false });
  const submitted = await transitionIncident(actor, { id, expectedVersion: version, command: "submit" }, now);
  return ok({ id, isSubmitRefused: !submitted.ok });
}

function toRecord({ id, isSubmitRefused }: Saved): void {
  revalidatePath("/", "layout");
  redirect(`/incidents/${id}?saved=${isSubmitRefused ? "not-submitted" : "yes"}`);
}

export const logIncidentAction = formAction({
  input: incidentLogForm,
  run: async (actor, { intent, ...input }, now) => andSubmit(await logIncident(actor, input, now), { intent, actor, now }),
  done: toRecord,
});

export const editIncidentAction = formAction({
  input: incidentEditForm,
  run: async (actor, { id, expectedVersion, intent, ...input }, now) => andSubmit(await editIncident(actor, { id, expectedVersion, input }, now), { intent, actor, now }),
  done: toRecord,
});
