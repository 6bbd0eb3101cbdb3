import { beforeAll, describe, expect, it } from "vitest";
import { GET as getOne, PATCH } from "@/app/api/v1/incidents/[id]/route";
import { GET as getHistory } from "@/app/api/v1/incidents/[id]/history/route";
import { GET as count } from "@/app/api/v1/incidents/count/route";
import { GET as list, POST } from "@/app/api/v1/incidents/route";
import { POST as step } from "@/app/api/v1/incidents/[id]/transitions/route";
import { incidentView } from "@/lib/incidents/schema";
import { type DemoAccount, type Got, send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

const incident = {
  type: "CH04",
  title: "Shelling reported near a village",
  narrative: "As told by both sides.",
  occurred: { start: "2021-05-20", precision: "T4_DAY" },
  place: { precision: "L0_UNKNOWN" },
  obligations: [{ code: "NK2020-1b", relation: "POSSIBLE_BREACH" }],
  claims: [
    { stance: "ALLEGED_BY", speaker: "AM", against: "AZ", statedOn: "2021-05-20" },
    { stance: "DENIED_BY", speaker: "AZ", statedOn: "2021-05-21" },
  ],
};

const logged = async (as: DemoAccount = "analyst", over: object = {}): Promise<{ id: string; got: Got }> => {
  const got = await send(POST, { as, method: "POST", path: "/incidents", body: { ...incident, ...over }, expected: 201 });
  return { id: String(got.body["id"]), got };
};
const read = (as: DemoAccount, id: string, headers = {}): Promise<Got> => send(getOne, { as, path: `/incidents/${id}`, params: { id }, headers });
const patch = (as: DemoAccount, id: string, sent: { body: unknown; headers?: Record<string, string> }): Promise<Got> => send(PATCH, { as, method: "PATCH", path: `/incidents/${id}`, params: { id }, ...sent });
const take = (as: DemoAccount, id: string, { headers = {}, ...body }: { command: string; headers?: Record<string, string>; [field: string]: unknown }): Promise<Got> =>
  send(step, { as, method: "POST", path: `/incidents/${id}/transitions`, params: { id }, body, headers });

beforeAll(loadReferenceData);

describe("a caller", () => {
  it("without a valid token is told to bring one, at every door", async () => {
    for (const headers of [{}, { authorization: "Bearer tl_wrong" }, { authorization: "Basic YTpi" }]) {
      const got = await send(list, { path: "/incidents", headers });
      expect([got.status, got.headers.get("www-authenticate"), got.headers.get("content-type")]).toEqual([401, "Bearer", "application/problem+json; charset=utf-8"]);
      expect(got.body).toMatchObject({ type: "urn:truce-ledger:problem:unauthenticated", status: 401, title: expect.any(String) as string, detail: expect.any(String) as string });
    }
  });

  it("finds no draft of another team, and no record that doesn't exist, with one and the same answer", async () => {
    const { id } = await logged();
    const foreign = await read("analyst2", id);
    const absent = await read("analyst2", "999999999");
    expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
    expect([(await read("viewer", id)).status, (await read("admin", id)).status, (await read("auditor", id)).status]).toEqual([404, 404, 200]);
    expect((await patch("analyst2", id, { body: { title: "Mine now" }, headers: { "if-match": '"v1"' } })).status).toBe(404);
    expect((await take("analyst2", id, { command: "submit" })).status).toBe(404);
    expect((await send(getHistory, { as: "analyst2", path: `/incidents/${id}/history`, params: { id } })).status).toBe(404);
  });

  it.each(["0", "-1", "1.5", "abc", "99999999999999999999", "1;drop"])("finds nothing under the id %s", async (id) => expect((await read("reviewer", id)).status).toBe(404));
});

describe("POST /incidents", () => {
  it("answers 201 with the place, the version and the record itself", async () => {
    const { id, got } = await logged();
    expect([got.headers.get("location"), got.headers.get("etag"), got.headers.get("cache-control")]).toEqual([`/api/v1/incidents/${id}`, '"v1"', "private, no-cache"]);
    expect(incidentView.parse(got.body)).toMatchObject({ title: incident.title, workflow: "DRAFT", verification: "V0_UNASSESSED", flags: ["CONTESTED"], version: 1, redacted: false });
    expect(got.body["createdAt"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it.each(["viewer", "auditor", "admin"] as const)("is not for the %s", async (as) => {
    expect((await send(POST, { as, method: "POST", path: "/incidents", body: incident })).status).toBe(403);
  });

  it.each([
    [{ occurred: { start: "2022-02-30" } }, "occurred.start", "2022-02-30"],
    [{ occurred: { start: "2999-01-01" } }, "occurred.start", "2999-01-01"],
    [{ type: "XX99" }, "type", "XX99"],
    [{ claims: [{ stance: "ALLEGED_BY", speaker: "NOBODY" }] }, "claims.0.speaker", "NOBODY"],
    [{ obligations: [{ code: "NK2020-1b", relation: "BREACH" }] }, "obligations.0.relation", "BREACH"],
    [{ obligations: [{ code: "NO-SUCH", relation: "CONTEXT" }] }, "obligations.0.code", "NO-SUCH"],
    [{ sources: [9_000_000_000_000_000] }, "sources.0", "9000000000000000"],
    [{ casualities: [] }, "casualities", "casualities"],
  ])("refuses %j and names field and value", async (over, path, value) => {
    const got = await send(POST, { as: "analyst", method: "POST", path: "/incidents", body: { ...incident, ...over }, expected: 422 });
    const errors = got.body["errors"] as { path: string; code: string; message: string }[];
    expect(errors.map((error) => error.path)).toContain(path);
    expect(errors.map((error) => error.message).join(" ")).toContain(value);
  });

  it("says what is wrong with a body that is no JSON, no object, or not said to be JSON", async () => {
    const post = (body: string, headers = {}) => send(POST, { as: "analyst", method: "POST", path: "/incidents", body, headers });
    expect([(await post("{")).status, (await post("[]")).status, (await post("null")).status, (await post("{}", { "content-type": "text/plain" })).status]).toEqual([400, 422, 422, 415]);
  });
});

describe("an Idempotency-Key", () => {
  const post = (key: string, body: object = incident, as: DemoAccount = "analyst") => send(POST, { as, method: "POST", path: "/incidents", body, headers: { "idempotency-key": key } });

  it("logs one record however often the request is sent, and answers alike", async () => {
    const first = await post("key-1");
    const again = await post("key-1");
    expect([first.status, first.headers.get("idempotency-replayed")]).toEqual([201, null]);
    expect([again.status, again.headers.get("idempotency-replayed"), again.text, again.headers.get("etag"), again.headers.get("location")]).toEqual([
      201, "true", first.text, first.headers.get("etag"), first.headers.get("location"),
    ]);
  });

  it("is refused for another request, and is each user's own", async () => {
    const first = await post("key-2");
    const other = await post("key-2", { ...incident, title: "Another one" });
    expect([other.status, other.body["errors"]]).toMatchObject([422, [{ path: "Idempotency-Key", code: "key_reused" }]]);
    const colleague = await post("key-2", incident, "reviewer");
    expect(colleague.status).toBe(201);
    expect(colleague.body["id"]).not.toBe(first.body["id"]);
  });

  it("lets one of several requests at once through", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => post("key-3")));
    const ids = new Set(all.filter((got) => got.status === 201).map((got) => got.body["id"]));
    expect(ids.size).toBe(1);
    expect(all.every((got) => got.status === 201 || got.status === 409)).toBe(true);
  });

  it("is free again after a refusal, which changed nothing", async () => {
    expect((await post("key-4", { ...incident, claims: [{ stance: "ALLEGED_BY", speaker: "NOBODY" }] })).status).toBe(422);
    expect((await post("key-4")).status).toBe(201);
  });

  it.each(["", "a b", "x".repeat(201)])("must be a key, not %j", async (key) => expect((await post(key)).status).toBe(422));
});

describe("versions", () => {
  it("spare a reader what is unchanged", async () => {
    const { id } = await logged();
    const same = await read("analyst", id, { "if-none-match": '"v1"' });
    expect([same.status, same.text, same.headers.get("etag")]).toEqual([304, "", '"v1"']);
    expect((await read("analyst", id, { "if-none-match": '"v0"' })).status).toBe(200);
  });

  it("are asked for with an update: 428 without, 412 with a stale one", async () => {
    const { id } = await logged();
    const without = await patch("analyst", id, { body: { title: "A better title" } });
    expect([without.status, without.headers.get("content-type")]).toEqual([428, "application/problem+json; charset=utf-8"]);
    const edited = await patch("analyst", id, { body: { title: "A better title" }, headers: { "if-match": '"v1"' } });
    expect([edited.status, edited.headers.get("etag"), edited.body["title"], edited.body["narrative"]]).toEqual([200, '"v2"', "A better title", incident.narrative]);
    const stale = await patch("analyst", id, { body: { title: "Too late" }, headers: { "if-match": '"v1"' } });
    expect([stale.status, stale.body["type"]]).toEqual([412, "urn:truce-ledger:problem:precondition-failed"]);
    expect((await read("analyst", id)).body["title"]).toBe("A better title");
  });

  it("let one of two updates at once win", async () => {
    const { id } = await logged();
    const both = await Promise.all(["One", "Two"].map((word) => patch("analyst", id, { body: { title: `Title ${word}` }, headers: { "if-match": '"v1"' } })));
    expect(both.map((got) => got.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it("hold for a step too, where one is sent", async () => {
    const { id } = await logged();
    expect((await take("analyst", id, { command: "submit", headers: { "if-match": '"v7"' } })).status).toBe(412);
    expect((await take("analyst", id, { command: "submit", headers: { "if-match": '"v1"' } })).status).toBe(200);
  });

  it("take back an answer of the API as it came, and refuse a field that is wrong or unknown", async () => {
    const { id, got } = await logged();
    const whole = await patch("analyst", id, { body: got.body, headers: { "if-match": "*" } });
    expect([whole.status, whole.headers.get("etag")]).toEqual([200, '"v1"']);
    expect((await patch("analyst", id, { body: { occurred: { start: "2021-13-01" } }, headers: { "if-match": "*" } })).status).toBe(422);
    expect((await patch("analyst", id, { body: { titel: "x" }, headers: { "if-match": "*" } })).status).toBe(422);
  });

  it("never write back what is withheld from the editor", async () => {
    const { id } = await logged("reviewer", { sensitivity: "S2_RESTRICTED" });
    expect((await read("viewer", id)).status).toBe(404);
    expect((await patch("viewer", id, { body: { title: "New" }, headers: { "if-match": "*" } })).status).toBe(404);
  });
});

describe("the list", () => {
  it("goes through every record once, page by page, in one order", async () => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Got = await send(list, { as: "reviewer", path: `/incidents?limit=7${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}` });
      expect(page.status).toBe(200);
      const items = page.body["items"] as { id: number }[];
      items.forEach((item) => incidentView.parse(item));
      seen.push(...items.map((item) => item.id));
      cursor = page.body["nextCursor"] as string | null;
    } while (cursor !== null);
    const counted = await send(count, { as: "reviewer", path: "/incidents/count" });
    expect(new Set(seen).size).toBe(seen.length);
    expect(counted.body).toEqual({ count: seen.length, notOnMap: expect.any(Number) as number });
  });

  it("takes 50 unless told otherwise", async () => {
    await Promise.all(Array.from({ length: 10 }, () => logged()));
    const got = await send(list, { as: "reviewer", path: "/incidents" });
    expect((got.body["items"] as unknown[]).length).toBeLessThanOrEqual(50);
    expect((await send(list, { as: "reviewer", path: "/incidents?limit=500" })).status).toBe(200);
  });

  it.each([
    ["limit=501", "limit"],
    ["limit=0", "limit"],
    ["limit=ten", "limit"],
    ["from=2021-02-30", "from"],
    ["from=2021-05-02&to=2021-05-01", "to"],
    ["cursor=nonsense", "cursor"],
    ["type=XX99", "type.0"],
    ["obligaton=NK2020-1b", "obligaton"],
    ["q=a%00b", "q"],
    ["bbox=1,2,3", "bbox"],
    ["sort=title", "sort"],
  ])("refuses ?%s by name", async (query, path) => {
    for (const handler of [list, count]) {
      const got = await send(handler, { as: "viewer", path: `/incidents?${query}`, expected: 422 });
      expect((got.body["errors"] as { path: string }[]).map((error) => error.path)).toContain(path);
    }
  });

  it("shows a viewer what is published, and counts the same", async () => {
    const got = await send(list, { as: "viewer", path: "/incidents?limit=500" });
    const items = got.body["items"] as { workflow: string }[];
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter((item) => !["PUBLISHED", "CORRECTED", "RETRACTED"].includes(item.workflow))).toEqual([]);
    expect((await send(count, { as: "viewer", path: "/incidents/count" })).body["count"]).toBe(items.length);
  });
});
