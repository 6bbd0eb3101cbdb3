import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { db, patiently } from "@/lib/db/client";
import { openSnapshot } from "@/lib/db/snapshot";

const timeout = async () => (await db().$queryRaw<{ statement_timeout: string }[]>`SHOW statement_timeout`)[0]?.statement_timeout;

it("a statement that somebody waits for is given up after ten seconds, one of a job after a quarter of an hour", async () => {
  expect(await timeout()).toBe("10s");
  expect(await patiently(timeout)).toBe("15min");
  expect(await timeout()).toBe("10s");
});

it("a statement of a file that somebody waits for is given up after a minute", async () => {
  const snapshot = await openSnapshot();
  expect(await snapshot?.query("SHOW statement_timeout")).toEqual([{ statement_timeout: "1min" }]);
  snapshot?.close();
});

/** Who opens connections beside those: an import that is written, as a job, and load data, at the command line. Nobody waits for either. */
const withoutLimit = ["db/bulk.ts", "synth/store.ts"];

it("nothing else opens a connection", () => {
  const opening = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.startsWith("db/generated") && /new (pg\.(Client|Pool)|PrismaPg)\(/.test(readFileSync(`lib/${file}`, "utf8")));
  expect(opening.toSorted()).toEqual(["db/client.ts", "db/snapshot.ts", ...withoutLimit].toSorted());
});
