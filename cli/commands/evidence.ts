import type { Command } from "commander";
import { operatorActor } from "@/lib/auth/operator";
import { rehashEvidence, type Fault } from "@/lib/evidence/integrity/service";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { sweepEvidence } from "@/lib/evidence/sweep/service";
import { Refused, valueOf } from "../outcome";
import { print, printJson } from "../output";

type Options = { json?: boolean };

/** Tells a person at a terminal how far it is; a log or a pipe gets nothing. */
const showProgress = (done: number, of: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of}${done === of ? "\n" : ""}`);
};

/** A group of commands that other files add to as well. */
const groupOf = (program: Command, name: string, description: string): Command => program.commands.find((command) => command.name() === name) ?? program.command(name).description(description);

const faultInWords = ({ evidence, reference, part, expected, found }: Fault): string =>
  `evidence ${evidence} of ${reference}: the ${part} ${found === null ? "is missing" : `has the SHA-256 ${found}`}; on record is ${expected}`;

/** `verify evidence` and `sweep evidence`: whether every file is still what it was, and what nobody needs any more. */
export function addEvidenceCommands(program: Command): void {
  groupOf(program, "verify", "check that what is kept is still what it was")
    .command("evidence")
    .description("hash every file of the evidence store again; status 1 and a line for each that has changed or is missing")
    .option("--json", "print JSON")
    .action(async ({ json }: Options) => {
      const actor = valueOf(await operatorActor());
      const { checked, faults } = valueOf(await rehashEvidence(actor, { storage: await evidenceStorage(), now: new Date(), onProgress: showProgress }));
      if (json) printJson({ checked, faults });
      else for (const line of [...faults.map(faultInWords), `${checked} checked.`]) print(line);
      if (faults.length > 0) throw new Refused({ kind: "conflict", reason: `${faults.length} of the files are not what they were.` });
      if (!json) print("All are as they were.");
    });
  groupOf(program, "sweep", "remove what nobody needs")
    .command("evidence")
    .description("remove files of the evidence store that no record needs, and uploads that broke off")
    .option("--json", "print JSON")
    .action(async ({ json }: Options) => {
      const swept = valueOf(await sweepEvidence(valueOf(await operatorActor()), { storage: await evidenceStorage(), now: new Date() }));
      if (json) printJson(swept);
      else print(`Removed ${swept.objects} files and ${swept.uploads} broken uploads.`);
    });
}
