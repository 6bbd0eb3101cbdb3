// A process that writes one import and nothing else, for the tests that kill it in the middle.
import { writeRun } from "@/lib/imports/run/service";

const written = await writeRun({ importId: Number(process.argv[2]), reading: 1 }, new Date());
process.stdout.write(`${JSON.stringify(written)}\n`);
process.exit(0);
