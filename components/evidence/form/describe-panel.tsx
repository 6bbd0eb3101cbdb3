"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { sensitivities } from "@/lib/codelists/sensitivity";
import { describeEvidenceAction } from "@/lib/evidence/actions";
import { evidenceName, type ClaimChoice, type EvidenceEntry } from "../evidence-names";
import { DescriptionFields } from "./description-fields";
import { FormFrame } from "./form-frame";
import { HiddenDescription } from "./hidden-description";
import { useEvidenceForm } from "./use-evidence-form";

const allFields = ["kind", "sensitivity", "isGraphic", "originalUrl", "archiveUrl", "capturedAt", "capturedPrecision", "capturedNote", "capturedBy", "method", "locator", "quote", "language", "translationStatus", "licence", "claims"];

/** What is said of a file, to be put right; of a decided record's evidence only who may see it. Nothing where the reader may do neither. */
export function DescribePanel({ item, claims }: { item: EvidenceEntry; claims: readonly ClaimChoice[] }) {
  if (item.allowed.includes("describe")) return <Describe item={item} claims={claims} />;
  return item.allowed.includes("protect") ? <Protect item={item} /> : null;
}

function Describe({ item, claims }: { item: EvidenceEntry; claims: readonly ClaimChoice[] }) {
  const form = useEvidenceForm(describeEvidenceAction);
  return (
    <details className="text-sm">
      <summary className="w-fit font-medium text-accent-ink">Describe</summary>
      <FormFrame item={item} label={`Describe ${evidenceName(item)}`} form={form} shownFields={allFields} confirm="Save the description">
        <DescriptionFields item={item} claims={claims} errorsOf={form.errorsOf} />
      </FormFrame>
    </details>
  );
}

function Protect({ item }: { item: EvidenceEntry }) {
  const form = useEvidenceForm(describeEvidenceAction);
  const higher = sensitivities.filter(({ code }) => code >= item.sensitivity).map(({ code, label }) => ({ value: code, label }));
  return (
    <details className="text-sm">
      <summary className="w-fit font-medium text-accent-ink">Protect</summary>
      <FormFrame item={item} label={`Protect ${evidenceName(item)}`} form={form} shownFields={["sensitivity", "isGraphic"]} confirm="Protect the file">
        <HiddenDescription item={item} />
        <p className="text-ink-soft">The record has been decided on, and its evidence with it. It can be shown to fewer people, not to more.</p>
        <Field label="Who may see it" errors={form.errorsOf("sensitivity")}>
          <Select name="sensitivity" defaultValue={item.sensitivity} options={higher} />
        </Field>
        {item.isGraphic ? <input type="hidden" name="isGraphic" value="on" /> : <Checkbox name="isGraphic" label="It shows death or injury" hint="Veiled until somebody asks to see it." />}
      </FormFrame>
    </details>
  );
}
