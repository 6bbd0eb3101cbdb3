"use client";

import { useEffect, useRef } from "react";
import { labelOfField } from "./field-labels";

type ErrorSummaryProps = { formId: string; errors: Record<string, string[]>; /** Grows with each refused attempt to send. */ attempt: number; /** The server's last answer. */ answer: unknown };

/** What keeps the record from being saved, first and in one place, each line leading to its field. Takes the focus. */
export function ErrorSummary({ formId, errors, attempt, answer }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const isWanted = useRef(false);
  useEffect(() => {
    if (attempt > 0 || answer !== undefined) isWanted.current = true;
  }, [attempt, answer]);
  // The errors arrive a drawing later than the answer; errors that come and go while typing never take the focus.
  useEffect(() => {
    if (!isWanted.current || !box.current) return;
    isWanted.current = false;
    box.current.focus();
  });
  const lines = Object.entries(errors).flatMap(([name, messages]) => messages.map((message) => ({ name, message })));
  if (lines.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-sm border border-l-4 border-danger-ink bg-danger-soft px-4 py-3 text-sm text-ink">
      <h2 className="font-semibold">{lines.length === 1 ? "One thing needs attention before this can be saved" : `${lines.length} things need attention before this can be saved`}</h2>
      <ul className="mt-1.5 list-disc pl-5">
        {lines.map(({ name, message }) => (
          <li key={`${name} ${message}`}>{name === "" ? message : <ErrorLink target={`${formId}-${name}`} label={labelOfField(name)} message={message} />}</li>
        ))}
      </ul>
    </div>
  );
}

function ErrorLink({ target, label, message }: { target: string; label: string; message: string }) {
  return (
    <a
      href={`#${target}`}
      className="text-danger-ink underline underline-offset-2"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {label}: {message}
    </a>
  );
}
