import type { Command } from "commander";
import { type Recount, recountTallies } from "@/lib/incidents/tallies/service";
import { valueOf } from "../outcome";
import { print, printJson } from "../output";

/** `recount`: what is kept of counts of records, held against the records. */
export function addRecountCommand(program: Command): void {
  program
    .command("recount")
    .description("hold the counts that are kept of the records against the records, and put right what differs")
    .option("--json", "print JSON")
    .action(async ({ json }: { json?: boolean }) => {
      const recount = valueOf(await recountTallies());
      if (json) printJson(recount);
      else print(sentence(recount));
    });
}

function sentence({ records, differed }: Recount): string {
  const whole = `Counted ${records} ${records === 1 ? "record" : "records"}.`;
  if (differed === 0) return `${whole} Every count that is kept was right.`;
  return `${whole} ${differed} ${differed === 1 ? "count" : "counts"} differed and ${differed === 1 ? "is" : "are"} put right. That is a defect of the product; please report it.`;
}
