import { expect, it } from "vitest";
import { db, patiently } from "@/lib/db/client";

const timeout = async () => (await db().$queryRaw<{ statement_timeout: string }[]>`SHOW statement_timeout`)[0]?.statement_timeout;

it("a statement that somebody waits for is given up after ten seconds, one of a job after a quarter of an hour", async () => {
  expect(await timeout()).toBe("10s");
  expect(await patiently(timeout)).toBe("15min");
  expect(await timeout()).toBe("10s");
});
