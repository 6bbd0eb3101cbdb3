import { timed } from "./timed.mjs";

const record = (n) => ({
  type: "CH04", title: `Bench record ${n}`, narrative: "Made by the bench.", occurred: { start: "2022-03-25" }, place: { name: "A place", lat: 40.06, lon: 46.73, precision: "L2_SETTLEMENT" },
  claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26" }, { stance: "DENIED_BY", speaker: "AZ_MOD" }],
});

/** The same rows by SQL alone: record, two claims, an entry of the audit with its seal. */
async function inserted(client) {
  await client.query("begin");
  const { rows } = await client.query(
    "insert into incident (type, title, narrative, occurred_start, time_precision, location_precision, author_id, last_editor_id, team_id) select 'CH04', 'Bench', '', '2022-03-25', 'T4_DAY', 'L0_UNKNOWN', id, id, team_id from app_user where role = 'ANALYST' limit 1 returning id, author_id",
  );
  const [{ id, author_id: author }] = rows;
  await client.query("insert into claim (incident_id, position, stance, speaker) values ($1, 0, 'ALLEGED_BY', 'RU_MOD'), ($1, 1, 'DENIED_BY', 'AZ_MOD')", [id]);
  await client.query("insert into audit_entry (at, actor_id, event, subject_type, subject_id, data) values (now(), $2, 'incident.logged', 'incident', $1, '{}')", [String(id), author]);
  await client.query("commit");
}

/** Logging a record with its claims, its snapshot and its audit entry. */
export const create = {
  name: "create, with claims and audit",
  target: { within: 6 },
  run: async ({ post, client }) => ({ product: await timed((n) => post("/incidents", record(n))), raw: await timed(() => inserted(client)) }),
};
