import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { cancelImportAction, commitImportAction, undoImportAction } from "@/lib/imports/actions";
import type { ImportCommand } from "@/lib/imports/run/domain";
import type { ImportView } from "@/lib/imports/schema";
import { numberText, recordsText } from "../number-text";
import { CommandForm } from "./command-form";

/** What can be done with the import as a whole. */
export function RunCommands({ run, allowed }: { run: ImportView; allowed: readonly ImportCommand[] }) {
  const may = (command: ImportCommand): boolean => allowed.includes(command);
  const count = run.effects.create + run.effects.update;
  const errors = run.effects.needsReview + run.effects.rejected;
  if (!may("commit") && !may("undo") && !may("cancel") && errors === 0) return null;
  return (
    <Card title={may("commit") ? "Write the records" : "What can be done"}>
      <div className="grid grid-cols-1 gap-5">
        {may("commit") && count > 0 && (
          <CommandForm action={commitImportAction} id={run.id} variant="primary" label={`Write ${recordsText(count)}`} working="Asking…" help={`${numberText(run.effects.create)} created and ${numberText(run.effects.update)} updated as one batch, all or none. ${waiting(run)}`} />
        )}
        {may("commit") && count === 0 && <p className="text-sm text-ink-soft">No record of this file would be written: none is new, changed or accepted.</p>}
        {errors > 0 && (
          <div className="grid gap-1.5">
            <p className="max-w-prose text-sm text-ink-soft">{recordsText(errors)} held or rejected, with record number, column, value and reason beside the cells. Put right, the file can be brought in as it is.</p>
            <div>
              <a href={`/api/v1/imports/${run.id}/errors.csv`} download className={buttonClasses("secondary", "medium")}>
                Download the error file
              </a>
            </div>
          </div>
        )}
        {may("undo") && <CommandForm action={undoImportAction} id={run.id} variant="danger" label="Undo this import" working="Undoing…" asksReason help="Takes out what it created and puts back what it updated, as long as nobody has worked on those records since." />}
        {may("cancel") && <CommandForm action={cancelImportAction} id={run.id} label="Cancel this import" working="Cancelling…" help="Nothing of it is written; the file and what was read of it are let go." />}
      </div>
    </Card>
  );
}

const waiting = ({ effects }: ImportView): string => (effects.needsReview === 0 ? "" : `${recordsText(effects.needsReview)} without a decision ${effects.needsReview === 1 ? "is" : "are"} left out.`);
