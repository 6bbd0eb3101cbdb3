import { beforeAll, describe, expect, it } from "vitest";
import { POST as add } from "@/app/api/v1/incidents/[id]/claims/route";
import { POST as step } from "@/app/api/v1/incidents/[id]/transitions/route";
import { POST as log } from "@/app/api/v1/incidents/route";
import { type DemoAccount, send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData);

const alleged = { stance: "ALLEGED_BY", speaker: "AM", against: "AZ", statedOn: "2021-05-20" };
const denied = { stance: "DENIED_BY", speaker: "AZ", statedOn: "2021-05-21", quote: "It did not happen." };

async function logged(): Promise<string> {
  const body = { type: "CH04", title: "Shelling reported near a village", occurred: { start: "2021-05-20" }, place: {}, claims: [alleged] };
  return String((await send(log, { as: "analyst", method: "POST", path: "/incidents", body, expected: 201 })).body["id"]);
}
const addTo = (id: string, body: unknown, { as = "analyst", headers = {} }: { as?: DemoAccount; headers?: Record<string, string> } = {}) => send(add, { as, method: "POST", path: `/incidents/${id}/claims`, params: { id }, body, headers });

describe("POST /incidents/{id}/claims", () => {
  it("adds what is said behind what was said, and leaves that as it is", async () => {
    const got = await addTo(await logged(), denied);
    expect([got.status, got.headers.get("etag"), got.body["claims"]]).toMatchObject([201, '"v2"', [alleged, denied]]);
    expect(got.body["flags"]).toContain("CONTESTED");
  });

  it("adds it once however often it is sent with its key", async () => {
    const id = await logged();
    const headers = { "idempotency-key": `claim-of-${id}` };
    const [first, again] = [await addTo(id, denied, { headers }), await addTo(id, denied, { headers })];
    expect([first.status, again.status, again.headers.get("idempotency-replayed"), (again.body["claims"] as unknown[]).length]).toEqual([201, 201, "true", 2]);
  });

  it("refuses a claim to a version that does not stand any more, where one is named", async () => {
    const id = await logged();
    expect((await addTo(id, denied, { headers: { "if-match": '"v1"' } })).status).toBe(201);
    expect((await addTo(id, denied, { headers: { "if-match": '"v1"' } })).status).toBe(412);
  });

  it.each([
    [{ ...denied, speaker: "NOBODY" }, "claims.1.speaker"],
    [{ ...denied, statedOn: "2021-02-30" }, "statedOn"],
    [{ ...denied, colour: "red" }, "colour"],
    [{ stance: "ALLEGED_BY" }, "speaker"],
  ])("refuses %j and names the field", async (body, path) => {
    const got = await addTo(await logged(), body);
    expect(got.status).toBe(422);
    expect(got.text).toContain(path);
  });

  it("is not for those who may not edit the record, and reopens the review of one that waits", async () => {
    const id = await logged();
    expect((await addTo(id, denied, { as: "viewer" })).status).toBe(404);
    expect((await addTo(id, denied, { as: "analyst2" })).status).toBe(404);
    expect((await addTo(id, denied, { as: "auditor" })).status).toBe(403);
    await send(step, { as: "analyst", method: "POST", path: `/incidents/${id}/transitions`, params: { id }, body: { command: "submit" }, expected: 200 });
    expect((await addTo(id, denied)).body["workflow"]).toBe("SUBMITTED");
  });
});
