import { parseCronItems } from "graphile-worker";
import { expect, it } from "vitest";
import { jobPayloads, timetable } from "@/lib/jobs/schema";
import { cronItems } from "@/lib/jobs/worker/service";

it("the library reads every line of the timetable, and each task is told nothing but its name", () => {
  expect(parseCronItems(cronItems).map((item) => item.identifier)).toEqual(timetable.map(({ task }) => task));
  for (const { task } of timetable) expect(jobPayloads[task].parse({ _cron: { ts: "2026-11-25T00:01:00Z" } })).toEqual({});
});

it("no two of the night's work begin in one minute, and a missed one is made up for at least until its next turn", () => {
  const nightly = timetable.filter(({ at }) => /^\d+ \d+ /.test(at));
  expect(timetable.filter((job) => !nightly.includes(job)).map(({ task }) => task)).toEqual(["incidents.fold"]);
  expect(new Set(nightly.map(({ at }) => at.split(" ").slice(0, 2).join(" "))).size).toBe(nightly.length);
  for (const { at, madeUpForMillis } of nightly) expect(madeUpForMillis).toBeGreaterThanOrEqual(at.endsWith("* * *") ? 86_400_000 : 604_800_000);
});
