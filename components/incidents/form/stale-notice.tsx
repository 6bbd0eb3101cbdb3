"use client";

import { Notice } from "@/components/ui/notice";
import { labelOfField } from "./field-labels";
import type { Change } from "./form-values";

/** What others changed while this form was open. What was typed here is kept. */
export function StaleNotice({ changes, version }: { changes: readonly Change[]; version: number }) {
  return (
    <Notice tone="notice" role="status" title={`Somebody else saved version ${version} while you were typing`}>
      <p>Your text is kept below. Sending it again saves it on top of version {version}; take over by hand what should stay of these changes:</p>
      {changes.length === 0 ? (
        <p className="mt-1">Nothing in the fields of this form changed.</p>
      ) : (
        <ul className="mt-1.5 list-disc pl-5">
          {changes.map(({ name, before, after }) => (
            <li key={name} className="break-words">
              <span className="font-semibold">{labelOfField(name)}</span>: {before === undefined ? "was empty" : `“${before}”`} → {after === undefined ? "now empty" : `“${after}”`}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
