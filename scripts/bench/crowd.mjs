const connections = 16;
const seconds = 5;

/** As many readers at once, each asking for the next list when it has the last. */
export const crowd = {
  name: `lists at ${connections} connections`,
  target: { atLeast: 500 },
  run: async ({ get }) => {
    const until = performance.now() + seconds * 1000;
    let answers = 0;
    const reader = async () => {
      for (; performance.now() < until; answers++) await get("/incidents?limit=50");
    };
    await Promise.all(Array.from({ length: connections }, reader));
    return { value: { amount: answers / seconds, unit: "lists/s" }, note: `${connections} connections for ${seconds} s, client on the same machine` };
  },
};
