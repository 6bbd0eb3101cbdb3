import type { FieldError } from "@/lib/kernel/refusal";

type Source = { source: string | null };
type DutyFacts = {
  code: string;
  obligorSides: readonly string[];
  beneficiarySides: readonly string[];
  sources: readonly string[];
  interpretations: readonly Source[];
  coverage: readonly (Source & { observer: string })[];
};
type OutcomeFacts = { allegedBy: readonly string[]; deniedBy: readonly string[]; sources: readonly string[] };
type DiscrepancyFacts = { code: string; obligations: readonly string[]; agreements: readonly string[]; sources: readonly string[] };
/** What the rules on names read of a file. */
export type FileFacts = {
  speakers: readonly { code: string }[];
  sources: readonly { key: string }[];
  agreement: { code: string; sources: readonly string[]; textVersions: readonly Source[]; links: readonly { to: string }[]; obligations: readonly DutyFacts[]; outcomes: readonly OutcomeFacts[] };
  discrepancies: readonly DiscrepancyFacts[];
};

/** What is on record of the names in a file. */
export type Register = {
  readonly speakers: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly agreements: ReadonlySet<string>;
  /** Duties by code, with the agreement that each belongs to. */
  readonly obligations: ReadonlyMap<string, string>;
};

const error = (path: string, code: string, message: string): FieldError => ({ path, code, message });

/** Names in the file that nobody bears, neither in the file nor on record, and codes that another agreement has. */
export const referenceErrors = (file: FileFacts, register: Register): FieldError[] => [
  ...speakerErrors(file, register),
  ...sourceErrors(file, register),
  ...agreementErrors(file, register),
  ...file.discrepancies.flatMap((discrepancy, index) => discrepancyErrors(discrepancy, { file, register, path: `discrepancies.${index}` })),
];

function speakerErrors({ speakers, agreement }: FileFacts, register: Register): FieldError[] {
  const known = new Set([...register.speakers, ...speakers.map((speaker) => speaker.code)]);
  const check = (path: string, code: string) => (known.has(code) ? [] : [error(path, "unknown_speaker", `No speaker has the code ${JSON.stringify(code)}, neither on record nor in the file; add it to "speakers".`)]);
  const inList = (path: string, codes: readonly string[]) => codes.flatMap((code, at) => check(`${path}.${at}`, code));
  const ofDuties = agreement.obligations.flatMap(({ obligorSides, beneficiarySides, coverage }, index) => {
    const path = `agreement.obligations.${index}`;
    return [...inList(`${path}.obligorSides`, obligorSides), ...inList(`${path}.beneficiarySides`, beneficiarySides), ...coverage.flatMap(({ observer }, at) => check(`${path}.coverage.${at}.observer`, observer))];
  });
  const ofOutcomes = agreement.outcomes.flatMap(({ allegedBy, deniedBy }, index) => [...inList(`agreement.outcomes.${index}.allegedBy`, allegedBy), ...inList(`agreement.outcomes.${index}.deniedBy`, deniedBy)]);
  return [...ofDuties, ...ofOutcomes];
}

function sourceErrors({ sources, agreement, discrepancies }: FileFacts, register: Register): FieldError[] {
  const known = new Set([...register.sources, ...sources.map((source) => source.key)]);
  const check = (path: string, key: string | null) => (key === null || known.has(key) ? [] : [error(path, "unknown_source", `No source has the key ${JSON.stringify(key)}, neither on record nor in the file; add it to "sources".`)]);
  const inList = (path: string, keys: readonly string[]) => keys.flatMap((key, at) => check(`${path}.${at}`, key));
  const inRows = (path: string, rows: readonly Source[]) => rows.flatMap(({ source }, at) => check(`${path}.${at}.source`, source));
  return [
    ...inList("agreement.sources", agreement.sources),
    ...inRows("agreement.textVersions", agreement.textVersions),
    ...agreement.obligations.flatMap((duty, index) => {
      const path = `agreement.obligations.${index}`;
      return [...inList(`${path}.sources`, duty.sources), ...inRows(`${path}.interpretations`, duty.interpretations), ...inRows(`${path}.coverage`, duty.coverage)];
    }),
    ...agreement.outcomes.flatMap((account, index) => inList(`agreement.outcomes.${index}.sources`, account.sources)),
    ...discrepancies.flatMap((discrepancy, index) => inList(`discrepancies.${index}.sources`, discrepancy.sources)),
  ];
}

function agreementErrors({ agreement }: FileFacts, { agreements, obligations }: Register): FieldError[] {
  const links = agreement.links.flatMap(({ to }, index) =>
    to === agreement.code || agreements.has(to) ? [] : [error(`agreement.links.${index}.to`, "unknown_agreement", `${agreement.code} refers to ${to}, which is not on record: import that first, an instrument comes after those it refers to.`)],
  );
  const taken = agreement.obligations.flatMap(({ code }, index) => {
    const owner = obligations.get(code);
    return owner === undefined || owner === agreement.code ? [] : [error(`agreement.obligations.${index}.code`, "code_taken", `${code} is a duty of ${owner} on record; give this one another code.`)];
  });
  return [...links, ...taken];
}

function discrepancyErrors({ code, obligations, agreements }: DiscrepancyFacts, { file, register, path }: { file: FileFacts; register: Register; path: string }): FieldError[] {
  const own = new Set(file.agreement.obligations.map((duty) => duty.code));
  const unknown = [
    ...obligations.flatMap((name, at) => (own.has(name) || register.obligations.has(name) ? [] : [error(`${path}.obligations.${at}`, "unknown_obligation", `${code} names the duty ${name}, which is neither on record nor in the file.`)])),
    ...agreements.flatMap((name, at) => (name === file.agreement.code || register.agreements.has(name) ? [] : [error(`${path}.agreements.${at}`, "unknown_agreement", `${code} names ${name}, which is neither on record nor in the file.`)])),
  ];
  const isOurs = agreements.includes(file.agreement.code) || obligations.some((name) => own.has(name));
  if (!isOurs) unknown.push(error(path, "not_of_this_agreement", `${code} names neither ${file.agreement.code} nor a duty of it, so it has no place in this file.`));
  return unknown;
}
