"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { EvidenceView } from "@/lib/evidence/domain/item";
import type { useEvidenceForm } from "./use-evidence-form";

type FormFrameProps = { item: Pick<EvidenceView, "id" | "version">; label: string; form: ReturnType<typeof useEvidenceForm>; shownFields: readonly string[]; confirm: string; isDangerous?: boolean; children: ReactNode };

/** A form about one item: which version of it was on the screen, what is wrong that no field bears, and the button. */
export function FormFrame({ item, label, form, shownFields, confirm, isDangerous = false, children }: FormFrameProps) {
  const refused = form.errorsBeside(shownFields);
  return (
    <form action={form.send} onSubmit={form.onSubmit} aria-label={label} className="mt-3 grid gap-4 border-l-2 border-line pl-4">
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="expectedVersion" value={item.version} />
      {refused.length > 0 && (
        <Notice tone="danger" role="alert" title="Not done">
          {refused.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      {children}
      <div>
        <Button type="submit" variant={isDangerous ? "danger" : "primary"} disabled={form.isSending}>
          {form.isSending ? "Sending…" : confirm}
        </Button>
      </div>
    </form>
  );
}
