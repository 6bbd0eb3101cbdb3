import { describe, expect, it } from "vitest";
import { addUserInput, createTokenInput } from "@/lib/people/schema";

describe("a new account", () => {
  it("is stored under its lower-case address", () => {
    expect(addUserInput.parse({ email: " A.Person@Example.ORG ", role: "ANALYST" })).toEqual({ email: "a.person@example.org", role: "ANALYST", team: "Office" });
  });

  it.each([
    [{ email: "not-an-address", role: "ANALYST" }, "email"],
    [{ email: "a@example.org", role: "analyst" }, "role"],
    [{ email: "a@example.org", role: "OWNER" }, "role"],
    [{ email: "a@system.invalid", role: "ADMIN" }, "email"],
    [{ email: "a@example.org", role: "ADMIN", password: "short" }, "password"],
    [{ email: "a@example.org", role: "ADMIN", name: "  " }, "name"],
  ])("refuses %j", (input, path) => {
    expect(addUserInput.safeParse(input).error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });
});

describe("a new token", () => {
  it("lasts 90 days unless said otherwise", () => {
    expect(createTokenInput.parse({ userEmail: "a@example.org" })).toEqual({ userEmail: "a@example.org", name: "API token", days: 90 });
  });

  it.each(["0", "366", "-1", "1.5", "soon"])("refuses a life of %s days", (days) => {
    expect(createTokenInput.safeParse({ userEmail: "a@example.org", days }).error?.issues.map((issue) => issue.path[0])).toEqual(["days"]);
  });

  it.each(["1", "365"])("takes a life of %s days", (days) => {
    expect(createTokenInput.parse({ userEmail: "a@example.org", days }).days).toBe(Number(days));
  });
});
