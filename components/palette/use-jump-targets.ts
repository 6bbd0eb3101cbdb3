"use client";

import { useEffect, useState } from "react";
import { type JumpTargets, jumpTargets } from "@/lib/palette/schema";

const none: JumpTargets = { incidents: [], obligations: [], agreements: [] };
const restMs = 150;

type Found = { typed: string; targets: JumpTargets; hasFailed: boolean };

/** What the words lead to; asked for when typing has rested for a moment, and the answer to older words is dropped. */
export function useJumpTargets(typed: string): { targets: JumpTargets; isAsking: boolean; hasFailed: boolean } {
  const [found, setFound] = useState<Found>({ typed: "", targets: none, hasFailed: false });
  useEffect(() => {
    if (typed === "") return;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      ask(typed, asked.signal).then(
        (targets) => setFound({ typed, targets, hasFailed: false }),
        () => {
          if (!asked.signal.aborted) setFound({ typed, targets: none, hasFailed: true });
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [typed]);
  return { targets: typed === "" ? none : found.targets, isAsking: typed !== "" && found.typed !== typed, hasFailed: typed !== "" && found.hasFailed };
}

async function ask(q: string, signal: AbortSignal): Promise<JumpTargets> {
  const response = await fetch(`/api/v1/search?${new URLSearchParams({ q })}`, { signal });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  return jumpTargets.parse(await response.json());
}
