import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { anchorsOfText, type Anchor } from "@/lib/audit/anchors/domain";
import { verifyAudit, type Verdict } from "@/lib/audit/chain/service";
import { faultInWords } from "@/lib/audit/faults/domain";
import { operatorActor } from "@/lib/auth/operator";
import { addVerifyReportCommand } from "./report";
import { Refused, valueOf } from "../outcome";
import { print, printJson } from "../output";

type Options = { anchors?: string; json?: boolean };

/** `verify audit`: recomputes the chain, and ends with status 1 and the first bad row where it is broken. */
export function addVerifyCommands(program: Command): void {
  const verify = program.command("verify").description("whether what was kept is as it was kept");
  verify
    .command("audit")
    .description("recompute every link of the audit and hold it against the daily anchors")
    .option("--anchors <file>", "anchor lines that were kept elsewhere, one a line, to hold against the chain as well")
    .option("--json", "print JSON")
    .action(async ({ anchors, json }: Options) => {
      const kept = anchors === undefined ? [] : await anchorsIn(anchors);
      const actor = valueOf(await operatorActor());
      const verdict = valueOf(await verifyAudit(actor, { kept, onProgress: showProgress }, new Date()));
      if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
      if (json) printJson({ ...verdict, fault: verdict.fault && { ...verdict.fault, text: faultInWords(verdict.fault) } });
      else print(sentenceOf(verdict));
      if (verdict.fault) throw new Refused({ kind: "conflict", reason: faultInWords(verdict.fault) });
    });
  addVerifyReportCommand(verify);
}

const showProgress = (done: number, of: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} entries`);
};

function sentenceOf({ isIntact, entries, head, anchors }: Verdict): string {
  const chain = head === null ? "The audit has no entry." : `${entries} ${entries === 1 ? "entry is" : "entries are"} as sealed, up to link ${head.seq} ${head.hash}.`;
  return `${chain} ${isIntact ? `${anchors} ${anchors === 1 ? "anchor agrees" : "anchors agree"}.` : "What follows is not."}`;
}

async function anchorsIn(file: string): Promise<Anchor[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refused({ kind: "conflict", reason: `${file} can't be read: ${error.message}` });
  });
  const { anchors, badLine } = anchorsOfText(text);
  if (badLine !== undefined) throw new Refused({ kind: "conflict", reason: `Line ${badLine} of ${file} is no anchor; they look like “truce-ledger-audit 2026-11-24 seq=… count=… sha256=…”.` });
  return anchors;
}
