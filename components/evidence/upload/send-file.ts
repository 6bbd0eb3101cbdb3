import type { UploadFields, UploadPhase } from "./upload-state";

type Sending = { address: string; file: File; fields: UploadFields; onPhase: (phase: UploadPhase) => void };

/** Sends one file and tells how far it is. XMLHttpRequest, because fetch can't tell what has gone out. Returns what cancels it. */
export function sendFile({ address, file, fields, onPhase }: Sending): () => void {
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => onPhase({ kind: "sending", sent: Math.min(event.loaded, file.size) }));
  request.upload.addEventListener("load", () => onPhase({ kind: "checking" }));
  request.addEventListener("load", () => onPhase(outcomeOf(request)));
  request.addEventListener("error", () => onPhase({ kind: "refused", message: "The connection broke; nothing was kept.", mayRetry: true }));
  request.addEventListener("abort", () => onPhase({ kind: "cancelled" }));
  request.open("POST", address);
  request.setRequestHeader("accept", "application/json");
  request.send(formOf(file, fields));
  return () => request.abort();
}

/** The fields come before the file, so that they are checked before it is sent. */
function formOf(file: File, { kind, sensitivity, isGraphic }: UploadFields): FormData {
  const form = new FormData();
  form.append("kind", kind);
  form.append("sensitivity", sensitivity);
  form.append("isGraphic", String(isGraphic));
  form.append("file", file, file.name);
  return form;
}

function outcomeOf({ status, responseText }: XMLHttpRequest): UploadPhase {
  if (status === 201) return { kind: "added" };
  if (status === 200) return { kind: "already" };
  if (status === 401) return { kind: "refused", message: "Your session has ended. Sign in again in another tab, then send it again.", mayRetry: true };
  return { kind: "refused", message: detailOf(responseText), mayRetry: status >= 500 || status === 409 || status === 429 };
}

/** The sentence of a problem answer (RFC 9457); of invalid input what is said of the fields. */
function detailOf(text: string): string {
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem !== "object" || problem === null) return unexplained;
    const messages = "errors" in problem && Array.isArray(problem.errors) ? problem.errors.map(messageOf).filter((message) => message !== "") : [];
    if (messages.length > 0) return messages.join(" ");
    return "detail" in problem && typeof problem.detail === "string" ? problem.detail : unexplained;
  } catch {
    // Something between us and the server answered in its own way.
    return unexplained;
  }
}

const unexplained = "The server did not take the file and did not say why.";

const messageOf = (error: unknown): string => (typeof error === "object" && error !== null && "message" in error && typeof error.message === "string" ? error.message : "");
