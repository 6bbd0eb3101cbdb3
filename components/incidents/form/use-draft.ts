"use client";

import { parse } from "@conform-to/react";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from "react";
import { type Draft, draftKey, ownEntries, parseDraft } from "./draft";

type DraftFacts = { userId: number; incidentId: number | undefined; baseVersion: number | null };

const pauseMillis = 600;

/** Local storage can be full, blocked or absent; the form works without it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const never = () => () => undefined;

/** What the device held when the form was opened. The server does not know the device, so the first drawing has none. */
function useStoredAtFirst(key: string): string | null {
  const first = useRef<{ key: string; text: string | null } | undefined>(undefined);
  const read = () => {
    if (first.current?.key !== key) first.current = { key, text: attempt(() => localStorage.getItem(key)) ?? null };
    return first.current.text;
  };
  return useSyncExternalStore(never, read, () => null);
}

/** Keeps what is typed on this device a moment after each change, and finds what an earlier visit left. */
export function useDraft(form: RefObject<HTMLFormElement | null>, { userId, incidentId, baseVersion }: DraftFacts) {
  const key = draftKey(userId, incidentId);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stored = useStoredAtFirst(key);
  const [isSettled, setSettled] = useState(false);
  const found = useMemo(() => (isSettled ? undefined : parseDraft(stored)), [isSettled, stored]);
  const [savedAt, setSavedAt] = useState<string | undefined>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const save = useCallback(
    (isSubmitted: boolean) => {
      clearTimeout(timer.current);
      if (!form.current) return;
      const values = parse(ownEntries(new FormData(form.current)), { resolve: () => ({ value: undefined }) }).payload;
      const draft: Draft = { savedAt: new Date().toISOString(), baseVersion, isSubmitted, values };
      attempt(() => localStorage.setItem(key, JSON.stringify(draft)));
      setSavedAt(draft.savedAt);
    },
    [form, key, baseVersion],
  );
  const saveSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => save(false), pauseMillis);
  }, [save]);
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    attempt(() => localStorage.removeItem(key));
    setSettled(true);
    setSavedAt(undefined);
  }, [key]);
  /** Puts a draft back that `forget` removed. */
  const keepAgain = useCallback(
    (draft: Draft) => {
      attempt(() => localStorage.setItem(key, JSON.stringify(draft)));
      setSettled(false);
    },
    [key],
  );

  return { found, savedAt, save, saveSoon, forget, keepAgain };
}
