import { type Command, InvalidArgumentError } from "commander";
import { env } from "@/lib/config/env";
import { fillDatabase } from "@/lib/synth/service";
import { valueOf } from "../outcome";
import { print, printJson } from "../output";

type Options = { incidents: number; seed: number; force?: boolean; json?: boolean };

const wholeNumber = (least: number, most: number) => (text: string): number => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`It has to be a whole number from ${least} to ${most}.`);
};

/** `synth`: made-up records in any number, for load tests. */
export function addSynthCommand(program: Command): void {
  program
    .command("synth")
    .description("fills the database with made-up records for load tests; each says of itself that it is made up")
    .requiredOption("--incidents <number>", "how many", wholeNumber(1, 10_000_000))
    .option("--seed <number>", "the same seed gives the same records", wholeNumber(0, 1_000_000), 1)
    .option("--force", "also beside records of people's own, where this is no demonstration")
    .option("--json", "print what was made as JSON")
    .action(async ({ incidents, seed, force = false, json }: Options) => {
      const { TRUCE_DEMO: isDemo, DATABASE_URL, DATABASE_OWNER_URL: ownerUrl = DATABASE_URL } = env();
      const filled = valueOf(await fillDatabase({ incidents, seed, isDemo, isForced: force, ownerUrl, report: (done) => showProgress(done, incidents) }));
      if (json) printJson({ ...filled, seed });
      else print(`Made ${filled.incidents} records and ${filled.entries} entries of the audit in ${filled.seconds.toFixed(1)} s.`);
    });
}

/** For a person at a terminal; a log or a pipe gets nothing. */
const showProgress = (done: number, of: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of}${done === of ? "\n" : ""}`);
};
