import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findCorrectionRequest, listCorrectionRequests } from "@/lib/corrections/queries";
import { correctionFilter, correctionRequestInput } from "@/lib/corrections/schema";
import { decideCorrectionRequest, fileCorrectionRequest, withdrawCorrectionRequest } from "@/lib/corrections/service";
import type { Actor } from "@/lib/kernel/actor";
import { fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, published, type World } from "../../support/incident-world";

let world: World;
let record: number;
beforeAll(async () => {
  world = await plantWorld();
  record = await published(world);
});

const file = (actor: Actor, over: Record<string, unknown> = {}) =>
  fileCorrectionRequest(actor, correctionRequestInput.parse({ incident: record, aim: "CORRECTION", kind: "MISATTRIBUTION", says: "The bulletin names nobody.", ...over }), fixedNow);
const reason = "The bulletin was read again.";

describe("a request on a public record", () => {
  it("gets a number and a clock, is decided with a reason, and leaves its trace", async () => {
    const { id } = must(await file(world.viewer, { onBehalfOf: "A press office" }));
    expect(await findCorrectionRequest(world.viewer, id)).toMatchObject({ reference: `CR-${String(id).padStart(6, "0")}`, dueOn: "2026-12-24", outcome: null, isOwn: true, mayDecide: false });
    expect((await listCorrectionRequests(world.reviewer3, correctionFilter.parse({}))).items.map((item) => [item.id, item.mayDecide])).toContainEqual([id, true]);
    must(await decideCorrectionRequest(world.reviewer3, { id, outcome: "PARTLY_ACCEPTED", reason }, fixedNow));
    expect(await findCorrectionRequest(world.viewer, id)).toMatchObject({ outcome: "PARTLY_ACCEPTED", decisionReason: reason, mayDecide: false });
    const events = await db().auditEntry.findMany({ where: { subjectType: "incident", subjectId: String(record), event: { startsWith: "correction." } }, orderBy: { id: "asc" }, select: { event: true } });
    expect(events.map((entry) => entry.event)).toEqual(["correction.filed", "correction.decided"]);
    expect(await decideCorrectionRequest(world.reviewer3, { id, outcome: "DECLINED", reason }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
  });

  it("is refused on a record that is not public, and says nothing of one that the filer may not know of", async () => {
    const draft = await log(world.analyst);
    expect(await file(world.analyst, { incident: draft })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await file(world.viewer, { incident: draft })).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "incident", code: "unknown_record" }] } });
  });

  it("is decided by no author, no filer and no other role, and taken back by its filer only", async () => {
    const { id } = must(await file(world.reviewer));
    for (const actor of [world.reviewer, world.analyst, world.viewer, world.auditor, world.admin]) {
      expect(await decideCorrectionRequest(actor, { id, outcome: "ACCEPTED", reason }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    }
    expect(await withdrawCorrectionRequest(world.viewer, { id, reason }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    must(await withdrawCorrectionRequest(world.reviewer, { id, reason }, fixedNow));
    expect(await findCorrectionRequest(world.viewer, id)).toMatchObject({ outcome: "WITHDRAWN" });
  });

  it("is decided once where two reviewers decide at the same time", async () => {
    const { id } = must(await file(world.viewer));
    const results = await Promise.all([
      decideCorrectionRequest(world.reviewer2, { id, outcome: "ACCEPTED", reason }, fixedNow),
      decideCorrectionRequest(world.reviewer3, { id, outcome: "DECLINED", reason }, fixedNow),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("keeps words about somebody's safety from other readers", async () => {
    const { id } = must(await file(world.viewer, { kind: "SAFETY", says: "The village can be recognised.", onBehalfOf: "A family" }));
    expect(await findCorrectionRequest(world.analyst, id)).toMatchObject({ says: null, onBehalfOf: null, kind: "SAFETY" });
    expect(await findCorrectionRequest(world.reviewer, id)).toMatchObject({ says: "The village can be recognised." });
  });

  it("is paged by cursor without gaps", async () => {
    const page = async (cursor?: string | null) => listCorrectionRequests(world.auditor, correctionFilter.parse({ state: "all", limit: 2, ...(cursor ? { cursor } : {}) }));
    const seen: number[] = [];
    for (let cursor: string | null | undefined = undefined; cursor !== null; ) {
      const next: Awaited<ReturnType<typeof page>> = await page(cursor);
      seen.push(...next.items.map((item) => item.id));
      cursor = next.nextCursor;
    }
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(seen).toHaveLength(await db().correctionRequest.count());
  });
});

describe("the database itself", () => {
  const sql = (text: string) => db().$executeRawUnsafe(text);
  it("keeps what was asked, and lets it be decided once, by another, with a reason", async () => {
    const { id } = must(await file(world.viewer));
    const decided = (by: number, why: string) => sql(`UPDATE correction_request SET outcome = 'DECLINED', decision_reason = '${why}', decided_by_id = ${by}, decided_at = now() WHERE id = ${id}`);
    await expect(sql(`UPDATE correction_request SET says = 'other' WHERE id = ${id}`)).rejects.toThrow(/only ever decided/);
    await expect(sql(`DELETE FROM correction_request WHERE id = ${id}`)).rejects.toThrow(/is kept/);
    await expect(decided(world.viewer.userId, "x")).rejects.toThrow(/four eyes/);
    await expect(decided(world.analyst.userId, "x")).rejects.toThrow(/four eyes/);
    await expect(decided(world.reviewer3.userId, " ")).rejects.toThrow(/decided_whole/);
    await decided(world.reviewer3.userId, "x");
    await expect(decided(world.reviewer2.userId, "y")).rejects.toThrow(/once/);
  });
  it("takes none on a record that was never public", async () => {
    const draft = await log(world.analyst);
    await expect(sql(`INSERT INTO correction_request (incident_id, content_version, aim, kind, says, filed_by_id, filed_at, due_on) VALUES (${draft}, 1, 'REPLY', 'FALSE', 'x', ${world.viewer.userId}, now(), now())`)).rejects.toThrow(/never public/);
  });
});
