import { parseCronItems } from "graphile-worker";
import { expect, it } from "vitest";
import { jobPayloads, timetable } from "@/lib/jobs/schema";
import { cronItems } from "@/lib/jobs/worker/service";

it("the library reads every line of the timetable, and each task is told nothing but its name", () => {
  expect(parseCronItems(cronItems).map((item) => item.identifier)).toEqual(timetable.map(({ task }) => task));
  for (const { task } of timetable) expect(jobPayloads[task].parse({ _cron: { ts: "2026-11-25T00:01:00Z" } })).toEqual({});
});

it("no two of them begin in one minute, and a missed one is made up for at least until its next turn", () => {
  expect(new Set(timetable.map(({ at }) => at.split(" ").slice(0, 2).join(" "))).size).toBe(timetable.length);
  for (const { at, madeUpForMillis } of timetable) expect(madeUpForMillis).toBeGreaterThanOrEqual(at.endsWith("* * *") ? 86_400_000 : 604_800_000);
});
