"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import type { Draft } from "./draft";

type DraftNoticeProps = { draft: Draft | undefined; currentVersion: number | null; onRestore: (draft: Draft) => void; onDiscard: () => void; onKeepAgain: (draft: Draft) => void };

/** Offers what an earlier visit left on this device: take it back or discard it, and undo the discarding. */
export function DraftNotice({ draft, currentVersion, onRestore, onDiscard, onKeepAgain }: DraftNoticeProps) {
  const [discarded, setDiscarded] = useState<Draft | undefined>(undefined);
  if (discarded) {
    const undo = () => {
      onKeepAgain(discarded);
      setDiscarded(undefined);
    };
    return (
      <Notice role="status" title="Draft discarded">
        <Button size="small" className="mt-1" onClick={undo}>
          Undo
        </Button>
      </Notice>
    );
  }
  if (!draft) return null;
  const discard = () => {
    setDiscarded(draft);
    onDiscard();
  };
  return (
    <Notice tone="calm" role="status" title="You have a draft on this device that was not saved">
      <p>
        Typed until <DateText value={draft.savedAt} />.{draft.isSubmitted && " It was being sent when the page was left: look in the list of incidents before sending it again."}
        {draft.baseVersion !== currentVersion && " The record has been saved since then by somebody else or from another place; compare before you send."}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" variant="primary" onClick={() => onRestore(draft)}>
          Restore the draft
        </Button>
        <Button size="small" onClick={discard}>
          Discard it
        </Button>
      </div>
    </Notice>
  );
}
