import { timed } from "./timed.mjs";

/** The board of a day, once it is stored: the first call computes it, and at a large size takes its time. */
export const board = {
  name: "board of a day, stored",
  target: "10 ms",
  run: async ({ get, client }) => {
    await get("/board");
    const raw = "select count(*) from board_result";
    return { product: await timed(() => get("/board"), { warmUp: 2, times: 20 }), raw: await timed(() => client.query(raw), { warmUp: 2, times: 20 }) };
  },
};
