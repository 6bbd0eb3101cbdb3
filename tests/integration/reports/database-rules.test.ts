// What holds against somebody with SQL and every right that the product's own account has.
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makeReport } from "@/lib/reports/making/service";
import { reportInput } from "@/lib/reports/schema";
import { requestReport } from "@/lib/reports/service";
import { fixedNow } from "../../support/incident-builders";
import { must, plantWorld, published, type World } from "../../support/incident-world";

const soon = new Date(fixedNow.getTime() + 60_000);
const sql = (text: string) => db().$executeRawUnsafe(text);

let world: World;
let incident: number;
let ready: number;
let queued: number;
const ask = async () => must(await requestReport(world.reviewer, reportInput.parse({ kind: "DAILY_SITUATION", from: "2022-03-25" }), soon)).id;
beforeAll(async () => {
  world = await plantWorld();
  incident = await published(world);
  ready = await ask();
  await makeReport(ready, soon);
  queued = await ask();
});

describe("a report in the database", () => {
  it("is frozen once it is ready: nothing of it is changed, and none is removed", async () => {
    expect((await db().report.findUniqueOrThrow({ where: { id: ready } })).state).toBe("READY");
    for (const change of ["content = '{}'", "sha256 = repeat('0', 64)", "title = 'Another'", "profile = 'INTERNAL'", "state = 'MAKING'", "pdf = NULL"]) await expect(sql(`UPDATE report SET ${change} WHERE id = ${ready}`)).rejects.toThrow(/frozen|TL001/);
    for (const id of [ready, queued]) await expect(sql(`DELETE FROM report WHERE id = ${id}`)).rejects.toThrow(/kept|TL001/);
    await expect(sql("TRUNCATE report CASCADE")).rejects.toThrow(/append-only/);
  });

  it("keeps the records that it rests on, and gets no more of them", async () => {
    await expect(sql(`UPDATE report_record SET version = 1 WHERE report_id = ${ready}`)).rejects.toThrow(/append-only/);
    await expect(sql(`DELETE FROM report_record WHERE report_id = ${ready}`)).rejects.toThrow(/append-only/);
    const other = await published(world, { title: "Another" });
    await expect(sql(`INSERT INTO report_record VALUES (${ready}, ${other}, 1, 'V1_CLAIM', 'S0_PUBLIC', '{}', repeat('a', 64))`)).rejects.toThrow(/frozen/);
  });

  it("never has another digest than its content, and never content without limits", async () => {
    const frozen = (content: string, digest: string) =>
      sql(`UPDATE report SET state = 'READY', failure = NULL, content = '${content}', sha256 = ${digest}, title = 't', records = 0, audit_seq = 1, audit_hash = repeat('a', 64), pdf = '\\x25'::bytea, made_at = now() WHERE id = ${queued}`);
    const own = (content: string) => `encode(sha256(convert_to('${content}', 'UTF8')), 'hex')`;
    await expect(frozen('{"limits":["a"]}', "repeat('0', 64)")).rejects.toThrow(/report_digest_true/);
    for (const content of ['{"limits":[]}', "{}", '{"title":"a"}']) await expect(frozen(content, own(content))).rejects.toThrow(/report_limits_told/);
  });

  it("is whole or nothing, and rewrites nothing of what was asked for", async () => {
    await expect(sql(`UPDATE report SET content = '{"limits":["a"]}' WHERE id = ${queued}`)).rejects.toThrow(/report_ready_whole|report_digest_true/);
    await expect(sql(`UPDATE report SET state = 'FAILED' WHERE id = ${queued}`)).rejects.toThrow(/report_failure_told/);
    for (const change of ["profile = 'INTERNAL'", "known_at = known_at - interval '1 day'", "as_of = as_of - 1", "rule_version = 'x'", "filters = '{\"type\":[\"CH01\"]}'", `author_id = ${world.viewer.userId}`]) await expect(sql(`UPDATE report SET ${change} WHERE id = ${queued}`)).rejects.toThrow(/never rewritten/);
  });

  it.each([
    ["kind", "'GOSSIP'", /report_kind_known|report_subject_fits/],
    ["profile", "'SECRET'", /report_profile_known/],
    ["from_on", "'2022-03-26'", /report_period_in_order|report_day_is_one/],
    ["to_on", "'2022-03-26'", /report_day_is_one/],
    ["known_at", "'2031-01-01T00:00:00Z'", /report_known_not_ahead/],
    ["state", "'READY'", /asked for first/],
    ["progress", "101", /report_progress_share/],
  ])("refuses a request whose %s is %s", async (column, value, reason) => {
    const columns = ["kind", "profile", "agreement_id", "from_on", "to_on", "as_of", "known_at", "rule_version", "state", "progress", "author_id", "requested_at"];
    const taken = columns.map((name) => (name === column ? value : name)).join(", ");
    await expect(sql(`INSERT INTO report (${columns.join(", ")}) SELECT ${taken} FROM report WHERE id = ${queued}`)).rejects.toThrow(reason);
  });

  it("names a duty or a record where its kind is about one, and nowhere else", async () => {
    const insert = (kind: string, about: string) => sql(`INSERT INTO report (kind, profile, agreement_id, from_on, to_on, as_of, known_at, rule_version, author_id, requested_at, incident_id) SELECT '${kind}', profile, agreement_id, from_on, to_on, as_of, known_at, rule_version, author_id, requested_at, ${about} FROM report WHERE id = ${queued}`);
    await expect(insert("INCIDENT_BRIEF", "NULL")).rejects.toThrow(/report_subject_fits/);
    await expect(insert("COMPLIANCE", String(incident))).rejects.toThrow(/report_subject_fits/);
    await insert("INCIDENT_BRIEF", String(incident));
  });
});
