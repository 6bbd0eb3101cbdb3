import { beforeAll, describe, expect, it } from "vitest";
import { GET as audit } from "@/app/api/v1/audit/route";
import { GET as board } from "@/app/api/v1/board/route";
import { GET as getOne } from "@/app/api/v1/incidents/[id]/route";
import { GET as getHistory } from "@/app/api/v1/incidents/[id]/history/route";
import { POST as step } from "@/app/api/v1/incidents/[id]/transitions/route";
import { POST } from "@/app/api/v1/incidents/route";
import { type DemoAccount, type Got, send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

const incident = {
  type: "CH04",
  title: "Artillery fire recorded by both sides",
  occurred: { start: "2021-07-28" },
  place: { precision: "L0_UNKNOWN" },
  obligations: [{ code: "NK2020-1b", relation: "POSSIBLE_BREACH" }],
  claims: [
    { stance: "ALLEGED_BY", speaker: "AM", against: "AZ", statedOn: "2021-07-28" },
    { stance: "ADMITTED_BY", speaker: "AZ", statedOn: "2021-07-29" },
  ],
};

const log = async (as: DemoAccount = "analyst"): Promise<string> => String((await send(POST, { as, method: "POST", path: "/incidents", body: incident })).body["id"]);
const take = (as: DemoAccount, id: string, { headers = {}, ...body }: { command: string; headers?: Record<string, string>; [field: string]: unknown }): Promise<Got> =>
  send(step, { as, method: "POST", path: `/incidents/${id}/transitions`, params: { id }, body, headers });

type BoardItem = { code: string; state: string; because: { text: string; recordId?: { incident?: number } }[] };
async function boardItem(asOf: string): Promise<BoardItem | undefined> {
  const got = await send(board, { as: "viewer", path: `/board?asOf=${asOf}`, expected: 200 });
  return (got.body["items"] as BoardItem[]).find((item) => item.code === "NK2020-1b");
}

beforeAll(loadReferenceData);

describe("from a draft to the board", () => {
  it("takes an author, a reviewer and a publication, and the board then says why", async () => {
    const id = await log();
    const namesIt = (item: BoardItem | undefined) => item?.because.some((reason) => reason.recordId?.incident === Number(id)) ?? false;
    expect(namesIt(await boardItem("2021-07-28"))).toBe(false);

    expect((await take("analyst", id, { command: "submit" })).body["workflow"]).toBe("SUBMITTED");
    expect((await take("reviewer", id, { command: "claim" })).body["workflow"]).toBe("IN_REVIEW");
    const approved = await take("reviewer", id, { command: "approve", verification: "V3_CORROBORATED" });
    expect([approved.status, approved.body["workflow"], approved.body["verification"]]).toEqual([200, "APPROVED", "V3_CORROBORATED"]);
    expect(approved.body["obligations"]).toMatchObject([{ code: "NK2020-1b", relation: "BREACH" }]);
    expect(namesIt(await boardItem("2021-07-28"))).toBe(false);

    const published = await take("reviewer2", id, { command: "publish" });
    expect([published.status, published.body["workflow"]]).toEqual([200, "PUBLISHED"]);
    expect(published.headers.get("etag")).toBe(`"v${String(published.body["version"])}"`);

    const after = await boardItem("2021-07-28");
    expect(namesIt(after)).toBe(true);
    expect(namesIt(await boardItem("2021-07-27"))).toBe(false);

    const history = await send(getHistory, { as: "auditor", path: `/incidents/${id}/history`, params: { id } });
    expect((history.body["items"] as { event: string }[]).map((entry) => entry.event)).toEqual(["incident.logged", "incident.submitted", "incident.claimed", "incident.approved", "incident.published"]);
    expect((history.body["items"] as unknown[]).at(-1)).toMatchObject({ by: "Demo reviewer, Team South", withheld: false, review: null, changes: { fields: [{ field: "workflow", before: "APPROVED", after: "PUBLISHED" }], rows: [] } });
    expect((history.body["items"] as unknown[])[3]).toMatchObject({ review: { decision: "APPROVE", verification: "V3_CORROBORATED" } });
  });

  it("keeps the board of an earlier knowledge as it was", async () => {
    const before = new Date().toISOString();
    const id = await log();
    await take("analyst", id, { command: "submit" });
    await take("reviewer", id, { command: "claim" });
    await take("reviewer", id, { command: "approve", verification: "V3_CORROBORATED" });
    await take("reviewer2", id, { command: "publish" });
    const then = await send(board, { as: "viewer", path: `/board?asOf=2021-07-28&knownAt=${before}` });
    expect(then.body["knownAt"]).toBe(before);
    expect(then.text).not.toContain(`"incident":${id}}`);
  });
});

describe("four eyes", () => {
  it("refuse a reviewer's own record at every decision", async () => {
    const id = await log("reviewer");
    expect((await take("reviewer", id, { command: "submit" })).status).toBe(200);
    for (const command of ["claim", "requestChanges", "reject"]) expect((await take("reviewer", id, { command, reason: "Because." })).status).toBe(403);
    expect((await take("reviewer2", id, { command: "claim" })).status).toBe(200);
    const own = await take("reviewer", id, { command: "approve" });
    expect([own.status, own.body["type"]]).toEqual([403, "urn:truce-ledger:problem:forbidden"]);
  });

  it.each(["analyst", "analyst2", "admin", "auditor", "viewer"] as const)("give no decision to the %s", async (as) => {
    const id = await log();
    await take("analyst", id, { command: "submit" });
    await take("reviewer", id, { command: "claim" });
    expect([403, 404]).toContain((await take(as, id, { command: "approve" })).status);
    expect((await send(getOne, { as: "reviewer", path: `/incidents/${id}`, params: { id } })).body["workflow"]).toBe("IN_REVIEW");
  });

  it("refuse a step that the state doesn't have, and a level above what the claims carry", async () => {
    const id = await log();
    expect((await take("reviewer", id, { command: "approve" })).status).toBe(409);
    await take("analyst", id, { command: "submit" });
    await take("reviewer", id, { command: "claim" });
    const above = await take("reviewer", id, { command: "approve", verification: "V5_INVESTIGATED" });
    expect([above.status, above.body["errors"]]).toMatchObject([422, [{ path: "verification" }]]);
    expect((await take("reviewer", id, { command: "applaud" })).status).toBe(422);
    expect((await take("reviewer", id, { command: "approve", verfication: "V1_CLAIM" })).status).toBe(422);
  });

  it("ask two reviewers where people died, and count one person once", async () => {
    const lethal = { ...incident, casualties: [{ outcome: "KILLED", side: "AM", best: 1 }] };
    const id = String((await send(POST, { as: "analyst", method: "POST", path: "/incidents", body: lethal })).body["id"]);
    await take("analyst", id, { command: "submit" });
    await take("reviewer", id, { command: "claim" });
    expect((await take("reviewer", id, { command: "approve" })).body["workflow"]).toBe("IN_REVIEW");
    expect((await take("reviewer", id, { command: "approve" })).status).toBe(409);
    expect((await take("reviewer2", id, { command: "approve" })).body["workflow"]).toBe("APPROVED");
  });
});

describe("a step with an Idempotency-Key", () => {
  it("is taken once, and answered alike even when the version it was made for has passed", async () => {
    const id = await log();
    const headers = { "idempotency-key": "submit-once", "if-match": '"v1"' };
    const first = await take("analyst", id, { command: "submit", headers });
    const again = await take("analyst", id, { command: "submit", headers });
    expect([first.status, again.status, again.headers.get("idempotency-replayed")]).toEqual([200, 200, "true"]);
    expect(again.text).toBe(first.text);
  });

  it("answers `correct` with the draft that it opens", async () => {
    const id = await log();
    await take("analyst", id, { command: "submit" });
    await take("reviewer", id, { command: "claim" });
    await take("reviewer", id, { command: "approve" });
    await take("reviewer2", id, { command: "publish" });
    const draft = await take("analyst", id, { command: "correct", reason: "The day was wrong.", headers: { "idempotency-key": "correct-once" } });
    expect([draft.status, draft.body["workflow"], draft.body["corrects"]]).toEqual([201, "DRAFT", Number(id)]);
    expect(draft.headers.get("location")).toBe(`/api/v1/incidents/${String(draft.body["id"])}`);
  });
});

describe("GET /audit", () => {
  it.each(["viewer", "analyst", "reviewer"] as const)("is not for the %s", async (as) => expect((await send(audit, { as, path: "/audit" })).status).toBe(403));

  it("pages through everything that was done to one record, newest first", async () => {
    const id = await log();
    await take("analyst", id, { command: "submit" });
    await take("reviewer", id, { command: "claim" });
    const path = `/audit?subject=incident&subjectId=${id}&limit=2`;
    const first = await send(audit, { as: "auditor", path });
    const second = await send(audit, { as: "auditor", path: `${path}&cursor=${String(first.body["nextCursor"])}` });
    const events = [first, second].flatMap((got) => (got.body["items"] as { event: string }[]).map((entry) => entry.event));
    expect(events).toEqual(["incident.claimed", "incident.submitted", "incident.logged"]);
    expect(second.body["nextCursor"]).toBeNull();
  });

  it("tells an auditor the reasons, and an administrator only that there are some", async () => {
    const id = await log();
    await take("analyst", id, { command: "submit" });
    await take("reviewer", id, { command: "claim" });
    await take("reviewer", id, { command: "requestChanges", reason: "Name the village." });
    const path = `/audit?subject=incident&subjectId=${id}&event=incident.changesRequested`;
    const reasonFor = async (as: DemoAccount) => ((await send(audit, { as, path })).body["items"] as { data: { reason: unknown } }[])[0]?.data.reason;
    expect([await reasonFor("auditor"), await reasonFor("admin")]).toEqual(["Name the village.", null]);
  });
});
