"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { reportInput } from "./schema";
import { requestReport } from "./service";

export const requestReportAction = formAction({
  input: reportInput,
  run: requestReport,
  done: ({ id }) => {
    revalidatePath("/reports");
    redirect(`/reports/${id}`);
  },
});
