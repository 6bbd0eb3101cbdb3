"use client";

import { startTransition, useActionState, useEffect, useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { agreementFileAction } from "@/lib/agreements/file/actions";
import type { ImportPreview } from "@/lib/agreements/file/domain/report";
import { sentenceOf } from "@/lib/kernel/refusal";
import type { Result } from "@/lib/kernel/result";
import { FileChooser } from "./file-chooser";
import { sizeWords } from "./import-words";
import { PreviewCard } from "./preview-card";
import { ProblemList } from "./problem-list";
import { useFileText } from "./use-file-text";

/** A file in, what it would do out, and then the import. A changed text has to be previewed anew. */
export function ImportForm() {
  const { text, error, take, edit, isShown } = useFileText();
  const [answer, send, isSending] = useActionState<Result<ImportPreview> | undefined, FormData>(agreementFileAction, undefined);
  const [sentText, setSentText] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  // What was pasted while the page was still loading is in the control and not yet in the state.
  useEffect(() => {
    const typed = area.current?.value ?? "";
    if (typed !== "") edit(typed);
  }, [edit]);
  const current = sentText === text ? answer : undefined;
  const report = current?.ok ? current.value.report : null;
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget, event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null);
    setSentText(text);
    startTransition(() => send(data));
  };
  const showLine = (line: number): void => {
    const lines = text.split("\n");
    const from = lines.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
    const shown = area.current;
    if (!shown) return;
    shown.focus();
    shown.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    // A selection does not bring itself into view; lines don't wrap here, so each has the same height.
    shown.scrollTop = (shown.scrollHeight * (line - 1)) / lines.length - shown.clientHeight / 2;
  };
  return (
    <form action={send} onSubmit={onSubmit} className="grid gap-5" aria-label="Import an agreement">
      <FileChooser error={error} onFile={take} />
      {isShown ? (
        <Field label="Text of the file" hint="Paste it here instead, or correct it before the import.">
          <TextArea ref={area} name="text" rows={14} value={text} onChange={(event) => edit(event.currentTarget.value)} spellCheck={false} autoComplete="off" wrap="off" className="font-mono text-xs" />
        </Field>
      ) : (
        <>
          <input type="hidden" name="text" value={text} />
          <Notice>The file has {sizeWords(text.length)}, too much to be shown here. It can be previewed and imported all the same.</Notice>
        </>
      )}
      {current && <Answer answer={current} onShow={isShown ? showLine : undefined} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="intent" value="preview" variant={report ? "secondary" : "primary"} disabled={isSending || text.trim() === ""}>
          {isSending ? "Reading…" : "Preview"}
        </Button>
        {report && report.outcome !== "UNCHANGED" && (
          <Button type="submit" name="intent" value="import" variant="primary" disabled={isSending}>
            Import
          </Button>
        )}
      </div>
    </form>
  );
}

function Answer({ answer, onShow }: { answer: Result<ImportPreview>; onShow: ((line: number) => void) | undefined }) {
  if (answer.ok && answer.value.report) return <PreviewCard report={answer.value.report} />;
  if (answer.ok) return <ProblemList problems={answer.value.errors} onShow={onShow} />;
  const { refusal } = answer;
  return refusal.kind === "invalid" ? <ProblemList problems={refusal.errors} onShow={onShow} /> : <Notice tone="danger" role="alert" title="Not imported">{sentenceOf(refusal, ownWords)}</Notice>;
}

const ownWords = { unauthenticated: "Your session has ended. Sign in again; the text is still here.", "not-found": "This does not exist, or you may not see it." };
