import { describe, expect, it } from "vitest";
import { isInSection, navigationFor } from "@/components/shell/navigation";

describe("the current section", () => {
  it.each([
    ["/board", "/board"],
    ["/obligations/NK2020-1b", "/board"],
    ["/incidents/12/edit", "/incidents"],
    ["/agreements/NK2020", "/agreements"],
  ])("of %s is %s", (path, href) => expect(isInSection(path, href)).toBe(true));

  it("is not that of a longer word", () => expect(isInSection("/boarding", "/board")).toBe(false));
});

describe("the sections of a role", () => {
  const wordsOf = (role: Parameters<typeof navigationFor>[0]) => navigationFor(role).map((entry) => entry.label);

  it("stand in groups where a role has several of one", () => {
    const desk = navigationFor("REVIEWER").find((entry) => entry.label === "Desk");
    expect(desk).toHaveProperty("items.0", { href: "/review", label: "Review queue" });
  });

  it("a group of one is that one itself", () => {
    expect(wordsOf("VIEWER")).toContain("Corrections");
    expect(wordsOf("VIEWER")).not.toContain("Desk");
  });

  it("leave out what a role has no use for", () => {
    expect(JSON.stringify(navigationFor("ANALYST"))).not.toContain("/review");
    expect(JSON.stringify(navigationFor("REVIEWER"))).not.toContain("/audit");
  });
});
