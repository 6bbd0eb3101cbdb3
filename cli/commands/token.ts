import type { Command } from "commander";
import { operatorActor } from "@/lib/auth/operator";
import { createTokenInput } from "@/lib/people/schema";
import { createToken } from "@/lib/people/service";
import { parseInput } from "@/lib/server/parse-input";
import { usageOf, valueOf } from "../outcome";
import { print, printJson } from "../output";

type Options = { user: string; name?: string; days?: string; json?: boolean };

/** `token create`: prints the token alone on the last line, so that a script can take it. */
export function addTokenCommands(program: Command): void {
  const token = program.command("token").description("bearer tokens for the HTTP API");
  token
    .command("create")
    .description("make a token in somebody's name; it is shown once and never kept")
    .requiredOption("--user <email>", "whose token it is")
    .option("--name <name>", "what it is for")
    .option("--days <days>", "how long it lasts, 1 to 365 (default 90)")
    .option("--json", "print JSON")
    .action(async ({ user, name, days, json }: Options) => {
      const input = usageOf(parseInput(createTokenInput, { userEmail: user, name, days }));
      const actor = valueOf(await operatorActor());
      const { token: secret, expiresAt } = valueOf(await createToken(actor, input, new Date()));
      if (json) return printJson({ token: secret, user: input.userEmail, name: input.name, expiresAt: expiresAt.toISOString() });
      print(`"${input.name}" for ${input.userEmail}, until ${expiresAt.toISOString()}. It is shown this once:`);
      print(secret);
    });
}
