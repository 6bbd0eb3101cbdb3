"use client";

import { useEffect } from "react";
import { draftKeyPrefix, parseDraft } from "./draft";

/** Removes drafts that were sent: the form cannot do it, because sending leaves its page. Draws nothing. */
export function DraftSweep({ userId }: { userId: number }) {
  useEffect(() => {
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(draftKeyPrefix(userId)) && parseDraft(localStorage.getItem(key))?.isSubmitted) localStorage.removeItem(key);
      }
    } catch {
      // Storage is blocked: then no draft was kept either.
    }
  }, [userId]);
  return null;
}
