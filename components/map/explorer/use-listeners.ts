"use client";

import { type RefObject, useEffect, useRef } from "react";

type Listeners = { readonly [Name in "keydown" | "pointerdown" | "pointermove" | "pointerup" | "pointercancel"]?: (event: SVGSVGElementEventMap[Name]) => void };

/** Listens on the drawing itself, beside the library that moves it; the newest functions are called. */
export function useListeners(drawing: RefObject<SVGSVGElement | null>, listeners: Listeners): void {
  const newest = useRef(listeners);
  useEffect(() => {
    newest.current = listeners;
  });
  useEffect(() => {
    const element = drawing.current;
    if (!element) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener("keydown", (event) => newest.current.keydown?.(event), { signal });
    element.addEventListener("pointerdown", (event) => newest.current.pointerdown?.(event), { signal });
    element.addEventListener("pointermove", (event) => newest.current.pointermove?.(event), { signal });
    element.addEventListener("pointerup", (event) => newest.current.pointerup?.(event), { signal });
    element.addEventListener("pointercancel", (event) => newest.current.pointercancel?.(event), { signal });
    return () => listening.abort();
  }, [drawing]);
}
