import { timed } from "./timed.mjs";

const page = "select * from incident where workflow in ('PUBLISHED', 'CORRECTED', 'RETRACTED') order by occurred_start desc, id desc limit 50";

/** The list as it opens. */
export const firstPage = {
  name: "list, first page of 50",
  target: { over: 3 },
  run: async ({ get, client }) => ({ product: await timed(() => get("/incidents?limit=50")), raw: await timed(() => client.query(page)) }),
};

/** A page nine tenths of the way down. */
export const deepPage = {
  name: "list, deep page of 50",
  target: { over: 3 },
  run: async ({ get, client, size }) => {
    const { rows } = await client.query("select to_char(occurred_start, 'YYYY-MM-DD') as day, id from incident order by occurred_start desc, id desc offset $1 limit 1", [Math.floor(size * 0.9)]);
    const [{ day, id }] = rows;
    const cursor = btoa(`${day} ${id}`).replaceAll("=", "");
    const raw = { text: "select * from incident where (occurred_start, id) < ($1::date, $2) order by occurred_start desc, id desc limit 50", values: [day, id] };
    return { product: await timed(() => get(`/incidents?limit=50&cursor=${cursor}`)), raw: await timed(() => client.query(raw)) };
  },
};

/** How many there are by two filters. */
export const filteredCount = {
  name: "count with two filters",
  target: { within: 8 },
  run: async ({ get, client }) => {
    const raw = "select count(*) from incident where type = 'CH04' and verification = 'V1_CLAIM'";
    const times = { warmUp: 2, times: 20 };
    return { product: await timed(() => get("/incidents/count?type=CH04&verification=V1_CLAIM"), times), raw: await timed(() => client.query(raw), times) };
  },
};
