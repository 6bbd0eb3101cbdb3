import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { actorOfRequest } from "@/lib/auth/request";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import { ensureDemoAccounts, verifyPassword } from "@/lib/people/service";
import { runCli as cli } from "../../support/run-cli";

const isOneLine = (text: string): boolean => /^[^\n]+\n$/.test(text);

beforeAll(() => ensureDemoAccounts("demo-password-for-tests"));

describe("the command line", () => {
  it("prints a new token alone on its last line, and the API takes it", async () => {
    const { status, output } = await cli(["token", "create", "--user", "analyst@demo.invalid", "--name", "A script", "--days", "7"]);
    expect(status).toBe(0);
    const token = output.trimEnd().split("\n").at(-1) ?? "";
    expect(token).toMatch(/^tl_[\w-]{43}$/);
    const actor = await actorOfRequest(new Request("http://localhost/api/v1/board", { headers: { authorization: `Bearer ${token}` } }));
    expect(actor?.email).toBe("analyst@demo.invalid");
  });

  it("adds an account whose password comes through standard input", async () => {
    const { status, output } = await cli(["user", "add", "Editor@Example.org", "--role", "ANALYST", "--password-stdin", "--json"], "a password of some length\n");
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ email: "editor@example.org", role: "ANALYST", team: "Office" });
    expect((await verifyPassword({ email: "editor@example.org", password: "a password of some length" }, new Date())).ok).toBe(true);
  });

  it.each([
    [["token", "create", "--user", "nobody@example.org"], "no account"],
    [["user", "add", "analyst@demo.invalid", "--role", "VIEWER"], "already"],
    [["export", "--format", "csv", "--as", "operator@system.invalid"], "no account"],
    [["export", "--format", "csv", "--out", "/no/such/folder/file.csv"], "can't be written"],
    [["states", "--out", "/no/such/folder/states.md"], "no duties"],
    [["board", "--rules", "2031-1-1"], "2026-11-2"],
  ])("refuses %j with status 1 and one line that says why", async (words, reason) => {
    const { status, output, complaint } = await cli(words);
    expect({ status, output }).toEqual({ status: 1, output: "" });
    expect(complaint).toContain(reason);
    expect(isOneLine(complaint)).toBe(true);
  });

  it.each([
    [["nonsense"]],
    [["token", "create"]],
    [["token", "create", "--user", "analyst@demo.invalid", "--days", "366"]],
    [["user", "add", "a@example.org", "--role", "OWNER"]],
    [["board", "--as-of", "2021-02-29"]],
    [["export", "--format", "pdf"]],
    [["states"]],
    [["export", "--format", "csv", "--filter", "type=CH99"]],
    [["export", "--format", "csv", "--json"]],
  ])("answers %j as wrong usage with status 2", async (words) => {
    const { status, output, complaint } = await cli(words);
    expect({ status, output }).toEqual({ status: 2, output: "" });
    expect(complaint).not.toBe("");
  });

  it("gives the board as the HTTP API does, and an export that appears whole", async () => {
    const board = await cli(["board", "--as-of", "2020-12-01", "--json"]);
    expect(JSON.parse(board.output)).toMatchObject({ asOf: "2020-12-01", items: [] });
    const folder = mkdtempSync(path.join(tmpdir(), "truce-cli-"));
    const exported = await cli(["export", "--format", "csv", "--out", path.join(folder, "incidents.csv"), "--json"]);
    expect(exported.status).toBe(0);
    expect(readdirSync(folder)).toEqual(["incidents.csv"]);
    const text = readFileSync(path.join(folder, "incidents.csv"), "utf8");
    expect(text).toMatch(/^external_id,event_date,/);
    expect(JSON.parse(exported.output)).toMatchObject({ bytes: Buffer.byteLength(text), as: "operator@system.invalid" });
  });

  it("computes the stored board anew and says how many answers differed", async () => {
    const { status, output } = await cli(["rebuild-board", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(output)).toEqual({ ruleVersion: firstRuleSet.version, days: 1, answers: 0, differed: 0 });
    expect((await cli(["rebuild-board"])).output).toMatch(/^Computed 0 answers of 1 day by rules .+\. None of those that were stored differed\.\n$/);
  });

  it("holds the counts that are kept against the records, and says how many were wrong", async () => {
    expect(JSON.parse((await cli(["recount", "--json"])).output)).toEqual({ records: 0, differed: 0 });
    expect((await cli(["recount"])).output).toBe("Counted 0 records. Every count that is kept was right.\n");
  });

  it("lists its commands on request, with status 0", async () => {
    const { status, output } = await cli(["--help"]);
    expect(status).toBe(0);
    for (const command of ["token", "user", "agreement", "board", "export", "states", "rebuild-board", "recount"]) expect(output).toMatch(new RegExp(`^ {2}${command}\\b`, "m"));
  });
});
