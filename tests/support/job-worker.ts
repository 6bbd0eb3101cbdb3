// A process that runs jobs and nothing else, for the tests that kill it.
import { startWorker } from "@/lib/jobs/worker/service";

const worker = startWorker();
process.once("SIGTERM", () => void worker.stop().then(() => process.exit(0)));
