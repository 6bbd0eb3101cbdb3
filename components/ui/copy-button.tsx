"use client";

import { useState } from "react";
import { Button } from "./button";

type CopyButtonProps = { text: string; label: string };

/** Puts a text on the clipboard and says whether it got there. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused">();
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      // Without a secure connection the browser keeps the clipboard shut; the text is on the page to be marked by hand.
      () => setOutcome("refused"),
    );
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="small" onClick={copy}>
        {label}
      </Button>
      <span role="status" className="text-xs text-ink-soft">
        {outcome === "copied" && "Copied."}
        {outcome === "refused" && "The browser did not let us; mark the text and copy it."}
      </span>
    </span>
  );
}
