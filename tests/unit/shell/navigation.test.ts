import { describe, expect, it } from "vitest";
import { isInSection } from "@/components/shell/navigation";

describe("the current section", () => {
  it.each([
    ["/board", "/board"],
    ["/obligations/NK2020-1b", "/board"],
    ["/incidents/12/edit", "/incidents"],
    ["/agreements/NK2020", "/agreements"],
  ])("of %s is %s", (path, href) => expect(isInSection(path, href)).toBe(true));

  it("is not that of a longer word", () => expect(isInSection("/boarding", "/board")).toBe(false));
});
