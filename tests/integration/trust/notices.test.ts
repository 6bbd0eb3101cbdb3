// Trust rule 12: a record that was retracted, corrected or merged answers with a notice and its reason, in page, API and feed; never with 404.
import { beforeAll, describe, expect, it } from "vitest";
import { GET as changesFeed } from "@/app/api/v1/feeds/changes.ndjson/route";
import { GET as atomFeed } from "@/app/api/v1/feeds/incidents.atom/route";
import { GET as getIncident } from "@/app/api/v1/incidents/[id]/route";
import { correctionRequestInput } from "@/lib/corrections/schema";
import { decideCorrectionRequest, fileCorrectionRequest } from "@/lib/corrections/service";
import { db } from "@/lib/db/client";
import { mergeIncidents, unmergeIncidents } from "@/lib/duplicates/service";
import { publicChangeView } from "@/lib/feeds/schema";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident, listIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import { send, type DemoAccount, type Got } from "../../support/api";
import { textLike } from "../../support/evidence-builders";
import { fixedNow } from "../../support/incident-builders";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";
import { readerAccounts, theReader } from "../../support/secret-walk/readers";

type Line = { cursor: string; change: string; id: number; workflow: string; notice: { reason: string; replacedBy: number | null; at: string | null } | null; request: { reference: string; outcome: string | null } | null; record: Record<string, unknown> };

let world: World;
const ids = { standing: 0, retracted: 0, corrected: 0, correction: 0, merged: 0, survivor: 0, draft: 0, mergedDraft: 0 };
const reasons = { retracted: "The source withdrew it.", merged: "One event, told twice." };
beforeAll(async () => {
  world = await plantWorld();
  await db().$queryRaw`SELECT setval(pg_get_serial_sequence('team', 'id'), 100)`;
  await theReader("viewer");
  ids.standing = await published(world, { title: "It stands" });
  ids.retracted = await published(world, { title: "It was retracted" });
  for (const actor of [world.reviewer, world.reviewer2]) must(await step(actor, ids.retracted, { command: "retract", reason: reasons.retracted }));
  ids.corrected = await published(world, { title: "It was corrected" });
  ids.correction = must(await step(world.analyst, ids.corrected, { command: "correct", reason: "The day was wrong." })).id;
  must(await step(world.analyst, ids.correction, { command: "submit" }));
  must(await step(world.reviewer, ids.correction, { command: "claim" }));
  must(await step(world.reviewer, ids.correction, { command: "approve" }));
  must(await step(world.reviewer2, ids.correction, { command: "publish" }));
  [ids.merged, ids.survivor] = [await published(world, { title: "It was merged" }), await published(world, { title: "It took the other in" })];
  must(await mergeIncidents(world.reviewer3, { id: ids.survivor, other: ids.merged, reason: reasons.merged }, fixedNow));
  ids.draft = await log(world.analyst, { title: "Nobody but the team knows" });
  const [a, b] = [await inReview(world, { title: "A draft that took another in" }), await inReview(world, { title: "A draft that was merged" })];
  must(await mergeIncidents(world.reviewer3, { id: a, other: b, reason: "Two drafts." }, fixedNow));
  ids.mergedDraft = b;
}, 120_000);

const notices = (): [string, number, string, RegExp, number | null][] => [
  ["retracted", ids.retracted, "RETRACTED", /^The source withdrew it\.$/, null],
  ["corrected", ids.corrected, "CORRECTED", /./, ids.correction],
  ["merged", ids.merged, "MERGED_INTO", /^One event, told twice\.$/, ids.survivor],
];

const feed = (as: DemoAccount, query = "?limit=500"): Promise<Got> => send(changesFeed, { as, path: `/feeds/changes.ndjson${query}`, expected: 200 });
const linesOf = ({ text }: Got): Line[] => text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Line);

describe.each(readerAccounts)("to the %s", (account) => {
  it("page and API tell what became of the record, why, since when, and what stands in its place", async () => {
    for (const [what, id, workflow, reason, replacedBy] of notices()) {
      const answer = await send(getIncident, { as: account, path: `/incidents/${id}`, params: { id: String(id) }, expected: 200 });
      expect(answer.body, `${what}`).toMatchObject({ workflow, notice: { reason: textLike(reason), replacedBy, at: fixedNow.toISOString() } });
      // What the page draws its notice from.
      expect(await findIncident(scopeOf((await theReader(account)).actor), id), `${what}`).toMatchObject({ workflow, notice: { replacedBy } });
    }
  });

  it("the change feed tells it too, in the order in which it happened, and nothing of what was never public", async () => {
    const lines = linesOf(await feed(account));
    for (const line of lines) expect(publicChangeView.safeParse(line).error?.issues ?? []).toEqual([]);
    expect(lines.map(({ change, id }) => [change, id])).toEqual([
      ["PUBLISHED", ids.standing], ["PUBLISHED", ids.retracted], ["RETRACTED", ids.retracted], ["PUBLISHED", ids.corrected],
      ...lines.slice(4, 6).map(({ change, id }) => [change, id]),
      ["PUBLISHED", ids.merged], ["PUBLISHED", ids.survivor], ["MERGED_INTO", ids.merged], ["CHANGED", ids.survivor],
    ]);
    expect(new Set(lines.slice(4, 6).map(({ change, id }) => `${change} ${id}`))).toEqual(new Set([`PUBLISHED ${ids.correction}`, `CORRECTED ${ids.corrected}`]));
    for (const [what, id, workflow, reason, replacedBy] of notices()) {
      const last = lines.findLast((line) => line.id === id);
      expect(last, `${what}`).toMatchObject({ workflow, notice: { reason: textLike(reason), replacedBy } });
    }
  });

  it("and so does the Atom feed, newest first, each record once", async () => {
    const { text, headers } = await send(atomFeed, { as: account, path: "/feeds/incidents.atom", expected: 200 });
    expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const entries = text.split("<entry>").slice(1);
    expect(entries.map((entry) => Number(/incident:(\d+)</.exec(entry)?.[1]))).toHaveLength(6);
    for (const [what, id, , reason] of notices()) expect(entries.find((entry) => entry.includes(`incident:${id}<`)), `${what}`).toMatch(new RegExp(`<strong>.*Reason: .*${reason.source.replaceAll(/[\^$]/g, "")}`));
    for (const hidden of ["Nobody but the team knows", "A draft that", "Two drafts."]) expect(text).not.toContain(hidden);
  });

  it("and the list holds it with its notice", async () => {
    const { items } = await listIncidents(scopeOf((await theReader(account)).actor), must(filterFromSearchParams(new URLSearchParams("limit=500"))));
    for (const [what, id, workflow] of notices()) expect(items.find((item) => item.id === id), `${what}`).toMatchObject({ workflow, notice: { reason: textLike(/./) } });
  });
});

describe("the change feed", () => {
  it("goes on from the last line that the reader has, and misses none, whatever comes in between", async () => {
    const seen: Line[] = [];
    let next = "?limit=3";
    for (let page = 0; page < 20; page++) {
      const got = await feed("viewer", next);
      const lines = linesOf(got);
      seen.push(...lines);
      const address = /<([^>]+)>; rel="next"/.exec(got.headers.get("link") ?? "")?.[1] ?? "";
      expect(address).toContain("limit=3");
      next = new URL(address).search;
      if (page === 1) must(await fileCorrectionRequest(world.viewer, correctionRequestInput.parse({ incident: ids.standing, aim: "REPLY", kind: "FALSE", says: "We did not." }), fixedNow));
      if (lines.length === 0) break;
    }
    expect(seen.map(({ cursor }) => Number(cursor))).toEqual(linesOf(await feed("viewer")).map(({ cursor }) => Number(cursor)));
    expect(seen.at(-1)).toMatchObject({ change: "REQUEST_FILED", id: ids.standing, request: { reference: "CR-000001", outcome: null } });
  });

  it("tells that a request was decided, with its outcome and without its words", async () => {
    must(await decideCorrectionRequest(world.reviewer3, { id: 1, outcome: "DECLINED", reason: "It was read again." }, fixedNow));
    const [last] = linesOf(await feed("viewer")).slice(-1);
    expect(last).toMatchObject({ change: "REQUEST_DECIDED", request: { reference: "CR-000001", outcome: "DECLINED" } });
    expect(JSON.stringify(last)).not.toContain("We did not.");
  });

  it("is not sent again to whoever has it", async () => {
    const first = await feed("viewer");
    const etag = first.headers.get("etag") ?? "";
    const again = await send(changesFeed, { as: "viewer", path: "/feeds/changes.ndjson?limit=500", headers: { "if-none-match": etag } });
    expect([again.status, again.text]).toEqual([304, ""]);
    must(await unmergeIncidents(world.reviewer3, { id: ids.survivor, other: ids.merged, reason: "Two events." }, fixedNow));
    const after = await send(changesFeed, { as: "viewer", path: "/feeds/changes.ndjson?limit=500", headers: { "if-none-match": etag } });
    expect(after.status).toBe(200);
    expect(linesOf(after).slice(-2).map(({ change, id, workflow }) => [change, id, workflow])).toEqual([["CHANGED", ids.merged, "PUBLISHED"], ["CHANGED", ids.survivor, "PUBLISHED"]]);
  });

  it.each(["?since=x", "?limit=0", "?limit=501", "?until=4", "?since=1&since=%00"])("refuses %s", async (query) => {
    expect((await send(changesFeed, { as: "viewer", path: `/feeds/changes.ndjson${query}` })).status).toBe(422);
  });

  it("is nobody's who has neither token nor session", async () => {
    for (const handler of [changesFeed, atomFeed]) expect((await send(handler, { path: "/feeds" })).status).toBe(401);
  });
});

describe("the Atom feed", () => {
  it("leads on to older entries, and ends", async () => {
    const found: string[] = [];
    let path: string | undefined = "/feeds/incidents.atom?limit=4";
    while (path !== undefined && found.length < 50) {
      const { text, headers } = await send(atomFeed, { as: "viewer", path, expected: 200 });
      found.push(...[...text.matchAll(/incident:(\d+)</g)].map((match) => match[1] ?? ""));
      const next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
      path = next === undefined ? undefined : `/feeds/incidents.atom${new URL(next).search}`;
    }
    expect(new Set(found.map(Number))).toEqual(new Set([ids.standing, ids.retracted, ids.corrected, ids.correction, ids.merged, ids.survivor]));
  });
});

describe("the list of public changes", () => {
  const sql = (text: string) => db().$executeRawUnsafe(text);
  it("is written by the database with the seal, in the order of the commits, and by nobody else", async () => {
    const rows = await db().$queryRaw<{ n: number; sealed: number }[]>`SELECT count(*)::int AS n, count(s.seq)::int AS sealed FROM public_change c LEFT JOIN audit_seal s ON s.seq = c.seq AND s.entry_id = c.entry_id`;
    expect(rows[0]?.n).toBeGreaterThanOrEqual(10);
    expect(rows[0]?.sealed).toBe(rows[0]?.n);
    await expect(sql(`INSERT INTO public_change (seq, entry_id, incident_id, event, at) VALUES (999999, 999999, ${ids.standing}, 'incident.published', now())`)).rejects.toThrow(/append-only/);
    await expect(sql("UPDATE public_change SET event = 'x'")).rejects.toThrow(/append-only/);
    await expect(sql("DELETE FROM public_change")).rejects.toThrow(/append-only/);
    await expect(sql("TRUNCATE public_change")).rejects.toThrow(/append-only/);
    expect(await db().publicChange.count({ where: { incidentId: { in: [ids.draft, ids.mergedDraft] } } })).toBe(0);
  });
});
