import { type AgreementFile, fileFormat, fileFormatVersion } from "@/lib/agreements/file/schema";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import { agreementInput, type AgreementInput, type DeadlineInput, type ObligationInput } from "@/lib/agreements/schema";

export const aDueDate = (over: Partial<DeadlineInput> = {}): DeadlineInput => ({
  dueOn: "2020-11-15", rule: "INCLUSIVE", wording: null, origin: "ORIGINAL", standing: "OPERATIVE", instrument: null, acceptance: null,
  setBy: "Text", setOn: "2020-11-10", setOnPrecision: "T4_DAY", basis: "Text.", ...over,
});

export const anObligationInput = (over: Partial<ObligationInput> = {}): ObligationInput => ({
  code: "XX1-1a", clause: 1, title: "A duty", kind: "MILESTONE", subject: "Cease Fire", description: "Something is done.", reading: "It is done once.",
  obligors: ["A"], obligorSides: ["AA"], beneficiary: "B", beneficiarySides: [], startsAt: "2020-11-10T00:00:00Z", endsOn: null, scope: "all of it", verifier: "none named",
  textNote: null, readingNote: null, confidence: "verified-page", terms: {}, quantities: [], deadlines: [], interpretations: [], coverage: [], dependsOn: [], sources: [], ...over,
});

/** A small agreement of one clause and one duty, valid unless told otherwise. */
export const anAgreementInput = (over: Partial<AgreementInput> = {}): AgreementInput =>
  agreementInput.parse({
    code: "AGR-TEST-1", titles: ["A test agreement"], kind: "ceasefire", conflict: "Test", signedOn: "2020-11-09", parties: ["A", "B"], signatories: [], mediators: [], status: "in force", notes: [],
    confidence: "verified-page", isDemonstration: true, clauses: [{ number: 1, title: "One" }], obligations: [anObligationInput()], ...over,
  });

/** A file as a person would write it: settings of duties are given the version of the rules of today where they name none. */
export function aFileText({ agreement, ...over }: Partial<Pick<AgreementFile, "speakers" | "sources" | "discrepancies">> & { agreement: AgreementInput }): string {
  const obligations = agreement.obligations.map((duty) => ({ ...duty, terms: Object.keys(duty.terms).length === 0 ? {} : { ruleVersion: firstRuleSet.version, ...duty.terms } }));
  return JSON.stringify({ format: fileFormat, formatVersion: fileFormatVersion, ...over, agreement: { ...agreement, obligations } }, null, 2);
}
