"use client";

import { useSyncExternalStore } from "react";

const key = "truce-ledger.show-graphic";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const isSet = (): boolean => {
  try {
    return sessionStorage.getItem(key) === "1";
  } catch {
    // Storage is switched off: pictures stay veiled until each is asked for.
    return false;
  }
};

const never = (): boolean => false;

/** Says for this tab, until it is closed, whether graphic pictures are shown without asking. */
export function setShowsGraphic(shows: boolean): void {
  try {
    if (shows) sessionStorage.setItem(key, "1");
    else sessionStorage.removeItem(key);
  } catch {
    // As above; the choice then holds for nothing.
  }
  for (const listener of listeners) listener();
}

/** Whether graphic pictures are shown without asking; never on the server, so that none is sent unveiled. */
export const useShowsGraphic = (): boolean => useSyncExternalStore(subscribe, isSet, never);
