import { CommanderError, type Command } from "commander";
import { disconnect, patiently } from "@/lib/db/client";
import { exitStatus, Refused } from "./outcome";
import { complain } from "./output";
import { buildProgram } from "./program";

/** Runs one command and gives its exit status. Defects are thrown on: their stack is what their reader needs. */
async function run(program: Command, words: readonly string[]): Promise<number> {
  try {
    await patiently(() => program.parseAsync(words, { from: "user" }));
    return exitStatus.done;
  } catch (error) {
    if (error instanceof Refused) {
      complain(error.message);
      return exitStatus.refused;
    }
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "truce.usage") complain(error.message);
    // Commander ends help that was asked for with 0 and everything else with its own status.
    return error.exitCode === 0 ? exitStatus.done : exitStatus.wrongUsage;
  }
}

/** `exitOverride` and the help settings are not inherited by commands that were added before. */
function withoutExit(command: Command): Command {
  command.exitOverride();
  command.commands.forEach(withoutExit);
  return command;
}

// The reader of a pipe may leave early, as `head` does; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitStatus.done);
});

process.exitCode = await run(withoutExit(buildProgram()), process.argv.slice(2));
await disconnect();
