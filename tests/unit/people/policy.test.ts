import { describe, expect, it } from "vitest";
import { actorOf, roles, type Role } from "@/lib/kernel/actor";
import { mayAddUser, mayCreateToken } from "@/lib/people/policy";
import { navigationFor } from "@/components/shell/navigation";

const actor = (role: Role) => actorOf({ userId: 1, name: "N", email: "n@demo.invalid", role, teamId: 1 });

describe("who gives access", () => {
  const table: Record<Role, { addUser: boolean; createToken: boolean }> = {
    VIEWER: { addUser: false, createToken: false },
    ANALYST: { addUser: false, createToken: false },
    REVIEWER: { addUser: false, createToken: false },
    AUDITOR: { addUser: false, createToken: false },
    ADMIN: { addUser: true, createToken: true },
  };

  it.each(roles)("%s", (role) => {
    expect({ addUser: mayAddUser(actor(role)), createToken: mayCreateToken(actor(role)) }).toEqual(table[role]);
  });
});

describe("the sections shown", () => {
  const all = ["/board", "/incidents", "/map", "/statistics", "/corrections", "/agreements", "/reports", "/sources", "/methods"];

  it.each([
    ["VIEWER", all],
    ["ANALYST", [...all, "/duplicates", "/imports"]],
    ["REVIEWER", [...all, "/duplicates", "/imports", "/review", "/decisions"]],
    ["AUDITOR", [...all, "/audit", "/imports"]],
    ["ADMIN", [...all, "/audit"]],
  ] as const)("to %s are those the role can use", (role, hrefs) => {
    expect(navigationFor(role).flatMap((entry) => ("items" in entry ? entry.items : [entry])).map(({ href }) => href).sort()).toEqual([...hrefs].sort());
  });
});
