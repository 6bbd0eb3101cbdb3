"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { whyNotSize } from "@/lib/evidence/domain/size";
import { sendFile } from "./send-file";
import { isUnderWay, nextToSend, uploadsAfter, type Upload, type UploadFields, type UploadPhase } from "./upload-state";

type Uploads = {
  uploads: readonly Upload[];
  add: (files: readonly File[], fields: UploadFields) => void;
  cancel: (key: string) => void;
  retry: (key: string) => void;
  dismiss: (key: string) => void;
};

/** The files on their way to a record: queued, sent two at a time, cancelled, sent again. The page is read anew when one has come in. */
export function useUploads({ incidentId, limitBytes }: { incidentId: number; limitBytes: number }): Uploads {
  const router = useRouter();
  const [uploads, dispatch] = useReducer(uploadsAfter, []);
  const cancels = useRef(new Map<string, () => void>());
  const move = useCallback((key: string, phase: UploadPhase) => dispatch({ type: "moved", key, phase }), []);

  useEffect(() => {
    for (const { key, file, fields } of nextToSend(uploads)) {
      // Before the request begins, so that a second pass of this effect doesn't begin it again.
      if (cancels.current.has(key)) continue;
      const onPhase = (phase: UploadPhase): void => {
        move(key, phase);
        if (phase.kind === "sending" || phase.kind === "checking") return;
        cancels.current.delete(key);
        if (phase.kind === "added") router.refresh();
      };
      cancels.current.set(key, sendFile({ address: `/api/v1/incidents/${incidentId}/evidence`, file, fields, onPhase }));
      move(key, { kind: "sending", sent: 0 });
    }
  }, [uploads, incidentId, move, router]);

  useLeaveWarning(uploads.some(isUnderWay));

  return {
    uploads,
    add: (files, fields) => dispatch({ type: "chosen", uploads: files.map((file) => ({ key: crypto.randomUUID(), file, fields, phase: firstPhase(file, limitBytes) })) }),
    cancel: (key) => {
      const cancel = cancels.current.get(key);
      if (cancel) cancel();
      else move(key, { kind: "cancelled" });
    },
    retry: (key) => move(key, { kind: "waiting" }),
    dismiss: (key) => dispatch({ type: "dismissed", key }),
  };
}

/** A file that would be refused for its size isn't sent at all. */
function firstPhase(file: File, limitBytes: number): UploadPhase {
  const obstacle = whyNotSize(file.size, limitBytes);
  return obstacle === undefined ? { kind: "waiting" } : { kind: "refused", message: obstacle, mayRetry: false };
}

/** Whoever closes the page while files are on their way is asked first. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isNeeded]);
}
