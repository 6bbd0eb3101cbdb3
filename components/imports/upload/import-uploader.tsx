"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { problemInWords, sendForm } from "@/components/ui/send-form";
import { TextInput } from "@/components/ui/text-input";
import { useDroppedFiles } from "@/components/ui/use-dropped-files";
import { sizeInWords, whyNotSize } from "@/lib/evidence/domain/size";

type Phase = { kind: "idle" } | { kind: "sending"; name: string; share: number; cancel: () => void } | { kind: "refused"; message: string };

type ImportUploaderProps = { limitBytes: number; sources: readonly string[] };

/** Where a file is dropped or chosen. When it has come in, its page opens and shows what was found in it. */
export function ImportUploader({ limitBytes, sources }: ImportUploaderProps) {
  const [source, setSource] = useState("");
  const [isTrial, setTrial] = useState(false);
  const { phase, send } = useSending({ limitBytes, source, isTrial });
  const { isOver, handlers } = useDroppedFiles(send);
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Source" hint="Whom the file comes from. How its files are read can be saved under this name.">
          <TextInput value={source} onChange={(event) => setSource(event.currentTarget.value)} list="import-sources" maxLength={200} autoComplete="off" />
        </Field>
        <datalist id="import-sources">
          {sources.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        <Checkbox className="self-center" label="A trial" hint="Read and shown, but never written." checked={isTrial} onChange={(event) => setTrial(event.currentTarget.checked)} />
      </div>
      <div {...handlers} data-drop-zone className={classNames("grid justify-items-center gap-2 rounded-md border-2 border-dashed px-4 py-8 text-center", isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-sunken")}>
        {phase.kind === "sending" ? <Progress phase={phase} /> : <Chooser limitBytes={limitBytes} onFiles={send} />}
      </div>
      {phase.kind === "refused" && (
        <Notice tone="danger" role="alert" title="The file was not taken">
          {phase.message}
        </Notice>
      )}
    </div>
  );
}

function useSending({ limitBytes, source, isTrial }: { limitBytes: number; source: string; isTrial: boolean }): { phase: Phase; send: (files: readonly File[]) => void } {
  const router = useRouter();
  const [phase, setPhase] = useState<Phase>({ kind: "idle" });
  const isSending = phase.kind === "sending";
  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isSending]);
  const refuse = (message: string): void => setPhase({ kind: "refused", message });
  const send = (files: readonly File[]): void => {
    const [file, more] = files;
    if (!file || isSending) return;
    const obstacle = more ? "One file at a time: each is looked at by itself." : whyNotSize(file.size, limitBytes);
    if (obstacle !== undefined) return refuse(obstacle);
    const told = (share: number): void => setPhase({ kind: "sending", name: file.name, share, cancel });
    const cancel = sendForm({
      address: "/api/v1/imports",
      form: formOf(file, { source, isTrial }),
      onSent: (bytes) => told(Math.min(1, bytes / file.size)),
      onWhole: () => told(1),
      onAnswer: (answer) => {
        const id = answer.status === 202 ? (JSON.parse(answer.text) as { id: number }).id : undefined;
        if (id === undefined) refuse(problemInWords(answer));
        else router.push(`/imports/${id}`);
      },
      onBroken: () => refuse("The connection broke; nothing was kept. Send it again."),
      onCancelled: () => setPhase({ kind: "idle" }),
    });
    told(0);
  };
  return { phase, send };
}

/** The fields come before the file, so that they are checked before it is sent. */
function formOf(file: File, { source, isTrial }: { source: string; isTrial: boolean }): FormData {
  const form = new FormData();
  if (source.trim() !== "") form.append("source", source.trim());
  form.append("dryRun", String(isTrial));
  form.append("file", file, file.name);
  return form;
}

function Progress({ phase }: { phase: Extract<Phase, { kind: "sending" }> }) {
  const percent = Math.floor(phase.share * 100);
  return (
    <>
      <p role="status" className="font-medium break-all text-ink">
        {phase.name}
      </p>
      <p className="text-sm text-ink-soft">{percent < 100 ? `${percent} % sent` : "Checking and storing"}</p>
      <progress aria-label={`Sent of ${phase.name}`} max={100} value={percent} className="h-1.5 w-full max-w-md appearance-none overflow-hidden rounded-sm bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-accent" />
      <Button size="small" variant="quiet" onClick={phase.cancel} disabled={percent >= 100}>
        Cancel
      </Button>
    </>
  );
}

function Chooser({ limitBytes, onFiles }: { limitBytes: number; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p className="text-sm text-ink">Drop a file here, or</p>
      <Button variant="primary" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File of incidents"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <p className="max-w-prose text-sm text-ink-soft">CSV and Excel files with our own columns, ACLED, UCDP GED, HXL, and GeoJSON, up to {sizeInWords(limitBytes)}. What it is, is told by its content.</p>
    </>
  );
}
