import { beforeAll, describe, expect, it } from "vitest";
import { decideStatus, giveSecondWord } from "@/app/api/v1/_operations/decisions";
import { getBoard, getObligation } from "@/app/api/v1/_operations/board";
import { GET as board } from "@/app/api/v1/board/route";
import { POST as decide } from "@/app/api/v1/obligations/[code]/decisions/route";
import { POST as confirm } from "@/app/api/v1/obligations/[code]/decisions/[id]/confirmation/route";
import { GET as obligation } from "@/app/api/v1/obligations/[code]/route";
import { recordRules } from "@/lib/compliance/rules/service";
import { demo } from "../../support/board-world";
import { type DemoAccount, send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";
import { containing } from "../../support/matchers";

beforeAll(loadReferenceData);

const code = "NK2020-6c";
const asOf = "2023-01-15";
const read = (query = "") => send(obligation, { as: "viewer", path: `/obligations/${code}?asOf=${asOf}${query}`, params: { code }, expected: 200 });

async function sent(as: DemoAccount, over: Record<string, unknown>, headers: Record<string, string> = {}) {
  const { body } = await read();
  const [last] = body["statusDecisions"] as { id: number }[];
  const seen = { asOf, ruleVersion: body["ruleVersion"], inputsDigest: body["inputsDigest"], follows: last?.id ?? null, command: "ACCEPT", reason: "As recorded." };
  return send(decide, { as, method: "POST", path: `/obligations/${code}/decisions`, params: { code }, body: { ...seen, ...over }, headers });
}
const worse = { command: "CHANGE", state: "C_BREACHED", reason: "No convoy passed on that day either." };
const word = (as: DemoAccount, id: unknown, body: object) => send(confirm, { as, method: "POST", path: `/obligations/${code}/decisions/${String(id)}/confirmation`, params: { code, id: String(id) }, body });

describe("deciding over HTTP", () => {
  it("is for reviewers, and what doesn't fit is named by field", async () => {
    for (const as of ["viewer", "analyst", "auditor", "admin"] as const) expect((await sent(as, {})).status).toBe(403);
    expect((await sent("reviewer", { state: "C_FINE", command: "CHANGE" })).body["errors"]).toMatchObject([{ path: "state" }]);
    expect((await sent("reviewer", { command: "CHANGE", state: "I3_FULL", reason: "Another scale altogether." })).body["errors"]).toMatchObject([{ path: "state", code: "other_scale" }]);
    expect((await sent("reviewer", { ruleVersion: undefined })).body["errors"]).toMatchObject([{ path: "ruleVersion" }]);
    expect((await sent("reviewer", { verdict: "CONFIRM" })).body["errors"]).toMatchObject([{ path: "verdict", code: "unrecognized_keys" }]);
    expect((await sent("reviewer", { inputsDigest: "0".repeat(64) })).status).toBe(409);
  });

  it("is done once for a key, and answers with the decision", async () => {
    const key = { "idempotency-key": "decide-once" };
    const { body } = await read();
    const payload = { asOf, ruleVersion: body["ruleVersion"], inputsDigest: body["inputsDigest"], follows: null, ...worse };
    const post = () => send(decide, { as: "reviewer", method: "POST", path: `/obligations/${code}/decisions`, params: { code }, body: payload, headers: key, expected: 201 });
    const [first, again] = [await post(), await post()];
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(decideStatus.answers[201]?.schema?.safeParse(first.body).error).toBeUndefined();
    expect(first.body).toMatchObject({ command: "CHANGE", decidedState: "C_BREACHED", inForceAt: null, second: null });
    expect(first.text).not.toContain("decidedBy");
    expect((await read()).body).toMatchObject({ isDecisionWaiting: true, decision: null });
  });

  it("takes the second word of another reviewer, and the board then says why", async () => {
    const [{ id }] = (await read()).body["statusDecisions"] as [{ id: number }];
    expect((await word("reviewer", id, { verdict: "CONFIRM" })).status).toBe(403);
    expect((await word("reviewer2", id, { verdict: "REJECT", reason: "no" })).body["errors"]).toMatchObject([{ path: "reason" }]);
    expect((await word("reviewer2", 999_999, { verdict: "CONFIRM" })).status).toBe(404);
    const confirmed = await word("reviewer2", id, { verdict: "CONFIRM" });
    expect(confirmed.status).toBe(200);
    expect(giveSecondWord.answers[200]?.schema?.safeParse(confirmed.body).error).toBeUndefined();
    expect((await word("reviewer2", id, { verdict: "CONFIRM" })).status).toBe(409);

    const got = await send(board, { as: "viewer", path: `/board?asOf=${asOf}`, expected: 200 });
    expect(getBoard.answers[200]?.schema?.safeParse(got.body).error).toBeUndefined();
    const item = (got.body["items"] as { code: string }[]).find((entry) => entry.code === code);
    expect(item).toMatchObject({ state: "C_BREACHED", proposedState: "C_STRAINED", isDecisionWaiting: false, decision: { id, reason: worse.reason, drift: [] } });
    const then = await send(board, { as: "viewer", path: `/board?asOf=${asOf}&knownAt=2023-02-01`, expected: 200 });
    expect((then.body["items"] as { code: string }[]).find((entry) => entry.code === code)).toMatchObject({ decision: null });
  });
});

describe("rules that a request names", () => {
  it("judge past days too, and unknown ones are refused with those that exist", async () => {
    const recorded = await recordRules(await demo("admin"), { windowDays: 5, coverageShareNeeded: 0.8, figureMaxAgeDays: 30, reason: "Five days, for this test.", basedOn: "2026-11-2" }, new Date());
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.refusal));
    const { version } = recorded.value;
    expect((await read()).body).toMatchObject({ ruleVersion: version, decision: { drift: ["RULES"] } });
    const named = await read("&rules=2026-11-2");
    expect(named.body).toMatchObject({ ruleVersion: "2026-11-2", decision: { drift: [] } });
    expect(getObligation.answers[200]?.schema?.safeParse(named.body).error).toBeUndefined();
    for (const rules of ["2031-1-1", ""]) {
      const refused = await send(board, { as: "viewer", path: `/board?rules=${rules}`, expected: 422 });
      expect(refused.body["errors"]).toMatchObject([{ path: "rules", code: "unknown_version", message: containing(version) }]);
    }
    expect((await send(obligation, { as: "viewer", path: `/obligations/${code}?rules=2031-1-1`, params: { code } })).status).toBe(422);
  });
});
