"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { leavePresenceAction, showPresenceAction } from "@/lib/presence/actions";
import { presenceInWords, signEverySeconds } from "@/lib/presence/domain";

/** Who else has this record's form open. A help to talk first; saving is guarded by the version in any case. */
export function PresenceNotice({ id }: { id: number }) {
  const [others, setOthers] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    const sign = async (): Promise<void> => {
      // Without a network nobody is shown; the next sign tries again.
      const names = await showPresenceAction(id).catch(() => []);
      if (!isGone) setOthers(names);
    };
    void sign();
    const timer = window.setInterval(() => void sign(), signEverySeconds * 1000);
    return () => {
      isGone = true;
      window.clearInterval(timer);
      void leavePresenceAction(id).catch(() => undefined);
    };
  }, [id]);
  const words = presenceInWords(others);
  return (
    <div role="status" aria-live="polite">
      {words !== undefined && (
        <Notice tone="notice" title={words}>
          You can go on: where you both change the same part, whoever saves second is asked which text is kept.
        </Notice>
      )}
    </div>
  );
}
