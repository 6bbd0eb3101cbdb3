"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { answerAction } from "@/lib/server/answer-action";
import { decideRows } from "./rows/service";
import { mendRow } from "./rows/mending/service";
import { decisionForm, importCommandForm, mendForm, readingForm } from "./schema";
import { cancelImport, requestCommit, settleReading } from "./service";
import { undoImport } from "./undo/service";

const again = (_value: unknown, { id }: { id: number }): void => revalidatePath(`/imports/${id}`);

export const settleReadingAction = answerAction({ input: readingForm, run: (actor, input, now) => settleReading(actor, input, { now }), done: again });
export const commitImportAction = answerAction({ input: importCommandForm, run: (actor, input, now) => requestCommit(actor, input, { now }), done: again });
export const cancelImportAction = answerAction({ input: importCommandForm, run: (actor, input, now) => cancelImport(actor, input, now), done: again });
export const undoImportAction = answerAction({ input: importCommandForm, run: (actor, input, now) => undoImport(actor, input, now), done: () => revalidatePath("/", "layout") });
export const decideRowsAction = answerAction({ input: decisionForm, run: (actor, input, now) => decideRows(actor, input, now), done: again });
export const mendRowAction = answerAction({
  input: mendForm,
  run: (actor, input, now) => mendRow(actor, input, { now }),
  done: ({ result }, { id, record }) => {
    again(undefined, { id });
    // Mended for good: back to the list; else the page shows what is still wrong.
    if (result === "accepted" || result === "acceptedWithWarning" || result === "duplicate") redirect(`/imports/${id}?mended=${record}`);
  },
});
