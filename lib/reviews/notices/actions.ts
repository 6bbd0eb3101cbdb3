"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/server/form-action";
import { noticeForm } from "./schema";
import { seeNotice } from "./service";

export const seeNoticeAction = formAction({ input: noticeForm, run: seeNotice, done: () => revalidatePath("/review") });
