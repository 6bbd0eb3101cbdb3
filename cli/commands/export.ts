import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CommanderError, type Command, Option } from "commander";
import { operatorActor } from "@/lib/auth/operator";
import { exportIncidentsCsv } from "@/lib/exports/service";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import { exitStatus, usageOf, valueOf } from "../outcome";
import { print, printJson } from "../output";
import { writeWhole } from "../whole-file";

type Options = { filter?: string; out?: string; as?: string; json?: boolean };

/** `export`: the incident list as a file, streamed, as far as the acting account may read it. */
export function addExportCommand(program: Command): void {
  program
    .command("export")
    .description("the incidents as a file; published records, redacted, unless --as names somebody who sees more")
    .addOption(new Option("--format <format>", "the kind of file").choices(["csv"]).makeOptionMandatory())
    .option("--filter <query>", 'the list\'s filters as in its address, for instance "type=CH04&from=2022-01-01"')
    .option("--out <file>", "write to a file, which appears whole or not at all (default: standard output)")
    .option("--as <email>", "act as this account instead of the product's operator")
    .option("--json", "with --out, print what was written as JSON")
    .action(async ({ filter = "", out, as, json }: Options) => {
      if (json && out === undefined) throw new CommanderError(exitStatus.wrongUsage, "truce.usage", "--json needs --out: standard output carries the file otherwise.");
      const asked = usageOf(filterFromSearchParams(new URLSearchParams(filter)));
      const actor = valueOf(await operatorActor(as));
      const csv = valueOf(await exportIncidentsCsv(actor, asked, new Date()));
      const text = Readable.from(chunksOf(csv));
      if (out === undefined) return pipeline(text, process.stdout, { end: false });
      const bytes = await writeWhole(text, out);
      if (json) printJson({ format: "csv", file: out, bytes, filter, as: actor.email });
      else print(`Wrote ${bytes} bytes to ${out}.`);
    });
}

async function* chunksOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
