import { Readable } from "node:stream";
import type { Command } from "commander";
import { Refused } from "../outcome";
import { print } from "../output";
import { statesPage } from "../states-page";
import { writeWhole } from "../whole-file";

/** `states`: what the board says on ten days, under both clocks, as a page that is read again after each change of a rule. */
export function addStatesCommand(program: Command): void {
  program
    .command("states")
    .description("the states of every duty on ten days as a page of docs/, from this database")
    .requiredOption("--out <file>", "the page, which appears whole or not at all")
    .action(async ({ out }: { out: string }) => {
      const page = await statesPage();
      if (page === undefined) throw new Refused({ kind: "conflict", reason: "There are no duties in this database; load them with `npm run seed`." });
      const bytes = await writeWhole(Readable.from([page]), out);
      print(`Wrote ${bytes} bytes to ${out}.`);
    });
}
