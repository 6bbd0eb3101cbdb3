import { describe, expect, it } from "vitest";
import { actorOf, roles } from "@/lib/kernel/actor";
import { isFromThisMachine, mayReadMetrics } from "@/lib/metrics/policy";

const here = { host: "localhost:3000", "x-forwarded-for": "127.0.0.1" };
const comes = (headers: Record<string, string>, listensOn = "127.0.0.1"): boolean => isFromThisMachine(new Headers(headers), listensOn);

describe("who reads the product's figures", () => {
  it("is an auditor or an administrator", () => {
    expect(roles.filter((role) => mayReadMetrics(actorOf({ userId: 1, name: "A", email: "a@example.org", role, teamId: 1 })))).toEqual(["AUDITOR", "ADMIN"]);
  });

  it("is whoever asks on this machine itself", () => {
    expect(comes(here)).toBe(true);
    expect(comes({ host: "[::1]:3000", "x-forwarded-for": "::1" }, "::1")).toBe(true);
    expect(comes({ host: "127.0.0.1:3000", "x-forwarded-for": "::ffff:127.0.0.1" }, "localhost")).toBe(true);
  });

  it.each([
    ["a server that others reach, where any address could be written into the headers", here, "0.0.0.0"],
    ["somebody behind a proxy of this machine", { ...here, "x-forwarded-for": "203.0.113.9, 127.0.0.1" }, "127.0.0.1"],
    ["somebody who wrote the first address", { ...here, "x-forwarded-for": "127.0.0.1, 203.0.113.9" }, "127.0.0.1"],
    ["a proxy that names itself", { ...here, via: "1.1 proxy" }, "127.0.0.1"],
    ["a proxy that names whom it speaks for", { ...here, "x-real-ip": "203.0.113.9" }, "127.0.0.1"],
    ["a page of another site by a name that leads here", { ...here, host: "evil.example:3000" }, "127.0.0.1"],
    ["nobody knows whom", { host: "localhost:3000" }, "127.0.0.1"],
    ["an address that only looks like one", { ...here, "x-forwarded-for": "127.0.0.1.example.org" }, "127.0.0.1"],
  ])("is not %s", (_who, headers, listensOn) => {
    expect(comes(headers, listensOn)).toBe(false);
  });
});
