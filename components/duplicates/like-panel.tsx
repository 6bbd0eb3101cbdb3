"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { Notice } from "@/components/ui/notice";
import { likeDraftAction } from "@/lib/duplicates/actions";
import type { LikeRecord } from "@/lib/duplicates/schema";
import { LikeRecordLine } from "./like-record-line";

const pauseMs = 700;
const textOf = (data: FormData, name: string): string | null => {
  const value = data.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};
const numberOf = (text: string | null): number | null => (text === null || !Number.isFinite(Number(text)) ? null : Number(text));
const everyOf = (data: FormData, pattern: RegExp): string[] =>
  [...data.entries()].flatMap(([name, value]) => (pattern.test(name) && typeof value === "string" && value !== "" ? [value] : []));

/** As much of the form as the comparison reads; undefined while type or day are missing. */
export function draftOf(data: FormData): Record<string, unknown> | undefined {
  const [type, start] = [textOf(data, "type"), textOf(data, "occurred.start")];
  if (type === null || start === null) return undefined;
  return {
    id: numberOf(textOf(data, "id")),
    type,
    start,
    end: textOf(data, "occurred.end"),
    title: textOf(data, "title") ?? "",
    unit: textOf(data, "place.unit"),
    place: textOf(data, "place.name"),
    lat: numberOf(textOf(data, "place.lat")),
    lon: numberOf(textOf(data, "place.lon")),
    sources: [...new Set(everyOf(data, /^(sources\[\d+\]|claims\[\d+\]\.source)$/).map(Number))].filter(Number.isInteger),
    against: [...new Set(everyOf(data, /^claims\[\d+\]\.against$/))],
  };
}

/** Looks for records of the same event while one is being written; it shows them and stops nobody. */
export function LikePanel({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const like = useLikeRecords(form);
  return (
    <div role="status" aria-live="polite">
      {like.length > 0 && (
        <Notice tone="notice" title={like.length === 1 ? "A record like this one exists" : `${like.length} records like this one exist`}>
          <p>Look before you save. Another account of the same event is best added to its record as a claim; saving stays possible.</p>
          <ul className="mt-2 divide-y divide-line">
            {like.map((entry) => (
              <li key={entry.id} className="py-2">
                <LikeRecordLine like={entry} isNewTab />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function useLikeRecords(form: RefObject<HTMLFormElement | null>): readonly LikeRecord[] {
  const [like, setLike] = useState<readonly LikeRecord[]>([]);
  const asked = useRef("");
  const look = useCallback(async () => {
    const draft = form.current ? draftOf(new FormData(form.current)) : undefined;
    const question = JSON.stringify(draft ?? null);
    if (question === asked.current) return;
    asked.current = question;
    // Without a network the form goes on as before: the comparison is a help, and the queue repeats it.
    const found = draft ? await likeDraftAction(draft).catch(() => []) : [];
    if (asked.current === question) setLike(found);
  }, [form]);
  useEffect(() => {
    const element = form.current;
    let timer: number | undefined;
    const soon = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void look(), pauseMs);
    };
    element?.addEventListener("input", soon);
    element?.addEventListener("change", soon);
    soon();
    return () => {
      window.clearTimeout(timer);
      element?.removeEventListener("input", soon);
      element?.removeEventListener("change", soon);
    };
  }, [form, look]);
  return like;
}
