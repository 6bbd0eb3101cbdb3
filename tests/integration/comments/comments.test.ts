import { beforeAll, describe, expect, it } from "vitest";
import { countDissent, listComments } from "@/lib/comments/queries";
import { commentOnIncident } from "@/lib/comments/service";
import { db } from "@/lib/db/client";
import { leavePresence, showPresence } from "@/lib/presence/service";
import { fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, published, type World } from "../../support/incident-world";

let world: World;
let record: number;
beforeAll(async () => {
  world = await plantWorld();
  record = await published(world);
});

const say = (actor: World["analyst"], kind: "COMMENT" | "DISSENT", body = "The place is not certain.") => commentOnIncident(actor, { id: record, kind, body }, fixedNow);

describe("comments and dissent", () => {
  it("are kept with the content that they speak of, and in the audit without their words", async () => {
    must(await say(world.analyst, "COMMENT"));
    must(await say(world.reviewer3, "DISSENT", "The level is too high."));
    expect((await listComments(record, 1)).map(({ kind, body, isOfEarlier }) => ({ kind, body, isOfEarlier }))).toEqual([
      { kind: "COMMENT", body: "The place is not certain.", isOfEarlier: false },
      { kind: "DISSENT", body: "The level is too high.", isOfEarlier: false },
    ]);
    expect((await listComments(record, 2)).every((comment) => comment.isOfEarlier)).toBe(true);
    expect(await countDissent(record, 1)).toBe(1);
    const entries = await db().auditEntry.findMany({ where: { event: { in: ["incident.commented", "incident.dissented"] } }, select: { data: true } });
    expect(JSON.stringify(entries)).not.toContain("too high");
  });
  it("are refused to readers, auditors and the administrator, and dissent to analysts", async () => {
    for (const actor of [world.viewer, world.auditor, world.admin]) expect(await say(actor, "COMMENT")).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await say(world.analyst, "DISSENT")).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await commentOnIncident(world.stranger, { id: await log(world.analyst), kind: "COMMENT", body: "x" }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
  });
  it("can't be changed, deleted, or dissent by another role in SQL", async () => {
    const sql = (text: string) => db().$executeRawUnsafe(text);
    await expect(sql("UPDATE incident_comment SET body = 'x'")).rejects.toThrow(/append-only/);
    await expect(sql("DELETE FROM incident_comment")).rejects.toThrow(/append-only/);
    await expect(sql(`INSERT INTO incident_comment (incident_id, content_version, kind, body, author_id, written_at) VALUES (${record}, 1, 'DISSENT', 'x', ${world.analyst.userId}, now())`)).rejects.toThrow(/four eyes/);
  });
});

describe("presence", () => {
  const later = (seconds: number) => new Date(fixedNow.getTime() + seconds * 1000);
  it("shows the others who have the form open, until they leave or fall silent", async () => {
    const id = await log(world.analyst);
    expect(must(await showPresence(world.analyst, id, fixedNow))).toEqual([]);
    expect(must(await showPresence(world.colleague, id, fixedNow))).toEqual(["analyst"]);
    expect(must(await showPresence(world.analyst, id, later(20)))).toEqual(["colleague"]);
    expect(must(await showPresence(world.analyst, id, later(90)))).toEqual([]);
    await leavePresence(world.analyst, id);
    expect(must(await showPresence(world.colleague, id, later(91)))).toEqual([]);
  });
  it("says nothing of a record to whoever may not edit it", async () => {
    const id = await log(world.analyst);
    for (const actor of [world.stranger, world.viewer, world.auditor]) expect(await showPresence(actor, id, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
  });
});
