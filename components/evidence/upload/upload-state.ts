export type UploadPhase =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly sent: number }
  | { readonly kind: "checking" }
  | { readonly kind: "added" }
  | { readonly kind: "already" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "refused"; readonly message: string; readonly mayRetry: boolean };

export type UploadFields = { readonly kind: string; readonly sensitivity: string; readonly isGraphic: boolean };
export type Upload = { readonly key: string; readonly file: File; readonly fields: UploadFields; readonly phase: UploadPhase };

export type UploadEvent =
  | { readonly type: "chosen"; readonly uploads: readonly Upload[] }
  | { readonly type: "moved"; readonly key: string; readonly phase: UploadPhase }
  | { readonly type: "dismissed"; readonly key: string };

/** The uploads after something happened to them. */
export function uploadsAfter(uploads: readonly Upload[], event: UploadEvent): readonly Upload[] {
  switch (event.type) {
    case "chosen":
      return [...uploads, ...event.uploads];
    case "moved":
      return uploads.map((upload) => (upload.key === event.key ? { ...upload, phase: event.phase } : upload));
    case "dismissed":
      return uploads.filter((upload) => upload.key !== event.key);
  }
}

export const isUnderWay = ({ phase }: Upload): boolean => phase.kind === "waiting" || phase.kind === "sending" || phase.kind === "checking";

/** What is on the wire: two at a time, so that a large file doesn't keep small ones waiting and neither starves. */
export const atOnce = 2;

/** The uploads to begin now. */
export function nextToSend(uploads: readonly Upload[]): Upload[] {
  const busy = uploads.filter((upload) => upload.phase.kind === "sending" || upload.phase.kind === "checking").length;
  return uploads.filter((upload) => upload.phase.kind === "waiting").slice(0, Math.max(0, atOnce - busy));
}

/** Where an upload stands, in words. */
export function phaseInWords({ phase, file }: Upload): string {
  switch (phase.kind) {
    case "waiting":
      return "Waiting";
    case "sending":
      return `${percentOf(phase.sent, file.size)} %`;
    case "checking":
      return "Checking and storing";
    case "added":
      return "Added";
    case "already":
      return "Already on this record; not added again";
    case "cancelled":
      return "Cancelled; nothing was kept";
    case "refused":
      return phase.message;
  }
}

export const percentOf = (sent: number, size: number): number => (size === 0 ? 0 : Math.min(100, Math.floor((sent / size) * 100)));

/** All of them in a sentence, for those who hear the page; undefined while nothing has ended. */
export function summaryOf(uploads: readonly Upload[]): string | undefined {
  const count = (...kinds: UploadPhase["kind"][]): number => uploads.filter((upload) => kinds.includes(upload.phase.kind)).length;
  const parts = [
    [count("added"), "added"],
    [count("already"), "already there"],
    [count("refused"), "not added"],
    [count("waiting", "sending", "checking"), "under way"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return uploads.every(isUnderWay) || said.length === 0 ? undefined : `Files: ${said.join(", ")}.`;
}
