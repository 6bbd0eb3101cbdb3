"use client";

import { startTransition, useActionState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { controlClasses } from "@/components/ui/control-classes";
import { Field } from "@/components/ui/field";
import { useControl } from "@/components/ui/field-context";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { TextInput } from "@/components/ui/text-input";
import type { Result } from "@/lib/kernel/result";
import { verifyReportAction } from "@/lib/reports/verification/actions";
import type { ReportVerdict } from "@/lib/reports/verification/schema";
import { Verdict } from "./verdict";

type Answer = Result<ReportVerdict> | undefined;

const errorsIn = (answer: Answer, path: string): string[] =>
  answer?.ok === false && answer.refusal.kind === "invalid" ? answer.refusal.errors.filter((error) => error.path === path).map(({ message }) => message) : [];

/** A package, a report.json or a digest in, and what it is out. Works without script as well. */
export function VerifyForm({ isSignedIn }: { isSignedIn: boolean }) {
  const [answer, send, isSending] = useActionState<Answer, FormData>(verifyReportAction, undefined);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const formData = new FormData(event.currentTarget);
    startTransition(() => send(formData));
  };
  const others = answer?.ok === false && answer.refusal.kind !== "invalid" ? ["The report could not be verified; try again."] : [];
  return (
    <div className="grid grid-cols-1 gap-6">
      <form action={send} onSubmit={onSubmit} className="grid gap-5" aria-label="Verify a report">
        <RefusalNotice messages={others} />
        <Field label="Package or report.json" hint="At most 5 MB. The file is read and not kept." errors={errorsIn(answer, "file")}>
          <ReportFile />
        </Field>
        <Field label="Or its digest" hint="The 64 signs after “SHA-256” at the foot of every page of the report." errors={errorsIn(answer, "digest")}>
          <TextInput name="digest" autoComplete="off" spellCheck={false} className="font-mono" />
        </Field>
        <div>
          <Button type="submit" variant="primary" disabled={isSending}>
            {isSending ? "Verifying…" : "Verify"}
          </Button>
        </div>
      </form>
      {answer?.ok === true && <Verdict verdict={answer.value} isSignedIn={isSignedIn} />}
    </div>
  );
}

function ReportFile() {
  const control = useControl({});
  return <input type="file" name="file" accept=".zip,.json,application/zip,application/json" className={classNames(controlClasses, "cursor-pointer border-dashed px-4 py-6 hover:bg-accent-soft")} {...control} />;
}
