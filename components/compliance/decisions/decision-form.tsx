"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { useActionForm } from "@/components/ui/use-action-form";
import { type ComplianceState, complianceStateLabel } from "@/lib/codelists/compliance-state";
import type { DecisionCommand } from "@/lib/codelists/decision-command";
import { decideStatusAction } from "@/lib/compliance/decisions/actions";

type Choice = { readonly state: ComplianceState; readonly takesTwo: boolean };

type DecisionFormProps = {
  /** What the reviewer looks at; sent back, so that a decision on something else is refused. */
  seen: { readonly code: string; readonly asOf: string; readonly ruleVersion: string; readonly inputsDigest: string; readonly follows: number | null };
  proposedState: ComplianceState;
  doesAcceptTakeTwo: boolean;
  choices: readonly Choice[];
};

/** Accept, change or defer, with the reason. Says beforehand where a second reviewer is needed. */
export function DecisionForm({ seen, proposedState, doesAcceptTakeTwo, choices }: DecisionFormProps) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(decideStatusAction);
  const [command, setCommand] = useState<DecisionCommand>("ACCEPT");
  const [state, setState] = useState("");
  const isSecondNeeded = command === "ACCEPT" ? doesAcceptTakeTwo : command === "CHANGE" && choices.some((choice) => choice.state === state && choice.takesTwo);
  const refused = errorsBeside(["state", "reason"]);
  const options: readonly { code: DecisionCommand; label: string; hint: string }[] = [
    { code: "ACCEPT", label: `Accept “${complianceStateLabel(proposedState)}”`, hint: "The proposal stands, and goes on following the records." },
    { code: "CHANGE", label: "Change", hint: "Another state of the same scale stands. Once the proposal is another, the worse of the two does." },
    { code: "DEFER", label: "Defer", hint: "The proposal stands under the mark “under review” until the next decision." },
  ];
  return (
    <form action={send} onSubmit={onSubmit} className="mt-3 grid max-w-prose gap-4" aria-label="Decide">
      <input type="hidden" name="code" value={seen.code} />
      <input type="hidden" name="asOf" value={seen.asOf} />
      <input type="hidden" name="ruleVersion" value={seen.ruleVersion} />
      <input type="hidden" name="inputsDigest" value={seen.inputsDigest} />
      <input type="hidden" name="follows" value={seen.follows ?? ""} />
      {refused.length > 0 && (
        <Notice tone="danger" role="alert" title="Not decided">
          {refused.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      <fieldset className="grid gap-2.5">
        <legend className="mb-2 text-sm font-medium text-ink">What do you decide?</legend>
        {options.map(({ code, label, hint }) => (
          <Checkbox key={code} type="radio" name="command" value={code} label={label} hint={hint} checked={command === code} onChange={() => setCommand(code)} />
        ))}
      </fieldset>
      {command === "CHANGE" && (
        <Field label="State that should stand" errors={errorsOf("state")} required>
          <Select
            name="state"
            value={state}
            onChange={(event) => setState(event.target.value)}
            placeholder="Choose a state"
            options={choices.map((choice) => ({ value: choice.state, label: `${complianceStateLabel(choice.state)}${choice.takesTwo ? " (takes two reviewers)" : ""}` }))}
          />
        </Field>
      )}
      <Field label="Reason" hint={command === "ACCEPT" ? "A word is enough. Everybody reads it." : "At least 10 characters. Everybody reads it beside the state."} errors={errorsOf("reason")} required>
        <TextArea name="reason" rows={3} maxLength={2000} />
      </Field>
      <p role="status" className="text-sm text-ink empty:hidden">
        {isSecondNeeded ? "This makes the state worse, or calls it collapsed: it waits, without effect, until a second reviewer confirms it." : ""}
      </p>
      <div>
        <Button type="submit" variant="primary" disabled={isSending}>
          {isSending ? "Sending…" : isSecondNeeded ? "Send to a second reviewer" : "Decide"}
        </Button>
      </div>
    </form>
  );
}
