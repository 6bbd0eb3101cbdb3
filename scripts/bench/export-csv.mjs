import { finished } from "node:stream/promises";
import { to as copyTo } from "pg-copy-streams";
import { timed } from "./timed.mjs";

/** COPY of the records' own table, read to its end. */
async function copied(client) {
  const stream = client.query(copyTo("copy (select * from incident) to stdout (format csv)"));
  stream.resume();
  await finished(stream);
}

/** The whole list as truce CSV over HTTP, beside COPY of the table; how high the server's memory rose meanwhile. */
export const exportCsv = {
  name: "export of all to CSV",
  target: { times: 4 },
  run: async ({ getStream, client, size, serverMemory }) => {
    const times = { warmUp: 1, times: size > 200_000 ? 3 : 7 };
    const raw = await timed(() => copied(client), times);
    const watch = serverMemory();
    const product = await timed(() => getStream("/export.csv"), times);
    return { product, raw, note: `server's memory: ${watch.stop()}` };
  },
};
