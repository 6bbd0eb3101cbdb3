"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type MenuProps = { label: ReactNode; name: string; align?: "left" | "right"; className?: string; children: ReactNode };

/** A disclosure that works without script; with it, Escape, a click elsewhere and a change of page close it. */
export function Menu({ label, name, align = "left", className, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const path = usePathname();

  useEffect(() => {
    menu.current?.removeAttribute("open");
  }, [path]);

  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    };
    const closeOutside = (event: Event) => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target)) menu.current.open = false;
    };
    document.addEventListener("keydown", closeOnEscape);
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);

  return (
    <details ref={menu} name={name} className={classNames("sm:relative", className)}>
      <summary className="flex min-h-10 list-none items-center gap-2 rounded-md px-2.5 py-1.5 text-sm text-ink hover:bg-sunken [&::-webkit-details-marker]:hidden">
        {label}
        <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" className="shrink-0 text-ink-soft">
          <path d="m2 4 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </svg>
      </summary>
      {/* On a narrow screen the panel hangs from the bar and takes its width; else it hangs from its own button. */}
      <div className={classNames("absolute inset-x-3 top-full z-40 mt-1 rounded-md border border-line-strong bg-surface p-3 shadow-lg sm:inset-x-auto sm:w-64", align === "right" ? "sm:right-0" : "sm:left-0")}>
        {children}
      </div>
    </details>
  );
}
