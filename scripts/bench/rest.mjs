import { setTimeout as sleep } from "node:timers/promises";

/** From the start of the server to its first answer, on data that is there: the product is stopped and started again. Nothing is measured after it but memory. */
export const coldStart = {
  name: "cold start of the server",
  target: { within: 2 },
  run: async ({ restart }) => {
    const { server, product } = await restart();
    return { value: { amount: server / 1000, unit: "s" }, note: `${(product / 1000).toFixed(1)} s with its database, migrations asked after` };
  },
};

const restSeconds = 30;

/** What the server's process keeps when nobody asks it for anything. */
export const idleMemory = {
  name: "idle memory of the server",
  target: { within: 220 },
  run: async ({ address, memoryNow }) => {
    await (await fetch(`${address}/healthz`)).arrayBuffer();
    await sleep(restSeconds * 1000);
    return { value: { amount: memoryNow(), unit: "MB" }, note: `after ${restSeconds} s of rest` };
  },
};
