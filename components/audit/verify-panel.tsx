"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { verifyAuditAction, type Verified } from "@/lib/audit/chain/actions";
import { HashText } from "./hash-text";

const count = (value: number, one: string, many: string): string => `${value.toLocaleString("en-GB")} ${value === 1 ? one : many}`;

function Outcome({ result }: { result: Verified }) {
  if ("refused" in result) return <Notice tone="danger" role="alert" title={result.refused} />;
  const { verdict, faultText, seconds } = result;
  const checked = `${count(verdict.entries, "entry", "entries")} recomputed in ${seconds.toFixed(1)} s, ${count(verdict.anchors, "anchor", "anchors")} held against them.`;
  if (faultText !== null) {
    return (
      <Notice tone="danger" role="alert" title="The audit is not as it was sealed">
        <p>{faultText}</p>
        <p className="mt-1">
          {count(verdict.entries, "entry", "entries")} before it {verdict.entries === 1 ? "is" : "are"} unchanged. Keep the database as it is and compare it with a backup and with the anchors that you keep elsewhere.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="calm" role="status" title="Every entry is as it was sealed">
      <p>{checked}</p>
      {verdict.head && (
        <div className="mt-2 grid gap-2">
          <HashText value={verdict.head.hash} />
          <CopyButton text={verdict.head.hash} label="Copy the verified head" />
        </div>
      )}
    </Notice>
  );
}

/** Recomputes the chain when asked: nothing is believed that was computed before. */
export function VerifyPanel({ entries }: { entries: number }) {
  const [result, verify, isRunning] = useActionState<Verified | undefined>(verifyAuditAction, undefined);
  return (
    <Card title="Verify" lead="Reads every entry and every kept version of a record again, recomputes the chain from the first entry on, and names the first row that differs.">
      <form action={verify}>
        <Button type="submit" variant="primary" disabled={isRunning}>
          {isRunning ? `Recomputing ${count(entries, "entry", "entries")} …` : "Verify now"}
        </Button>
      </form>
      <div className="mt-4 empty:hidden">{!isRunning && result && <Outcome result={result} />}</div>
    </Card>
  );
}
