import { describe, expect, it } from "vitest";
import { type Held, standingOf } from "@/lib/idempotency/domain";

const held = (facts: Partial<Held>): Held => ({ requestHash: "same", outcome: null, answer: undefined, ...facts });
const answer = { status: 201, body: { id: 1 }, headers: {} };

describe("a key that was sent before", () => {
  it("is under way until the work is committed", () => expect(standingOf(held({}), "same")).toEqual({ is: "under-way" }));
  it("is done once it is, even if its answer was lost", () => expect(standingOf(held({ outcome: { id: 1 } }), "same")).toEqual({ is: "done", outcome: { id: 1 } }));
  it("gives the kept answer again", () => expect(standingOf(held({ outcome: { id: 1 }, answer }), "same")).toEqual({ is: "answered", answer }));
  it.each([held({}), held({ outcome: {} }), held({ outcome: {}, answer })])("never serves another request", (row) => expect(standingOf(row, "other")).toEqual({ is: "of-another-request" }));
});
