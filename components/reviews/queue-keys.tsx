"use client";

import { useId, type KeyboardEvent, type ReactNode } from "react";
import { nextInQueue } from "./queue-steps";

const linksIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-queue-link]")];

/** The list with the arrow keys: they go from record to record, Enter opens the one. Only while the keyboard is in the list. */
export function QueueKeys({ children }: { children: ReactNode }) {
  const hintId = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const links = linksIn(event.currentTarget);
    const to = nextInQueue(event.key, { at: links.findIndex((link) => link === document.activeElement), count: links.length });
    if (to === undefined) return;
    event.preventDefault();
    links[to]?.focus();
  };
  return (
    <>
      <p id={hintId} className="mb-2 text-sm text-ink-soft max-md:hidden print:hidden">
        Keys: ↓ and ↑ go from record to record, Enter opens it.
      </p>
      <ol onKeyDown={onKeyDown} aria-describedby={hintId} className="divide-y divide-line rounded-md border border-line bg-surface">
        {children}
      </ol>
    </>
  );
}
