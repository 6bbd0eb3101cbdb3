"use client";

import type { FormMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { IncidentFormValues } from "./form-values";

type ListName = "claims" | "casualties" | "observations" | "obligations" | "sources";
type RowFrameProps = { form: FormMetadata<IncidentFormValues>; list: ListName; index: number; count: number; legend: string; isOrdered?: boolean; children: ReactNode };

/** One row of a list in the form, with its name and the buttons that move or remove it. */
export function RowFrame({ form, list, index, count, legend, isOrdered = false, children }: RowFrameProps) {
  const move = (to: number) => form.reorder.getButtonProps({ name: list, from: index, to });
  return (
    <fieldset data-row={list} className="min-w-0 rounded-md border border-line-strong bg-sunken p-3 sm:p-4">
      <legend className="float-left text-sm font-semibold text-ink">{legend}</legend>
      <div className="float-right flex gap-1">
        {isOrdered && index > 0 && (
          <Button type="submit" size="small" variant="quiet" aria-label={`Move up: ${legend}`} {...move(index - 1)}>
            ↑
          </Button>
        )}
        {isOrdered && index < count - 1 && (
          <Button type="submit" size="small" variant="quiet" aria-label={`Move down: ${legend}`} {...move(index + 1)}>
            ↓
          </Button>
        )}
        <Button type="submit" size="small" variant="quiet" aria-label={`Remove: ${legend}`} {...form.remove.getButtonProps({ name: list, index })}>
          Remove
        </Button>
      </div>
      <div className="clear-both grid gap-3 pt-2 sm:grid-cols-2 lg:grid-cols-6">{children}</div>
    </fieldset>
  );
}
