// `npm run seed -- <scenario>`: loads a named scenario into the database of DATABASE_URL, through the services.
import { disconnect, patiently } from "@/lib/db/client";
import { seedReference } from "./seed/reference";

const scenarios: Record<string, () => Promise<unknown>> = {
  reference: () => seedReference({ report: (line) => process.stdout.write(`${line}\n`) }),
};

async function main(): Promise<number> {
  const [name = "reference", ...rest] = process.argv.slice(2);
  const scenario = scenarios[name];
  if (!scenario || rest.length > 0) {
    process.stderr.write(`There is no scenario "${[name, ...rest].join(" ")}"; there are: ${Object.keys(scenarios).join(", ")}.\n`);
    return 2;
  }
  await patiently(scenario);
  await disconnect();
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // A pool that is still open would keep the process alive.
  process.exit(1);
}
