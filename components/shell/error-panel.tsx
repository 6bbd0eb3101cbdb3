"use client";

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

type ErrorPanelProps = { error: unknown; retry: () => void };

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

/** Something broke: what it means for the reader, a reference that finds it in the log, and ways on. */
export function ErrorPanel({ error, retry }: ErrorPanelProps) {
  const reference = digestOf(error);
  return (
    <div role="alert" className="mx-auto max-w-xl py-10">
      <h1 className="text-2xl font-semibold text-ink">This page could not be shown</h1>
      <p className="mt-2 text-ink-soft">Something failed on our side. Nothing that you saved before is lost; what you were just sending may not have been saved.</p>
      {reference !== undefined && (
        <p className="mt-3 text-sm text-ink-soft">
          Reference for whoever runs this installation: <code className="rounded-sm bg-sunken px-1.5 py-0.5 text-ink select-all">{reference}</code>
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <LinkButton href="/board">Go to the board</LinkButton>
      </div>
    </div>
  );
}
