// Files of agreements as another monitoring team would bring them: with their own speakers and sources, and a duty of every kind.
import type { AgreementFile } from "@/lib/agreements/file/schema";
import { agreementInput, type AgreementInput, type ObligationInput } from "@/lib/agreements/schema";
import { obligationKindCodes, type ObligationKind } from "@/lib/codelists/obligation-kind";
import { sourceInput, speakerInput } from "@/lib/sources/schema";
import { aDueDate, aFileText, anObligationInput } from "./agreement-builders";

export const someSpeakers = [
  speakerInput.parse({ code: "NORTH", name: "Northern side", side: "NORTH", rootGroup: "NORTH", kind: "PARTY", isParty: true }),
  speakerInput.parse({ code: "SOUTH", name: "Southern side", side: "SOUTH", rootGroup: "SOUTH", kind: "PARTY", isParty: true }),
  speakerInput.parse({ code: "MISSION7", name: "Observer mission", side: null, rootGroup: "MISSION7", kind: "MONITOR", isParty: false }),
];

export const someSources = [
  sourceInput.parse({ key: "river_text", publisher: "Observer mission", title: "The text", publishedOn: "2019-05", url: null, basis: "excerpt", kind: "LEGAL_TEXT", alignment: "INTERNATIONAL_BODY" }),
  sourceInput.parse({ key: "river_map", publisher: "Observer mission", title: null, publishedOn: null, url: "https://example.org/map", basis: "data", kind: "DATASET", alignment: "INTERNATIONAL_BODY" }),
];

const partsOf: Partial<Record<ObligationKind, Partial<ObligationInput>>> = {
  MILESTONE: { deadlines: [aDueDate({ dueOn: "2019-06-30", setOn: "2019-05-01" })] },
  STANDING_NEGATIVE: { terms: { windowDays: 14 }, coverage: [{ observer: "MISSION7", fromOn: "2019-05-02", toOn: null, level: "FULL", restriction: null, note: null, source: "river_text" }] },
  QUANTITY_CEILING: { quantities: [{ what: "boats", value: 12, unit: "boats", valueText: null, operator: "<=" }] },
  TERM: { terms: { termYears: 2, noticeMonths: 3, startReadings: [{ holder: "Northern side", on: "2019-05-01", basis: "signature" }, { holder: "Southern side", on: "2019-06-01", basis: "first patrol" }] } },
  EXCHANGE: { terms: { isSetContested: true } },
  PLAN_THEN_BUILD: { terms: { planYears: 1 } },
};

/** One duty of each kind, `RIVER-1a`, `RIVER-1b` and so on, the first thing that a second agreement needs. */
const duties = (): ObligationInput[] =>
  obligationKindCodes.map((kind, index) =>
    anObligationInput({
      code: `RIVER-${index < 6 ? 1 : 2}${String.fromCharCode(97 + (index % 6))}`, clause: index < 6 ? 1 : 2, kind, title: `Duty of the kind ${kind}`, subject: "Other",
      obligorSides: ["NORTH"], beneficiarySides: ["SOUTH"], startsAt: "2019-05-01T00:00:00Z", sources: ["river_text"], ...partsOf[kind],
    }),
  );

/** The agreement of a conflict that the reference data does not know. */
export const riverAgreement = (over: Partial<AgreementInput> = {}): AgreementInput =>
  agreementInput.parse({
    code: "AGR-RIVER-2019", titles: ["Agreement on the river"], kind: "ceasefire", conflict: "River", signedOn: "2019-05-01", parties: ["Northern side", "Southern side"], signatories: [], mediators: ["Observer mission"],
    status: "in force", notes: ["Made for tests."], confidence: "verified-page", isDemonstration: false, sources: ["river_text", "river_map"],
    clauses: [{ number: 1, title: "Quiet" }, { number: 2, title: "Works" }],
    textVersions: [{ key: "mission-en", language: "en", publisher: "Observer mission", publishedOn: "2019-05", source: "river_text", note: null, clauses: [{ number: 1, text: "All firing stops.", differs: false, note: null }] }],
    obligations: duties(), ...over,
  });

const discrepancy = { code: "D-RIVER-01", topic: "Start of the term", seedText: "It starts with the first patrol.", publicText: "It starts with the signature.", effect: "Both are kept as readings.", obligations: [], agreements: ["AGR-RIVER-2019"], sources: ["river_text"] };

type Registers = Partial<Pick<AgreementFile, "speakers" | "sources" | "discrepancies">>;
/** Its file, as a text. */
export const aRiverFile = (over: Partial<AgreementInput> = {}, registers: Registers = {}): string =>
  aFileText({ speakers: someSpeakers, sources: someSources, discrepancies: [discrepancy], ...registers, agreement: riverAgreement(over) });

/** Its duties with one of them changed. */
export const riverDuties = (code: string, change: (duty: ObligationInput) => Partial<ObligationInput>): ObligationInput[] => duties().map((duty) => (duty.code === code ? { ...duty, ...change(duty) } : duty));
