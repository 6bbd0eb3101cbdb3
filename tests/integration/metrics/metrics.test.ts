import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as board } from "@/app/api/v1/board/route";
import { GET } from "@/app/metrics/route";
import * as queries from "@/lib/metrics/queries";
import { send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData);
afterEach(() => vi.restoreAllMocks());

const here = { host: "localhost:3000", "x-forwarded-for": "127.0.0.1" };
const ask = async (): Promise<string> => (await send(GET, { path: "/../../metrics", headers: here, expected: 200 })).text;
const figure = (text: string, name: string): number => Number(text.split("\n").find((line) => line.startsWith(`${name} `))?.slice(name.length + 1));

describe("GET /metrics", () => {
  it("counts each answer by operation and status, refusals too, and tells no address and no name", async () => {
    const before = await ask();
    await send(board, { as: "viewer", path: "/board?asOf=2020-11-26", expected: 200 });
    await send(board, { path: "/board?asOf=2020-11-26", expected: 401 });
    const after = await ask();
    for (const status of ["200", "401"]) {
      const name = `truce_http_requests_total{operation="getBoard",status="${status}"}`;
      expect(figure(after, name) - (figure(before, name) || 0)).toBe(1);
    }
    expect(figure(after, 'truce_http_request_seconds_count{operation="getBoard"}')).toBeGreaterThanOrEqual(2);
    expect(after).not.toMatch(/2020-11-26|demo\.invalid/);
  });

  it("tells of the process, of the database and of jobs", async () => {
    const text = await ask();
    expect(figure(text, "process_resident_memory_bytes")).toBeGreaterThan(1e6);
    expect(figure(text, "truce_database_up")).toBe(1);
    for (const state of ["due", "later", "running", "given_up"]) expect(figure(text, `truce_jobs{state="${state}"}`)).toBeGreaterThanOrEqual(0);
  });

  it("answers without a database too, and says that it is gone", async () => {
    vi.spyOn(queries, "findJobFigures").mockRejectedValue(new Error("connect ECONNREFUSED"));
    const text = await ask();
    expect(figure(text, "truce_database_up")).toBe(0);
    expect(text).not.toContain("truce_jobs{");
    expect(figure(text, "process_resident_memory_bytes")).toBeGreaterThan(1e6);
  });

  it("asks everybody else for a token of an auditor or an administrator", async () => {
    expect((await send(GET, { path: "/metrics" })).status).toBe(401);
    expect((await send(GET, { as: "reviewer", path: "/metrics" })).status).toBe(403);
    expect((await send(GET, { as: "auditor", path: "/metrics" })).status).toBe(200);
  });
});
