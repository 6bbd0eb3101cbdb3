"use client";

import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { withdrawEvidenceAction } from "@/lib/evidence/actions";
import type { EvidenceView } from "@/lib/evidence/domain/item";
import { FormFrame } from "./form-frame";
import { useEvidenceForm } from "./use-evidence-form";

/** Withdraws a file with a reason. Nothing is deleted, and it says so. */
export function WithdrawPanel({ item, name }: { item: EvidenceView; name: string }) {
  const form = useEvidenceForm(withdrawEvidenceAction);
  return (
    <details className="text-sm">
      <summary className="w-fit font-medium text-accent-ink">Withdraw</summary>
      <FormFrame item={item} label={`Withdraw ${name}`} form={form} shownFields={["reason"]} confirm="Withdraw the file" isDangerous>
        <p className="text-ink-soft">It is no longer shown to others and counts for nothing. The file, its description and its custody are kept; this can't be undone.</p>
        <Field label="Reason" hint="Read by the own team, reviewers and auditors." errors={form.errorsOf("reason")} required>
          <TextArea name="reason" rows={3} maxLength={2000} />
        </Field>
      </FormFrame>
    </details>
  );
}
