"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useActionForm } from "@/components/ui/use-action-form";
import type { Settings } from "@/lib/compliance/domain/settings";
import { recordRulesAction } from "@/lib/compliance/rules/actions";
import { settingNames } from "@/lib/compliance/rules/domain";
import { settingsInWords } from "./threshold-words";

/** Records the thresholds that were just tried, with the reason that everybody will read beside the version. */
export function RecordRulesForm({ settings, basedOn }: { settings: Settings; basedOn: string }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(recordRulesAction);
  const refused = errorsBeside(["reason"]);
  return (
    <Card title="Record these rules" lead={`They judge every board from that moment on: ${settingsInWords(settings)}. The rules before them stay and can be looked at.`}>
      <form action={send} onSubmit={onSubmit} className="grid max-w-prose gap-4" aria-label="Record these rules">
        {settingNames.map((name) => (
          <input key={name} type="hidden" name={name} value={settings[name]} />
        ))}
        <input type="hidden" name="basedOn" value={basedOn} />
        {refused.length > 0 && (
          <Notice tone="danger" role="alert" title="Not recorded">
            {refused.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </Notice>
        )}
        <Field label="Reason" hint="Why the rules change. Everybody reads it." errors={errorsOf("reason")} required>
          <TextArea name="reason" rows={3} maxLength={2000} />
        </Field>
        <div>
          <Button type="submit" variant="primary" disabled={isSending}>
            {isSending ? "Recording…" : "Record as a new version"}
          </Button>
        </div>
      </form>
    </Card>
  );
}
