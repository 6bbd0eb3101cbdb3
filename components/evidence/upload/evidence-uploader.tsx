"use client";

import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { evidenceKinds } from "@/lib/codelists/evidence-kind";
import { sensitivities } from "@/lib/codelists/sensitivity";
import { allowedInWords } from "@/lib/evidence/domain/media";
import { sizeInWords } from "@/lib/evidence/domain/size";
import { UploadRow } from "./upload-row";
import { summaryOf, type UploadFields } from "./upload-state";
import { useDroppedFiles } from "@/components/ui/use-dropped-files";
import { useUploads } from "./use-uploads";

const optionsOf = (list: readonly { code: string; label: string }[]) => list.map(({ code, label }) => ({ value: code, label }));

type EvidenceUploaderProps = { incidentId: number; limitBytes: number; losesDecision: boolean };

/** Where files are dropped, chosen or pasted. What is said here holds for all of them and can be put right for each afterwards. */
export function EvidenceUploader({ incidentId, limitBytes, losesDecision }: EvidenceUploaderProps) {
  const [fields, setFields] = useState<UploadFields>({ kind: "PRIMARY_MEDIA", sensitivity: "S2_RESTRICTED", isGraphic: false });
  const { uploads, add, cancel, retry, dismiss } = useUploads({ incidentId, limitBytes });
  const { isOver, handlers } = useDroppedFiles((files) => add(files, fields));
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="grid gap-3 border-t border-line pt-4">
      <h3 id={titleId} className="font-semibold text-ink">
        Add files
      </h3>
      {losesDecision && <p className="text-sm text-ink-soft">Whoever adds evidence has a hand in the record: somebody else then decides on it.</p>}
      <UploadFieldsForm fields={fields} onChange={setFields} />
      <div {...handlers} data-drop-zone className={classNames("grid justify-items-center gap-2 rounded-md border-2 border-dashed px-4 py-6 text-center", isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-sunken")}>
        <p className="text-sm text-ink">Drop files here, paste a picture, or</p>
        <FileChooser onFiles={(files) => add(files, fields)} />
        <p className="max-w-prose text-sm text-ink-soft">
          Taken are {allowedInWords}, up to {sizeInWords(limitBytes)} each.
        </p>
      </div>
      <p role="status" className="sr-only">
        {summaryOf(uploads)}
      </p>
      {uploads.length > 0 && (
        <ul className="grid gap-2" aria-label="Files on their way">
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onCancel={() => cancel(upload.key)} onRetry={() => retry(upload.key)} onDismiss={() => dismiss(upload.key)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function UploadFieldsForm({ fields, onChange }: { fields: UploadFields; onChange: (fields: UploadFields) => void }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="What they are">
        <Select value={fields.kind} onChange={(event) => onChange({ ...fields, kind: event.currentTarget.value })} options={optionsOf(evidenceKinds)} />
      </Field>
      <Field label="Who may see them">
        <Select value={fields.sensitivity} onChange={(event) => onChange({ ...fields, sensitivity: event.currentTarget.value })} options={optionsOf(sensitivities)} />
      </Field>
      <p className="text-sm text-ink-soft sm:col-span-2">Of what is public, everybody sees the copy without metadata. What is restricted is for the own team, reviewers and auditors.</p>
      <Checkbox label="They show death or injury" hint="Veiled until somebody asks to see them." checked={fields.isGraphic} onChange={(event) => onChange({ ...fields, isGraphic: event.currentTarget.checked })} />
    </div>
  );
}

function FileChooser({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>Choose files</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again after it was refused.
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
