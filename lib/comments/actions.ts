"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { commentForm } from "./schema";
import { commentOnIncident } from "./service";

export const commentOnIncidentAction = formAction({
  input: commentForm,
  run: commentOnIncident,
  done: ({ id }) => {
    revalidatePath(`/incidents/${id}`);
    redirect(`/incidents/${id}#comments`);
  },
});
