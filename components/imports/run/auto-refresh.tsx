"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks again every so often while a job works; a page in the background waits. */
export function AutoRefresh({ everyMillis = 1500 }: { everyMillis?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMillis);
    return () => clearInterval(timer);
  }, [router, everyMillis]);
  return null;
}
