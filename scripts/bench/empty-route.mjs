import { timed } from "./timed.mjs";

/** What HTTP and the server cost before anything is done. */
export const emptyRoute = { name: "empty route (/healthz)", run: async ({ address }) => ({ product: await timed(async () => (await fetch(`${address}/healthz`)).arrayBuffer()) }) };
