import { describe, expect, it } from "vitest";
import { agreementInput, discrepancyInput, obligationInput } from "@/lib/agreements/schema";
import { fieldErrorsOf } from "@/lib/server/parse-input";
import { aDueDate, anAgreementInput, anObligationInput } from "../../support/agreement-builders";

const errorsOf = (shape: typeof agreementInput | typeof obligationInput | typeof discrepancyInput, input: unknown) => {
  const parsed = shape.safeParse(input);
  return parsed.success ? [] : fieldErrorsOf(parsed.error);
};

describe("an agreement's fields", () => {
  it.each(["2020-02-30", "2020-13-01", "10.11.2020", ""])("refuse %j as a day and name it", (signedOn) =>
    expect(errorsOf(agreementInput, { ...anAgreementInput(), signedOn })).toMatchObject([{ path: "signedOn", message: expect.stringContaining(JSON.stringify(signedOn)) as string }]));

  it("refuse a due date that does not exist", () => expect(errorsOf(obligationInput, anObligationInput({ deadlines: [aDueDate({ dueOn: "2021-02-29" })] }))).toMatchObject([{ path: "deadlines.0.dueOn", message: expect.stringContaining("2021-02-29") as string }]));

  it("refuse a kind, a subject or a level that no list holds, and say which there are", () => {
    const [kind] = errorsOf(obligationInput, { ...anObligationInput(), kind: "PROMISE" });
    expect(kind).toMatchObject({ path: "kind", message: expect.stringContaining('"PROMISE" is not one of MILESTONE') as string });
    expect(errorsOf(obligationInput, { ...anObligationInput(), subject: "Peace" })).toMatchObject([{ path: "subject" }]);
  });

  it("refuse a zone that the world does not have", () => {
    expect(errorsOf(agreementInput, { ...anAgreementInput(), inForceZone: "Moscow, UTC+3" })).toMatchObject([{ path: "inForceZone", message: expect.stringContaining("Moscow, UTC+3") as string }]);
    expect(errorsOf(agreementInput, { ...anAgreementInput(), inForceZone: "Europe/Moscow" })).toEqual([]);
  });

  it("refuse a field that nobody knows", () => expect(errorsOf(agreementInput, { ...anAgreementInput(), winner: "A" })).toHaveLength(1));
  it("refuse a discrepancy without a code of its own", () => expect(errorsOf(discrepancyInput, { code: "x", topic: "t", seedText: "s", publicText: "p", effect: "e" })).toMatchObject([{ path: "code" }]));
});
