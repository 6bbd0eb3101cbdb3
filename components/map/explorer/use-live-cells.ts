"use client";

import { useEffect, useMemo, useState } from "react";
import type { Box } from "@/lib/map/domain/bin";
import type { MapCell } from "@/lib/map/domain/cell";
import { coarserCells, coarsestCells } from "@/lib/map/domain/marks";
import type { Month } from "@/lib/map/domain/months";
import { boxToAsk, levelAt } from "@/lib/map/domain/zoom-level";
import { cellsAddress } from "./map-address";

/** The level of the cells that come with the page. */
const sentLevel = 11;

type Looked = { readonly box: Box; readonly zoom: number };
type Answer = { readonly cells: readonly MapCell[]; readonly notOnMap: number };
type Options = { readonly sent: readonly MapCell[]; readonly params: URLSearchParams; /** A month that is looked at before the address says so. */ readonly month: Month | undefined; readonly looked: Looked | undefined };

/** The marks to draw: those that came with the page, of another month, or finer ones where the map is magnified. Failed reads leave what is there and say so. */
export function useLiveCells({ sent, params, month, looked }: Options) {
  const query = useMemo(() => during(params, month), [params, month]);
  const [memory] = useState<Memory>(() => new Map());
  const whole = useCells(month ? cellsAddress(query, { zoom: 8 }) : undefined, memory);
  const level = looked ? levelAt(looked.zoom, looked.box) : undefined;
  const isFiner = level !== undefined && level > sentLevel;
  const finer = useCells(looked && isFiner ? cellsAddress(query, { zoom: looked.zoom, box: boxToAsk(looked.box, level), layer: "points" }) : undefined, memory);

  const cells = useMemo(() => drawnCells(month && whole.last ? whole.last.cells : sent, finer.answer?.cells, level), [month, whole.last, sent, finer.answer, level]);
  return { cells, hasFailed: whole.hasFailed || finer.hasFailed, isWaiting: whole.isWaiting || finer.isWaiting };
}

/** Finer marks in the place of the larger ones where they are there; larger ones than were sent where there is less room. Areas are the same at every zoom. */
function drawnCells(base: readonly MapCell[], finer: readonly MapCell[] | undefined, level: number | undefined): readonly MapCell[] {
  if (finer) return [...finer, ...base.filter(({ kind }) => kind !== "POINTS")];
  return level === coarsestCells ? coarserCells(base, coarsestCells) : base;
}

function during(params: URLSearchParams, month: Month | undefined): URLSearchParams {
  const next = new URLSearchParams(params);
  if (month) {
    next.set("from", month.from);
    next.set("to", month.to);
  }
  return next;
}

/** The answers that were had last: a month that is played again is there at once. Kept with the page, so that no other reader meets them. */
type Memory = Map<string, Answer>;
const mostRemembered = 60;

function remember(memory: Memory, address: string, answer: Answer): void {
  memory.set(address, answer);
  const [oldest] = memory.keys();
  if (memory.size > mostRemembered && oldest !== undefined) memory.delete(oldest);
}

/** Gone after this many milliseconds without a newer wish: a movement asks once, at its end. */
const restMilliseconds = 120;

type Read = { /** What the address answers. */ readonly answer: Answer | undefined; /** What the last address answered. */ readonly last: Answer | undefined; readonly hasFailed: boolean; readonly isWaiting: boolean };

function useCells(address: string | undefined, memory: Memory): Read {
  const [state, setState] = useState<{ address: string; answer: Answer | undefined } | undefined>(undefined);
  useEffect(() => {
    if (address === undefined || memory.has(address)) return undefined;
    const wanted = new AbortController();
    const timer = window.setTimeout(() => {
      void readCells(address, wanted.signal).then((answer) => {
        if (wanted.signal.aborted) return;
        if (answer) remember(memory, address, answer);
        setState({ address, answer });
      });
    }, restMilliseconds);
    return () => {
      window.clearTimeout(timer);
      wanted.abort();
    };
  }, [address, memory]);
  const answer = address === undefined ? undefined : memory.get(address);
  const isAsked = address !== undefined && answer === undefined;
  const hasFailed = isAsked && state?.address === address;
  return { answer, last: answer ?? state?.answer, hasFailed, isWaiting: isAsked && !hasFailed };
}

/** The cells at an address; undefined where they could not be had. */
async function readCells(address: string, signal: AbortSignal): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    return response.ok ? ((await response.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
