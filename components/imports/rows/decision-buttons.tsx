"use client";

import { Button } from "@/components/ui/button";
import { useActionForm } from "@/components/ui/use-action-form";
import { decideRowsAction } from "@/lib/imports/actions";
import type { RowView } from "@/lib/imports/rows/domain";

type DecisionButtonsProps = { id: number; record?: number; reason?: string; what: string; decision: RowView["decision"]; mayAccept: boolean };

/** Accept as it is, leave out, or take the decision back. */
export function DecisionButtons({ id, record, reason, what, decision, mayAccept }: DecisionButtonsProps) {
  const { send, onSubmit, isSending, errorsBeside } = useActionForm(decideRowsAction);
  const button = (value: string, label: string) => (
    <Button type="submit" name="decision" value={value} size="small" disabled={isSending}>
      {label}
      <span className="sr-only"> {what}</span>
    </Button>
  );
  return (
    <form action={send} onSubmit={onSubmit} className="relative grid gap-1.5">
      <input type="hidden" name="id" value={id} />
      {record !== undefined && <input type="hidden" name="record" value={record} />}
      {reason !== undefined && <input type="hidden" name="reason" value={reason} />}
      <div className="flex flex-wrap gap-2">
        {decision !== "ACCEPT" && mayAccept && button("ACCEPT", "Accept")}
        {decision !== "LEAVE_OUT" && button("LEAVE_OUT", "Leave out")}
        {decision !== null && button("UNDECIDED", "Take back")}
      </div>
      {errorsBeside([]).map((message) => (
        <p key={message} role="alert" className="text-sm font-medium text-danger-ink">
          {message}
        </p>
      ))}
    </form>
  );
}
