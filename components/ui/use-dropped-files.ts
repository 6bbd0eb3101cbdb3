"use client";

import { useEffect, useEffectEvent, useState, type DragEvent } from "react";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;

/** Files that are dropped on an element or pasted anywhere on the page but into a field. */
export function useDroppedFiles(onFiles: (files: File[]) => void) {
  const [depth, setDepth] = useState(0);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isTyping(event.target)) return;
      event.preventDefault();
      take(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);

  return {
    isOver: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDepth((at) => at + 1);
      },
      onDragOver: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault();
      },
      onDragLeave: (event: DragEvent) => {
        if (hasFiles(event)) setDepth((at) => Math.max(0, at - 1));
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDepth(0);
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}
