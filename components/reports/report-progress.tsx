"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ReportView } from "@/lib/reports/schema";

const lookAgainMillis = 1500;

/** How far the making of a report is; looks again by itself until it is ready. */
export function ReportProgress({ view }: { view: ReportView }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), lookAgainMillis);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Notice tone="calm" role="status" title={view.state === "QUEUED" ? "Waiting for its turn" : "Being made"}>
      <p>{view.step ?? "It begins as soon as a worker is free."}</p>
      <progress className="mt-2 h-2 w-full max-w-md accent-accent" max={100} value={view.progress} aria-label="How far the report is" />
      <p className="mt-1">
        This page looks again by itself. Without script: <TextLink href={`/reports/${view.id}`}>look again</TextLink>.
      </p>
    </Notice>
  );
}
