type Sending = {
  address: string;
  form: FormData;
  /** How many bytes have gone out. */
  onSent: (bytes: number) => void;
  /** All of it has gone out; the answer is waited for. */
  onWhole: () => void;
  onAnswer: (answer: { status: number; text: string }) => void;
  onBroken: () => void;
  onCancelled: () => void;
};

/** Sends a form with a file and tells how far it is. XMLHttpRequest, because fetch can't tell what has gone out. Returns what cancels it. */
export function sendForm({ address, form, onSent, onWhole, onAnswer, onBroken, onCancelled }: Sending): () => void {
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => onSent(event.loaded));
  request.upload.addEventListener("load", onWhole);
  request.addEventListener("load", () => onAnswer({ status: request.status, text: request.responseText }));
  request.addEventListener("error", onBroken);
  request.addEventListener("abort", onCancelled);
  request.open("POST", address);
  request.setRequestHeader("accept", "application/json");
  request.send(form);
  return () => request.abort();
}

const unexplained = "The server did not take the file and did not say why.";

/** The sentence of a problem answer (RFC 9457); of invalid input what is said of the fields. */
export function problemInWords({ status, text }: { status: number; text: string }): string {
  if (status === 401) return "Your session has ended. Sign in again in another tab, then send it again.";
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

const messageOf = (error: unknown): string => (typeof error === "object" && error !== null && "message" in error && typeof error.message === "string" ? error.message : "");
