"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import { nextInQueue } from "./queue-steps";

/** The list with the arrow keys: they go from record to record, Enter opens the one. Only while the keyboard is in the list. */
export function QueueKeys({ children }: { children: ReactNode }) {
  const hintId = useId();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const element = list.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const links = [...(element?.querySelectorAll<HTMLElement>("[data-queue-link]") ?? [])];
      const to = nextInQueue(event.key, { at: links.findIndex((link) => link === document.activeElement), count: links.length });
      if (to === undefined) return;
      event.preventDefault();
      links[to]?.focus();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <p id={hintId} className="mb-2 text-sm text-ink-soft max-md:hidden print:hidden">
        Keys: ↓ and ↑ go from record to record, Enter opens it.
      </p>
      <ol ref={list} aria-describedby={hintId} className="divide-y divide-line rounded-md border border-line bg-surface">
        {children}
      </ol>
    </>
  );
}
