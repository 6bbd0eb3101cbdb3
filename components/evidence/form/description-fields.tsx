"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { evidenceKinds } from "@/lib/codelists/evidence-kind";
import { evidenceLicences } from "@/lib/codelists/evidence-licence";
import { evidenceMethods } from "@/lib/codelists/evidence-method";
import { sensitivities } from "@/lib/codelists/sensitivity";
import { timePrecisions } from "@/lib/codelists/time-precision";
import { translationStatuses } from "@/lib/codelists/translation-status";
import type { EvidenceView } from "@/lib/evidence/domain/item";
import type { ClaimChoice } from "../evidence-names";

type List = readonly { readonly code: string; readonly label: string }[];
type Errors = (name: string) => string[];
type FieldsProps = { item: EvidenceView; errorsOf: Errors };

function CodeField({ name, label, list, value, errorsOf, hint }: { name: string; label: string; list: List; value: string; errorsOf: Errors; hint?: string }) {
  return (
    <Field label={label} errors={errorsOf(name)} hint={hint}>
      <Select name={name} defaultValue={value} options={list.map(({ code, label: words }) => ({ value: code, label: words }))} />
    </Field>
  );
}

function WordField({ name, label, value, errorsOf, hint, type = "text" }: { name: string; label: string; value: string | null; errorsOf: Errors; hint?: string; type?: "text" | "url" }) {
  return (
    <Field label={label} errors={errorsOf(name)} hint={hint}>
      <TextInput name={name} type={type} defaultValue={value ?? ""} />
    </Field>
  );
}

/** Every field of a description, with what is wrong beside it. */
export function DescriptionFields({ item, claims, errorsOf }: FieldsProps & { claims: readonly ClaimChoice[] }) {
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <CodeField name="kind" label="What it is" list={evidenceKinds} value={item.kind} errorsOf={errorsOf} />
        <CodeField name="sensitivity" label="Who may see it" list={sensitivities} value={item.sensitivity} errorsOf={errorsOf} hint="Of what is public, everybody sees the copy without metadata." />
        <Checkbox name="isGraphic" label="It shows death or injury" hint="Veiled until somebody asks to see it." defaultChecked={item.isGraphic} />
      </div>
      <CaptureFields item={item} errorsOf={errorsOf} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <WordField name="originalUrl" label="Found at (address)" type="url" value={item.originalUrl} errorsOf={errorsOf} />
        <WordField name="archiveUrl" label="Archived at (address)" type="url" value={item.archiveUrl} errorsOf={errorsOf} />
        <WordField name="language" label="Language" value={item.language} errorsOf={errorsOf} hint="hy, az, ru, en …" />
        <CodeField name="translationStatus" label="Translation" list={translationStatuses} value={item.translationStatus} errorsOf={errorsOf} />
        <WordField name="locator" label="Where in the file" value={item.locator} errorsOf={errorsOf} hint="A page, a minute." />
        <CodeField name="licence" label="Licence" list={evidenceLicences} value={item.licence} errorsOf={errorsOf} />
      </div>
      <Field label="Words" hint="Exactly as they stand in the file." errors={errorsOf("quote")}>
        <TextArea name="quote" rows={3} maxLength={2000} defaultValue={item.quote ?? ""} />
      </Field>
      <ClaimBoxes item={item} claims={claims} errors={errorsOf("claims")} />
    </>
  );
}

function CaptureFields({ item, errorsOf }: FieldsProps) {
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <Field label="Captured at, in UTC" errors={errorsOf("capturedAt")} hint="Baku and Yerevan are four hours ahead of UTC.">
        <TextInput name="capturedAt" type="datetime-local" step={1} defaultValue={item.capturedAt?.slice(0, 19) ?? ""} />
      </Field>
      <CodeField name="capturedPrecision" label="How exactly that is known" list={timePrecisions} value={item.capturedPrecision} errorsOf={errorsOf} />
      <WordField name="capturedNote" label="About the clock and zone" value={item.capturedNote} errorsOf={errorsOf} hint="For instance: the camera's own clock, zone not known." />
      <CodeField name="method" label="How it came to be" list={evidenceMethods} value={item.method} errorsOf={errorsOf} />
      <WordField name="capturedBy" label="Captured by" value={item.capturedBy} errorsOf={errorsOf} hint="Shown to the own team, reviewers and auditors only." />
    </div>
  );
}

function ClaimBoxes({ item, claims, errors }: { item: EvidenceView; claims: readonly ClaimChoice[]; errors: string[] }) {
  if (claims.length === 0) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-medium text-ink">Claims that it bears on</legend>
      {claims.map(({ position, label }) => (
        <Checkbox key={position} name="claims" value={position} label={label} defaultChecked={item.claims.includes(position)} />
      ))}
      {errors.map((error) => (
        <p key={error} className="text-sm font-medium text-danger-ink">
          {error}
        </p>
      ))}
    </fieldset>
  );
}
