"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ReportView } from "@/lib/reports/schema";

const lookAgainMillis = 1500;

/** How far the making of a report is; looks again by itself until it is ready. */
export function ReportProgress({ view }: { view: ReportView }) {
  const router = useRouter();
  const [isLooking, startLooking] = useTransition();
  useEffect(() => {
    if (isLooking) return undefined;
    // One look at a time: while a report is made, an answer may take longer than the pause.
    const timer = setTimeout(() => startLooking(() => router.refresh()), lookAgainMillis);
    return () => clearTimeout(timer);
  }, [router, isLooking]);
  return (
    <Notice tone="calm" role="status" title={view.state === "QUEUED" ? "Waiting for its turn" : "Being made"}>
      <p>{view.step ?? "It begins as soon as a worker is free."}</p>
      <div role="progressbar" aria-label="How far the report is" aria-valuemin={0} aria-valuemax={100} aria-valuenow={view.progress} className="mt-2 h-2 w-full max-w-md rounded-sm border border-line-strong bg-surface">
        <div className="h-full bg-accent" style={{ width: `${view.progress}%` }} />
      </div>
      <p className="mt-1">
        This page looks again by itself. Without script: <TextLink href={`/reports/${view.id}`}>look again</TextLink>.
      </p>
    </Notice>
  );
}
