import type { Command } from "commander";
import { anchorLine, type Anchor } from "@/lib/audit/anchors/domain";
import { listAnchors } from "@/lib/audit/anchors/queries";
import { anchorAudit } from "@/lib/audit/anchors/service";
import { valueOf } from "../outcome";
import { print, printJson } from "../output";

type Options = { all?: boolean; json?: boolean };

/** `anchor`: makes today's anchor where there is none, and prints the line that a team keeps elsewhere. */
export function addAnchorCommand(program: Command): void {
  program
    .command("anchor")
    .description("anchor the audit for today and print the line to keep where nobody can change it")
    .option("--all", "print every anchor there is, oldest first")
    .option("--json", "print JSON")
    .action(async ({ all, json }: Options) => {
      const { anchor } = valueOf(await anchorAudit(new Date()));
      const anchors: Anchor[] = all ? (await listAnchors()).toReversed() : [anchor];
      if (json) printJson(anchors.map((one) => ({ ...one, line: anchorLine(one) })));
      else for (const one of anchors) print(anchorLine(one));
    });
}
