"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

type AddRowProps = { count: number; list: string; button: { name: string; value: string; form: string; formNoValidate: boolean }; children: string };

/** Adds a row to a list and takes the keyboard to its first field. */
export function AddRow({ count, list, button, children }: AddRowProps) {
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    const rows = document.querySelectorAll<HTMLElement>(`[data-row="${list}"]`);
    rows.item(rows.length - 1)?.querySelector<HTMLElement>("select, input:not([type=hidden]), textarea")?.focus();
  }, [count, list]);
  return (
    <div>
      <Button type="submit" size="small" {...button} onClick={() => (isAdding.current = true)}>
        {children}
      </Button>
    </div>
  );
}
