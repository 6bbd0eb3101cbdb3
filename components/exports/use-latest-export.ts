"use client";

import { useEffect, useState } from "react";
import type { ExportEntry } from "@/lib/exports/log/schema";

const everyMillis = 1500;

/**
 * The log's entry of the file that was asked for after `since`, looked up again and again until it has ended. Undefined before there is
 * one, and where the log can't be read: the download itself doesn't depend on it.
 */
export function useLatestExport(since: number | undefined): ExportEntry | undefined {
  const [latest, setLatest] = useState<{ since: number; entry: ExportEntry | undefined }>();
  useEffect(() => {
    if (since === undefined) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const entry = await readLatest(since, stop.signal);
      if (stop.signal.aborted) return;
      setLatest({ since, entry });
      if (entry === undefined || entry.state === "under-way") timer = setTimeout(() => void look(), everyMillis);
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [since]);
  // What was found of the file before this one is not shown for it.
  return latest?.since === since ? latest?.entry : undefined;
}

/** The clocks of browser and server differ by a little. */
const clockMillis = 5000;

async function readLatest(since: number, signal: AbortSignal): Promise<ExportEntry | undefined> {
  try {
    const answer = await fetch("/api/v1/exports?limit=1", { signal });
    if (!answer.ok) return undefined;
    const [entry] = ((await answer.json()) as { items: ExportEntry[] }).items;
    return entry !== undefined && Date.parse(entry.startedAt) > since - clockMillis ? entry : undefined;
  } catch {
    return undefined;
  }
}
