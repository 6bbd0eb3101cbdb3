"use client";

import { useCallback, useState } from "react";
import { fileLimitBytes } from "@/lib/agreements/file/schema";
import { sizeWords } from "./import-words";

/** A text above this length is kept and not shown: a browser can't edit it with ease. */
const longestShown = 400_000;

/** The text to be imported, whether it is chosen, dropped or pasted, and what is wrong with a file before it is read. */
export function useFileText() {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const take = useCallback(async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const isTooLarge = file.size > fileLimitBytes;
    setError(isTooLarge ? `${file.name} has ${sizeWords(file.size)}; at most ${sizeWords(fileLimitBytes)} are taken.` : undefined);
    setText(isTooLarge ? "" : await file.text());
  }, []);
  const edit = useCallback((typed: string): void => {
    setError(undefined);
    setText(typed);
  }, []);
  return { text, error, take, edit, isShown: text.length <= longestShown };
}
