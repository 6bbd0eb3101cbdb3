"use client";

import { useEffect } from "react";

const question = "Leave this form? What you typed is not saved in the ledger. A draft stays on this device.";

/** Asks before a page with unsent changes is left: by closing it, or by a link inside the product. */
export function useUnsavedGuard(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || isStaying(event, link) || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [isDirty]);
}

/** Opens elsewhere, downloads, or moves within the page: the form stays. */
function isStaying(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link.target === "_blank" || link.hasAttribute("download");
  return isElsewhere || (link.hash !== "" && link.pathname === window.location.pathname);
}
