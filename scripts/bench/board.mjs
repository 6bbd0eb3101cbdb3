import { timed } from "./timed.mjs";

const times = { warmUp: 2, times: 20 };
const raw = (client) => timed(() => client.query("select count(*) from board_result"), times);

/** The board of a day, once it is stored; the note says what the first one who asked waited. */
export const board = {
  name: "board of a day",
  target: { within: 10 },
  run: async ({ get, client }) => ({ note: await firstOf(() => get("/board")), product: await timed(() => get("/board"), times), raw: await raw(client) }),
};

/** The board as it was known at an instant, asked for again; the note says what the first one who asked waited. */
export const pastBoard = {
  name: "board as known on a day",
  target: { within: 60 },
  run: async ({ get, client }) => {
    const path = "/board?asOf=2023-01-15&knownAt=2023-01-20";
    return { note: await firstOf(() => get(path)), product: await timed(() => get(path), times), raw: await raw(client) };
  },
};

async function firstOf(work) {
  const started = performance.now();
  await work();
  return `first answer ${Math.round(performance.now() - started)} ms`;
}
