import { timed } from "./timed.mjs";

const times = { warmUp: 3, times: 20 };

/** Words of some records with how many records each is in, the rarest first; counted up to a bound, so that it takes no minute. */
async function wordsOf(client) {
  const { rows } = await client.query(`
    with sample as (select distinct w.word from (select search from incident order by id desc limit 200) i, unnest(tsvector_to_array(i.search)) w(word) where w.word ~ '^[a-z]{5,}$')
    select s.word, n.records from sample s, lateral (select count(*) as records from (select 1 from incident i where i.search @@ s.word::tsquery limit 50000) few) n order by n.records, s.word limit 400`);
  return rows.map(({ word, records }) => ({ word, records: Number(records) })).filter(({ records }) => records > 0);
}

const found = (client, query) => timed(() => client.query({ text: "select id from incident where search @@ $1::tsquery order by occurred_start desc, id desc limit 50", values: [query] }), times);

/** A word that few records hold. */
export const rareTerm = {
  name: "search, a rare word",
  target: { within: 5 },
  run: async ({ get, client }) => {
    const [rare] = await wordsOf(client);
    return { product: await timed(() => get(`/incidents?limit=50&q=${rare.word}`), times), raw: await found(client, rare.word), note: `in ${rare.records} records` };
  },
};

/** Two words that very many records hold. */
export const commonTerms = {
  name: "search, two common words",
  target: { within: 100 },
  run: async ({ get, client }) => {
    const [one, other] = (await wordsOf(client)).slice(-2);
    return { product: await timed(() => get(`/incidents?limit=50&q=${one.word}+${other.word}`), times), raw: await found(client, `${one.word} & ${other.word}`), note: `in ${one.records} and ${other.records} records${other.records >= 50000 ? " or more" : ""}` };
  },
};
