/** Called once when the server starts, before it answers: jobs are run in its process. */
export async function register(): Promise<void> {
  // Written so that the bundler can leave the worker out of what runs elsewhere than in Node.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startWorker } = await import("./lib/jobs/worker/service");
    const worker = startWorker();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void worker.stop());
    // Next ends the process on a signal without asking anybody, so `npm start` asks first and waits for the answer (scripts/launch/server.mjs).
    process.on("message", (message) => {
      if (message === "finish jobs") void worker.stop().then(() => process.send?.("jobs finished"));
    });
  }
}
