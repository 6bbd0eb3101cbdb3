import { problemInWords, sendForm } from "@/components/ui/send-form";
import type { UploadFields, UploadPhase } from "./upload-state";

type Sending = { address: string; file: File; fields: UploadFields; onPhase: (phase: UploadPhase) => void };

/** Sends one file of evidence and tells how far it is. Returns what cancels it. */
export const sendFile = ({ address, file, fields, onPhase }: Sending): (() => void) =>
  sendForm({
    address,
    form: formOf(file, fields),
    onSent: (bytes) => onPhase({ kind: "sending", sent: Math.min(bytes, file.size) }),
    onWhole: () => onPhase({ kind: "checking" }),
    onAnswer: (answer) => onPhase(outcomeOf(answer)),
    onBroken: () => onPhase({ kind: "refused", message: "The connection broke; nothing was kept.", mayRetry: true }),
    onCancelled: () => onPhase({ kind: "cancelled" }),
  });

/** The fields come before the file, so that they are checked before it is sent. */
function formOf(file: File, { kind, sensitivity, isGraphic }: UploadFields): FormData {
  const form = new FormData();
  form.append("kind", kind);
  form.append("sensitivity", sensitivity);
  form.append("isGraphic", String(isGraphic));
  form.append("file", file, file.name);
  return form;
}

function outcomeOf(answer: { status: number; text: string }): UploadPhase {
  const { status } = answer;
  if (status === 201) return { kind: "added" };
  if (status === 200) return { kind: "already" };
  return { kind: "refused", message: problemInWords(answer), mayRetry: status >= 500 || status === 401 || status === 409 || status === 429 };
}
