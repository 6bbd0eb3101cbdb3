"use client";

import { useCallback, useState } from "react";
import { type Month, monthAt } from "@/lib/map/domain/months";
import { monthHref } from "./map-address";

type Options = { months: readonly Month[]; params: URLSearchParams; query: string; go: (href: string) => void };

/** Which month is looked at: that of the address, or for the moment another one, until the movement is over and the address follows. */
export function useMonths({ months, params, query, go }: Options) {
  const asked = monthAt(months, { from: params.get("from") ?? undefined, to: params.get("to") ?? undefined });
  const [ahead, setAhead] = useState<{ query: string; index: number } | undefined>(undefined);
  const [isPlaying, setPlaying] = useState(false);
  const index = ahead?.query === query ? ahead.index : asked;
  const look = useCallback((next: number) => setAhead({ query, index: next }), [query]);
  const settle = useCallback(
    (next: number | undefined) => {
      setPlaying(false);
      if (next !== undefined) setAhead({ query, index: next });
      if (next !== asked || next === undefined) go(monthHref(params, next === undefined ? undefined : months[next]));
    },
    [asked, go, months, params, query],
  );
  return { index, month: index === undefined || index === asked ? undefined : months[index], isPlaying, setPlaying, look, settle };
}
