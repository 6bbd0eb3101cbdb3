"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/server/form-action";
import { savedSearchForm, savedSearchId } from "./schema";
import { forgetSearch, saveSearch } from "./service";

const shownOnTheList = () => revalidatePath("/incidents");

export const saveSearchAction = formAction({ input: savedSearchForm, run: saveSearch, done: shownOnTheList });
export const forgetSearchAction = formAction({ input: savedSearchId, run: forgetSearch, done: shownOnTheList });
