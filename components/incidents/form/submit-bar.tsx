import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { LinkButton } from "@/components/ui/link-button";
import type { EditedRecord } from "./incident-form";

type SubmitBarProps = { record: EditedRecord | undefined; isSending: boolean; savedAt: string | undefined };

/** The ways out of the form. Stays in sight; says when the device last kept a draft. */
export function SubmitBar({ record, isSending, savedAt }: SubmitBarProps) {
  return (
    <div className="sm:sticky sm:bottom-0 sm:z-10 -mx-1 flex flex-wrap items-center justify-between gap-3 border-t border-line-strong bg-canvas px-1 py-3">
      <p role="status" className="text-sm text-ink-soft">
        {isSending ? "Saving…" : savedAt ? <>Draft kept on this device at <DateText value={savedAt} /></> : "Nothing is sent until you save."}
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={record ? `/incidents/${record.id}` : "/incidents"} variant="quiet">
          Cancel
        </LinkButton>
        {record?.reopensReview ? (
          <Button type="submit" name="intent" value="draft" variant="primary" disabled={isSending}>
            Save and start the review anew
          </Button>
        ) : (
          <>
            <Button type="submit" name="intent" value="draft" disabled={isSending}>
              Save draft
            </Button>
            <Button type="submit" name="intent" value="submit" variant="primary" disabled={isSending}>
              Save and submit for review
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
