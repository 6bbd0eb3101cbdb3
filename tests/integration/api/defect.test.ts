import { beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "@/app/api/v1/_operations/audit";
import { ensureDemoAccounts } from "@/lib/people/service";
import { jsonRoute } from "@/lib/server/json-route";
import { log } from "@/lib/server/log";
import { send } from "../../support/api";

beforeAll(async () => {
  log.level = "silent";
  await ensureDemoAccounts("demo-password-for-tests");
});

describe("a defect", () => {
  const broken = jsonRoute(listAudit, () => Promise.reject(new Error("relation \"secret_table\" does not exist")));

  it("answers with a reference and tells nothing of the inside", async () => {
    const got = await send(broken, { as: "auditor", path: "/audit", headers: { "x-request-id": "request-0001" } });
    expect([got.status, got.headers.get("content-type"), got.body["reference"]]).toEqual([500, "application/problem+json; charset=utf-8", "request-0001"]);
    expect(got.text).not.toMatch(/secret_table|Error|at .*\.ts/);
  });

  it("makes a reference where the request has none", async () => {
    expect((await send(broken, { as: "auditor", path: "/audit" })).body["reference"]).toMatch(/^[0-9a-f-]{36}$/);
  });
});
