"use client";

import Link from "next/link";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { NavigationItem } from "@/components/shell/navigation";

// Loaded when it is first opened: most pages never need it.
const Palette = lazy(async () => ({ default: (await import("./palette")).Palette }));

/** A button and Ctrl+K or ⌘K: go to a page, a record, a duty or an agreement by typing. Without script it leads to the list of incidents. */
export function PaletteOpener({ pages }: { pages: readonly NavigationItem[] }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", open);
    return () => document.removeEventListener("keydown", open);
  }, []);
  return (
    <>
      <Link
        ref={button}
        href="/incidents"
        prefetch={false}
        role="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
        className="flex min-h-10 items-center gap-2 rounded-md px-2.5 py-1.5 text-sm text-ink-soft no-underline hover:bg-sunken hover:text-ink"
      >
        <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="m10.5 10.5 3.5 3.5" stroke="currentColor" strokeWidth="1.6" />
        </svg>
        <span className="sr-only xl:not-sr-only">Go to</span>
      </Link>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette
            pages={pages}
            close={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
