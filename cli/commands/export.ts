import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CommanderError, type Command, Option } from "commander";
import { operatorActor } from "@/lib/auth/operator";
import { type ExportFormat, exportFormatCodes } from "@/lib/codelists/export-format";
import { exportFilterFromSearchParams } from "@/lib/exports/schema";
import { startExport } from "@/lib/exports/service";
import { exitStatus, usageOf, valueOf } from "../outcome";
import { print, printJson } from "../output";
import { writeWhole } from "../whole-file";

type Options = { format: ExportFormat; filter?: string; out?: string; as?: string; json?: boolean };

/** `export`: the incident list as a file, streamed, as far as the acting account may read it. */
export function addExportCommand(program: Command): void {
  program
    .command("export")
    .description("the incidents as a file; published records, redacted, unless --as names somebody who sees more")
    .addOption(new Option("--format <format>", "the kind of file").choices(exportFormatCodes).makeOptionMandatory())
    .option("--filter <query>", 'the list\'s filters as in its address, for instance "type=CH04&from=2022-01-01"')
    .option("--out <file>", "write to a file, which appears whole or not at all (default: standard output)")
    .option("--as <email>", "act as this account instead of the product's operator")
    .option("--json", "with --out, print what was written as JSON")
    .action(async ({ format, filter = "", out, as, json }: Options) => {
      if (json && out === undefined) throw new CommanderError(exitStatus.wrongUsage, "truce.usage", "--json needs --out: standard output carries the file otherwise.");
      const asked = usageOf(exportFilterFromSearchParams(new URLSearchParams(filter)));
      const actor = valueOf(await operatorActor(as));
      const { id, rows, bytes: source } = valueOf(await startExport(actor, { format, ...asked }, new Date()));
      const file = Readable.from(source, { objectMode: false });
      if (out === undefined) return pipeline(file, process.stdout, { end: false });
      const bytes = await writeWhole(file, out);
      if (json) printJson({ id, format, file: out, rows, bytes, filter, as: actor.email });
      else print(`Wrote ${rows} records, ${bytes} bytes, to ${out}. It is number ${id} in the log of exports.`);
    });
}
