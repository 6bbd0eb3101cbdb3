import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { operatorActor } from "@/lib/auth/operator";
import { roles } from "@/lib/kernel/actor";
import { addUserInput } from "@/lib/people/schema";
import { addUser } from "@/lib/people/service";
import { parseInput } from "@/lib/server/parse-input";
import { usageOf, valueOf } from "../outcome";
import { print, printJson } from "../output";

type Options = { role: string; name?: string; team?: string; passwordStdin?: boolean; json?: boolean };

/** `user add`. A password comes through standard input only: an argument would stay in the shell's history. */
export function addUserCommands(program: Command): void {
  const user = program.command("user").description("accounts");
  user
    .command("add")
    .description("add an account; without a password it can hold tokens but not sign in")
    .argument("<email>", "its e-mail address")
    .requiredOption("--role <role>", roles.join(" | "))
    .option("--name <name>", "how it is shown (default: the address)")
    .option("--team <team>", "its team (default: Office)")
    .option("--password-stdin", "read the password, at least 12 characters, from standard input")
    .option("--json", "print JSON")
    .action(async (email: string, { role, name, team, passwordStdin, json }: Options) => {
      const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined;
      const input = usageOf(parseInput(addUserInput, { email, role, name, team, password }));
      const actor = valueOf(await operatorActor());
      const added = valueOf(await addUser(actor, input, new Date()));
      if (json) return printJson({ ...added, role: input.role, team: input.team });
      print(`Added ${added.email} as ${input.role} in ${input.team}.`);
    });
}
