import { expect, it } from "vitest";
import { jobPayloads } from "@/lib/jobs/schema";

it("a recompute names duties, not too many for one transaction", () => {
  const { success } = jobPayloads["board.recompute"].safeParse({ obligationIds: [3, 1] });
  expect(success).toBe(true);
  for (const obligationIds of [undefined, [], [0], [1.5], ["1"], Array.from({ length: 1001 }, (_, index) => index + 1)]) {
    expect(jobPayloads["board.recompute"].safeParse({ obligationIds }).success).toBe(false);
  }
});

it("what the timetable adds to a payload is left out", () => {
  expect(jobPayloads["board.rebuild"].parse({ _cron: { ts: "2026-11-25T00:01:00Z" } })).toEqual({});
});

it("what is wrong with a payload is said without the payload", () => {
  const { error } = jobPayloads["board.recompute"].safeParse({ obligationIds: "a word that nobody may read" });
  expect(error?.message).not.toContain("nobody may read");
});
