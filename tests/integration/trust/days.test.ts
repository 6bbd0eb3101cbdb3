// Trust rule 7 (domain.md, section 5): a date-only value is equal on the screen, in JSON and in CSV wherever the product runs.
// The PDF's days are text from the same view; its own test is with the reports.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { log, plantWorld } from "../../support/incident-world";

const zones = ["UTC", "Asia/Baku", "Asia/Yerevan", "America/Los_Angeles"];
// Beside the turn of a year and a leap day those days on which a clock in one of the zones jumped.
const days = ["2020-11-09", "2020-12-31", "2021-01-01", "2020-02-29", "2012-03-25", "2011-10-30", "2015-10-25", "2021-03-14", "1991-09-23", "1992-09-27"];

beforeAll(async () => {
  const world = await plantWorld();
  // The world numbers its teams itself; the product's own accounts get the next one.
  await db().$executeRaw`SELECT setval(pg_get_serial_sequence('team', 'id'), 100)`;
  await db().user.create({ data: { email: "auditor@demo.invalid", name: "Auditor", role: "AUDITOR", teamId: world.auditor.teamId } });
  for (const start of days) await log(world.analyst, { occurred: { start }, claims: [{ stance: "ALLEGED_BY", speaker: "AZ_MOD", statedOn: start, eventOn: start }] });
  await log(world.analyst, { occurred: { start: "2020-12-31", end: "2021-01-01", time: "00:10", zone: "Asia/Baku", precision: "T1_MINUTE" }, claims: [] });
});

type Told = { zone: string; json: { occurred: { start: string } }[]; screen: string[][]; csv: string[][] };

async function toldIn(zone: string): Promise<Told> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "tests/support/days-of-records.ts"], { env: { ...process.env, TZ: zone }, maxBuffer: 10_000_000 });
  return JSON.parse(stdout) as Told;
}

it("trust rule 7: the days of a record are the same text in a process of any time zone, on the screen, in JSON and in CSV", async () => {
  const told: Told[] = [];
  for (const zone of zones) told.push(await toldIn(zone));
  expect(told.map(({ zone }) => zone)).toEqual(zones);
  const [first, ...others] = told.map(({ zone: _own, ...rest }) => rest);
  for (const other of others) expect(other).toEqual(first);

  expect(first?.json.map(({ occurred }) => occurred.start).toSorted()).toEqual([...days, "2020-12-31"].toSorted());
  for (const day of days) {
    expect(first?.csv.map((cells) => cells[1])).toContain(day);
    expect(first?.screen.map(([when]) => /dateTime="([\d-]+)"/.exec(when ?? "")?.[1])).toContain(day);
  }
  expect(first?.csv.find((cells) => cells[2] === "2021-01-01")).toMatchObject({ 1: "2020-12-31", 3: "00:10", 4: "Asia/Baku" });
  expect(first?.screen.flat()).toContain("9 November 2020");
}, 120_000);
