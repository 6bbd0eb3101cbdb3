"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/server/form-action";
import { decideRows } from "./rows/service";
import { mendRow } from "./rows/mending/service";
import { decisionForm, importCommandForm, mendForm, readingForm } from "./schema";
import { cancelImport, requestCommit, settleReading } from "./service";
import { undoImport } from "./undo/service";

const again = (_value: unknown, { id }: { id: number }): void => revalidatePath(`/imports/${id}`);

export const settleReadingAction = formAction({ input: readingForm, run: (actor, input, now) => settleReading(actor, input, { now }), done: again });
export const commitImportAction = formAction({ input: importCommandForm, run: (actor, input, now) => requestCommit(actor, input, { now }), done: again });
export const cancelImportAction = formAction({ input: importCommandForm, run: cancelImport, done: again });
export const undoImportAction = formAction({ input: importCommandForm, run: undoImport, done: () => revalidatePath("/", "layout") });
export const decideRowsAction = formAction({ input: decisionForm, run: decideRows, done: again });
export const mendRowAction = formAction({
  input: mendForm,
  run: mendRow,
  done: ({ result }, { id, record }) => {
    revalidatePath(`/imports/${id}`, "layout");
    // Mended for good: back to the list; else the page shows what is still wrong.
    if (result === "accepted" || result === "acceptedWithWarning" || result === "duplicate") redirect(`/imports/${id}?mended=${record}`);
  },
});
