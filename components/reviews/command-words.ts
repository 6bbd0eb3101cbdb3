import type { Command } from "@/lib/incidents/domain/workflow";

type Words = { readonly button: string; readonly confirm: string; readonly help: string; readonly reasonHint?: string; readonly variant: "primary" | "secondary" | "danger" };

/** What each command is called on the screen, what it does, and what is asked of whoever gives it. */
export const commandWords: Record<Command, Words> = {
  submit: { button: "Submit for review", confirm: "Submit", help: "Somebody else will review it. You can still edit it; that starts the review anew.", variant: "primary" },
  claim: { button: "Take it for review", confirm: "Take it", help: "Others see that you are reading it.", variant: "primary" },
  requestChanges: { button: "Request changes", confirm: "Send back", help: "Goes back to the author with your reason. Approvals given so far no longer count.", reasonHint: "Say what is missing or wrong.", variant: "secondary" },
  approve: { button: "Approve", confirm: "Approve", help: "You state how far it is verified and what it means for each obligation.", variant: "primary" },
  reject: { button: "Reject", confirm: "Reject", help: "The record is not published and stays on file with your reason.", reasonHint: "Say why it should not be published.", variant: "danger" },
  publish: { button: "Publish", confirm: "Publish", help: "Everybody who signs in can read it, and the status board takes it into account.", variant: "primary" },
  hold: { button: "Put on hold", confirm: "Put on hold", help: "The review waits until somebody takes it again.", reasonHint: "Say what it waits for.", variant: "secondary" },
  retract: { button: "Retract", confirm: "Retract", help: "The record stays readable with a notice and leaves the board. Two reviewers must ask for it.", reasonHint: "Shown in public in place of the record.", variant: "danger" },
  correct: { button: "Correct", confirm: "Open a correction", help: "Opens a copy to edit. When the copy is published, this record shows a notice and a link to it.", reasonHint: "Shown in public: what is corrected.", variant: "secondary" },
};
