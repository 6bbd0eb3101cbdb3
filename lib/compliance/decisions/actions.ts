"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/server/form-action";
import { decisionForm, secondWordForm } from "./schema";
import { decideStatus, giveSecondWord } from "./service";

// What was decided is seen on the board, on the duty's page and in the list of what waits.
const done = () => revalidatePath("/", "layout");

export const decideStatusAction = formAction({ input: decisionForm, run: decideStatus, done });
export const giveSecondWordAction = formAction({ input: secondWordForm, run: giveSecondWord, done });
