"use client";

import { type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useRouter } from "next/navigation";
import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import { z } from "zod";
import type { IncidentInput } from "@/lib/incidents/schema";
import type { RegionMap } from "@/lib/map/domain/district";
import { LikePanel } from "@/components/duplicates/like-panel";
import { CarriedFields } from "./carried-fields";
import { CasualtiesSection } from "./casualties-section";
import { ClaimsSection } from "./claims-section";
import { TextAreaField } from "./controls";
import type { Draft } from "./draft";
import { DraftNotice } from "./draft-notice";
import { ErrorSummary } from "./error-summary";
import { checkedForm } from "./form-check";
import type { IncidentFormChoices } from "./form-choices";
import { FormSection } from "./form-section";
import type { IncidentFormValues } from "./form-values";
import { MergePanel } from "./merge-panel";
import type { EditedRecord } from "./incident-form";
import { ObligationsSection } from "./obligations-section";
import { PresenceNotice } from "./presence-notice";
import { ProtectSelect } from "./protect-select";
import { SourcesSection } from "./sources-section";
import { SubmitBar } from "./submit-bar";
import { useDraft } from "./use-draft";
import { useUnsavedGuard } from "./use-unsaved-guard";
import { WhatSection } from "./what-section";
import { WhenSection } from "./when-section";
import { WhereSection } from "./where-section";

export type IncidentFormAction = (previous: unknown, formData: FormData) => Promise<SubmissionResult>;

type BodyProps = {
  action: IncidentFormAction;
  record?: EditedRecord;
  opened: EditedRecord | undefined;
  values: IncidentFormValues;
  isRestored: boolean;
  choices: IncidentFormChoices;
  map: RegionMap;
  userId: number;
  today: string;
  /** The form begins anew with what was chosen of both versions. */
  onMerge: (values: IncidentFormValues) => void;
  onRestore: (draft: Draft) => void;
};

const formId = "incident";
/** Only the nesting of the names is read; what is wrong with the values is said elsewhere. */
const anything = z.looseObject({});

export function IncidentFormBody({ action, record, opened, values, isRestored, choices, map, userId, today, onMerge, onRestore }: BodyProps) {
  const [lastResult, send, isSending] = useActionState(action, undefined);
  const [attempt, setAttempt] = useState(0);
  const [isDirty, setDirty] = useState(isRestored);
  const element = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const draft = useDraft(element, { userId, incidentId: opened?.id, baseVersion: opened?.version ?? null });
  useUnsavedGuard(isDirty && !isSending);

  const [form, fields] = useForm<IncidentFormValues, IncidentInput>({
    id: formId,
    lastResult,
    defaultValue: values,
    shouldValidate: "onSubmit",
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => checkedForm(formData),
    // Sent by hand: React would empty the form after a form action, and what was typed must survive a refusal.
    onSubmit: (event, { formData }) => {
      event.preventDefault();
      draft.save(true);
      startTransition(() => send(formData));
    },
  });

  const marks = fields.protectedFields.getFieldset();

  const { save } = draft;
  useEffect(() => {
    if (lastResult?.status !== "error") return;
    save(false);
    // Perhaps somebody else saved the record: fetch it as it stands, to show what changed.
    router.refresh();
  }, [lastResult, router, save]);

  const changed = () => {
    setDirty(true);
    draft.saveSoon();
  };
  const isStale = record !== undefined && opened !== undefined && record.version !== opened.version;

  return (
    <form
      id={form.id}
      ref={element}
      noValidate
      action={send}
      onSubmit={(event) => {
        form.onSubmit(event);
        if (event.nativeEvent instanceof SubmitEvent && isIntent(event.nativeEvent.submitter)) changed();
        else setAttempt((before) => before + 1);
      }}
      onInput={changed}
      className="grid gap-5"
    >
      {record && <PresenceNotice id={record.id} />}
      <DraftNotice draft={isRestored ? undefined : draft.found} currentVersion={opened?.version ?? null} onRestore={onRestore} onDiscard={draft.forget} onKeepAgain={draft.keepAgain} />
      {isStale && (
        <MergePanel key={record.version} base={opened.values} theirs={record.values} version={record.version} readMine={() => valuesIn(element.current)} onMerge={onMerge} />
      )}
      <ErrorSummary formId={form.id} errors={form.allErrors} attempt={attempt} answer={lastResult} />
      {record && <input type="hidden" name="id" value={record.id} />}
      {opened && <input type="hidden" name="expectedVersion" value={opened.version} />}
      <CarriedFields values={values} />
      <WhatSection fields={fields} titleMark={marks.title} />
      <WhenSection field={fields.occurred} mark={marks.time} today={today} />
      <WhereSection field={fields.place} mark={marks.place} choices={choices} map={map} onEdit={changed} />
      <ClaimsSection form={form} field={fields.claims} mark={marks.quotes} choices={choices} today={today} />
      <CasualtiesSection form={form} field={fields.casualties} mark={marks.casualties} sources={choices.sources} />
      <ObligationsSection form={form} field={fields.obligations} obligations={choices.obligations} />
      <FormSection legend="Narrative" protection={<ProtectSelect field={marks.narrative} of="the narrative" />}>
        <TextAreaField field={fields.narrative} label="What the sources report" hint="Neutral words; say who says what. Both forms of a place's name, in alphabetical order." rows={7} />
      </FormSection>
      <SourcesSection form={form} field={fields.sources} mark={marks.sources} sources={choices.sources} />
      <LikePanel form={element} />
      <SubmitBar record={record} isSending={isSending} savedAt={draft.savedAt} />
    </form>
  );
}

/** What the form holds now, in the shape of its values. */
const valuesIn = (form: HTMLFormElement | null): IncidentFormValues => (form === null ? {} : (parseWithZod(new FormData(form), { schema: anything }).payload as IncidentFormValues));

/** Buttons that add, move or remove a row submit the form to conform, not to the server. */
const isIntent = (submitter: HTMLElement | null): boolean => submitter instanceof HTMLButtonElement && submitter.name === "__intent__";
