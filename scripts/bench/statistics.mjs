import { timed } from "./timed.mjs";

const times = { warmUp: 3, times: 30 };
const grouped = "select to_char(occurred_start, 'YYYY-MM'), type, count(*) from incident where workflow = 'PUBLISHED' group by 1, 2";

/** Every month by every type of what stands published. */
export const statistics = {
  name: "statistics, month by type",
  target: { within: 6 },
  run: async ({ get, client }) => ({ product: await timed(() => get("/statistics?by=month,type&workflow=PUBLISHED"), times), raw: await timed(() => client.query(grouped), { warmUp: 1, times: 5 }) }),
};

/** The marks of the map as it opens. */
export const wholeMap = {
  name: "whole map",
  target: { within: 6 },
  run: async ({ get, client }) => ({ product: await timed(() => get("/map/cells?zoom=8"), times), raw: await timed(() => client.query("select map_bin11, count(*) from incident group by 1"), { warmUp: 1, times: 5 }) }),
};
