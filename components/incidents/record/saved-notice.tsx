import { Notice } from "@/components/ui/notice";
import { workflowStateLabel, type WorkflowState } from "@/lib/codelists/workflow";

/** The answer to having saved the form, said on the page that it leads to. */
export function SavedNotice({ saved, workflow }: { saved: string | string[] | undefined; workflow: WorkflowState }) {
  if (saved === "not-submitted") {
    return (
      <Notice tone="notice" role="alert" title="Saved, but not handed in for review" className="mb-3">
        The record is kept as “{workflowStateLabel(workflow)}”. Submit it below.
      </Notice>
    );
  }
  if (saved !== "yes") return null;
  return (
    <Notice tone="calm" role="status" className="mb-3">
      Saved. The record is “{workflowStateLabel(workflow)}”.
    </Notice>
  );
}
