import type { Command } from "commander";
import { rebuildMapCounts } from "@/lib/map/cells/service";
import { print, printJson } from "../output";

/** `rebuild-map`: the counts that the map is drawn from, counted anew from the records alone. */
export function addRebuildMapCommand(program: Command): void {
  program
    .command("rebuild-map")
    .description("count the map's cells anew, and say how many counts were wrong")
    .option("--json", "print JSON")
    .action(async ({ json }: { json?: boolean }) => {
      const rebuilt = await rebuildMapCounts();
      if (json) printJson(rebuilt);
      else print(rebuilt.differed === 0 ? "Counted the map's cells anew. None of the kept counts differed." : `Counted the map's cells anew. ${rebuilt.differed} kept counts differed and are put right. That is a defect of the product; please report it.`);
    });
}
