import { Notice } from "@/components/ui/notice";

/** Said wherever reference rows are shown. */
export function DemonstrationNotice() {
  return (
    <Notice tone="notice" title="Demonstration data from excerpts" className="mb-4">
      The reference rows were compiled from excerpts of public pages, not from whole documents. States follow from these rows and from the published rules; they are no finding of fact or fault.
    </Notice>
  );
}
