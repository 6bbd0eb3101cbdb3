import { beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "@/app/api/v1/_operations/audit";
import { transaction } from "@/lib/db/transaction";
import { ok } from "@/lib/kernel/result";
import { ensureDemoAccounts } from "@/lib/people/service";
import { type Answer, jsonRoute } from "@/lib/server/json-route";
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

  it("that the database gave up on says so, and what to do", async () => {
    const slow = jsonRoute(listAudit, () =>
      transaction<Answer>(async (tx) => {
        await tx.$executeRaw`SET LOCAL statement_timeout = 20`;
        await tx.$queryRaw`SELECT pg_sleep(2)::text`;
        return ok({ body: {} });
      }),
    );
    const got = await send(slow, { as: "auditor", path: "/audit", expected: 503 });
    expect([got.body["type"], got.headers.get("retry-after")]).toEqual(["urn:truce-ledger:problem:took-too-long", "30"]);
    expect(got.body["detail"]).toContain("within 10 seconds");
  });

  it("makes a reference where the request has none", async () => {
    expect((await send(broken, { as: "auditor", path: "/audit" })).body["reference"]).toMatch(/^[0-9a-f-]{36}$/);
  });
});
