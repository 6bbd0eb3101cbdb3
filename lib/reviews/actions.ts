"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { transitionForm } from "./schema";
import { transitionIncident } from "./service";

export const transitionIncidentAction = formAction({
  input: transitionForm,
  run: transitionIncident,
  done: ({ id }) => {
    // What a step changes is seen on the board, in the list and in the queue as well.
    revalidatePath("/", "layout");
    redirect(`/incidents/${id}`);
  },
});
