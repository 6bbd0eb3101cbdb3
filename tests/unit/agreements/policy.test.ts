import { describe, expect, it } from "vitest";
import { mayImportAgreement, mayRecordDiscrepancy } from "@/lib/agreements/policy";
import { actorOf, roles } from "@/lib/kernel/actor";
import { systemMailDomain } from "@/lib/kernel/system-actor";

const actor = (role: (typeof roles)[number], email = "person@example.org") => actorOf({ userId: 1, name: "A person", email, role, teamId: 1 });

describe("who loads an agreement", () => {
  it("is an analyst or a reviewer", () => expect(roles.filter((role) => mayImportAgreement(actor(role)))).toEqual(["ANALYST", "REVIEWER"]));
  it("and of the product's own accounts those that are one of the two, so never the command line's administrator", () =>
    expect(roles.filter((role) => mayImportAgreement(actor(role, `someone${systemMailDomain}`)))).toEqual(["ANALYST", "REVIEWER"]));
});

describe("who records a discrepancy of no agreement", () => {
  it("is no person", () => expect(roles.filter((role) => mayRecordDiscrepancy(actor(role)))).toEqual([]));
  it("is the product itself, in no administrator's name", () => expect(roles.filter((role) => mayRecordDiscrepancy(actor(role, `someone${systemMailDomain}`)))).not.toContain("ADMIN"));
});
