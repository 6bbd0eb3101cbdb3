import { createServer } from "node:net";
import { Failure } from "./failure.mjs";

const listenOnce = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(port, host, () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });

export const freePort = () => listenOnce(0, "127.0.0.1");

const REASONS = {
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Set HOST to one that it has, or leave it out.`,
  ENOTFOUND: (host) => `This machine has no address ${host}. Set HOST to one that it has, or leave it out.`,
  EACCES: (host, port) => `Listening on port ${port} needs more rights. Choose one above 1023: PORT=3001 npm start`,
};

/** Refuses, in one line, a port that can't be had. `ours` is what this data folder knows about a server of our own. */
export async function checkPort({ host, port }, ours) {
  try {
    await listenOnce(port, host);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw new Failure(REASONS[error.code]?.(host, port) ?? `Port ${port} on ${host}: ${error.message}`);
    const other = `choose another port: PORT=${port + 1} npm start`;
    if (ours) throw new Failure(`Port ${port} is held by a Truce Ledger server that outlived its start (process ${ours}). Stop it with \`kill ${ours}\`, or ${other}`);
    throw new Failure(`Port ${port} is taken by another program. Stop that program, or ${other}`);
  }
}
