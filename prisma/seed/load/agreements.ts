import { agreementInput, discrepancyInput, type AgreementInput, type ObligationInput } from "@/lib/agreements/schema";
import { citedSources, holderOf, voicesOf } from "@/lib/agreements/file/domain/belonging";
import { type AgreementFile, canonicalFile, fileFormat, fileFormatVersion, textOfFile } from "@/lib/agreements/file/schema";
import { importAgreement } from "@/lib/agreements/file/service";
import { recordDiscrepancy } from "@/lib/agreements/service";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import type { AgreementRow, ObligationRow, Reference } from "../files";
import { coverageOf } from "../tables/coverage";
import { deadlinesOf, termDays } from "../tables/deadlines";
import { interpretationsOf } from "../tables/interpretations";
import { linksOf, textsOf, zoneOf } from "../tables/agreement-texts";
import { obligationKinds } from "../tables/obligation-kinds";
import { speakers } from "../tables/speakers";
import { outcomesOf, truces } from "../tables/truce-outcomes";
import { type Loading, loadMissing } from "./loading";
import { present } from "./present";
import { sourceInputOf } from "./sources";

/** The duty as the service takes it. Throws where a table lacks the code or lost one of the file's due dates. */
export function obligationInputOf(row: ObligationRow): ObligationInput {
  const kind = obligationKinds[row.code];
  if (!kind) throw new Error(`no kind for ${row.code}: add it to prisma/seed/tables/obligation-kinds.ts`);
  const deadlines = deadlinesOf[row.code] ?? [];
  const known = [...deadlines.map((deadline) => deadline.dueOn), ...(termDays[row.code] ?? [])];
  const lost = row.due.find((due) => !known.includes(due.date));
  if (lost) throw new Error(`${row.code}: the due date ${lost.date} is not in prisma/seed/tables/deadlines.ts`);
  return {
    code: row.code,
    clause: row.point,
    title: row.title,
    kind: kind.kind,
    subject: kind.subject,
    description: row.description,
    reading: kind.reading,
    obligors: row.obligors,
    obligorSides: kind.obligors,
    beneficiary: row.beneficiary,
    beneficiarySides: kind.beneficiaries,
    startsAt: row.starts_at,
    endsOn: row.ends_at,
    scope: row.scope,
    verifier: row.verifier,
    textNote: row.seed_vs_text,
    readingNote: row.note_on_reading ?? null,
    confidence: row.confidence,
    // Settings are read under rules: those of today, for which the tables were written.
    terms: kind.terms === undefined ? {} : { ruleVersion: firstRuleSet.version, ...kind.terms },
    quantities: row.quantities.map(({ value, ...quantity }) => ({ ...quantity, value: typeof value === "number" ? value : null, valueText: typeof value === "number" ? null : value })),
    deadlines,
    interpretations: interpretationsOf[row.code] ?? [],
    coverage: coverageOf[row.code] ?? [],
    dependsOn: row.depends_on,
    sources: row.sources,
  };
}

/** The agreement as the service takes it, with its duties. */
export function agreementInputOf(row: AgreementRow, obligations: readonly ObligationRow[]): AgreementInput {
  const { signed } = row;
  return agreementInput.parse({
    code: row.id,
    titles: row.titles,
    kind: row.kind,
    conflict: row.conflict,
    signedOn: signed.date,
    signedNote: signed.note,
    ...inForceOf(row),
    parties: row.parties,
    signatories: row.signatories,
    mediators: row.mediator,
    place: row.place,
    status: row.status,
    statusOn: row.status_date,
    notes: notesOf(row),
    confidence: row.confidence,
    isDemonstration: true,
    sources: row.sources,
    ...textsOf[row.id],
    links: linksOf[row.id] ?? [],
    obligations: obligations.filter((obligation) => obligation.agreement_id === row.id).map(obligationInputOf),
    setsTruce: truces.includes(row.id),
    outcomes: outcomesOf[row.id] ?? [],
  });
}

function inForceOf({ id, entry_into_force: force }: AgreementRow) {
  const zone = force.timezone === null ? null : zoneOf[force.timezone];
  if (zone === undefined) throw new Error(`${id}: no zone for "${force.timezone ?? ""}": add it to prisma/seed/tables/agreement-texts.ts`);
  const said = [force.timezone === null ? null : `Zone: ${force.timezone}.`, force.note].filter((part) => part !== null);
  return { inForceAt: force.utc, inForceLocal: force.local, inForceZone: zone, inForceNote: said.length > 0 ? said.join(" ") : null };
}

/** The compilers' notes, and what the files keep in fields of their own. */
function notesOf({ notes, parties_note, deadlines, quantities, time_to_breakdown: breakdown }: AgreementRow): string[] {
  const span = breakdown.value === null ? "" : `${breakdown.value.toLocaleString("en")} ${breakdown.unit ?? ""}. `;
  return [
    ...notes,
    ...(parties_note === undefined ? [] : [parties_note]),
    ...deadlines.map((deadline) => `A date in the text: ${deadline.what}, ${deadline.due}.`),
    ...quantities.map((quantity) => `A figure in the text: ${quantity.what}, ${quantity.value} ${quantity.unit}.`),
    ...(breakdown.note === null ? [] : [`Time until the first alleged breach: ${span}${breakdown.note}`]),
  ];
}

/** The agreement as a file, the same as an export of it gives. */
export function agreementFileOf(row: AgreementRow, { obligations, agreements, discrepancies, sources }: Reference): AgreementFile {
  const agreement = agreementInputOf(row, obligations);
  const parts = { agreement, discrepancies: discrepancies.filter((entry) => holderOfRow(entry, { agreements, obligations }) === row.id).map(discrepancyInputOf) };
  const cited = new Set(citedSources(parts));
  return canonicalFile({
    format: fileFormat,
    formatVersion: fileFormatVersion,
    speakers: voicesOf(agreement, speakers),
    sources: sources.filter((source) => cited.has(source.key)).map(sourceInputOf),
    ...parts,
  });
}

type Discrepancy = Reference["discrepancies"][number];

function holderOfRow(row: Discrepancy, { agreements, obligations }: Pick<Reference, "agreements" | "obligations">): string | undefined {
  const owners = obligations.filter((duty) => row.obligations.includes(duty.code)).map((duty) => duty.agreement_id);
  const touched = new Set([...row.agreements, ...owners]);
  return holderOf(agreements.filter(({ id }) => touched.has(id)).map(({ id, signed }) => ({ code: id, signedOn: signed.date })));
}

/** Agreements in the order of their dates, so that each comes after the instruments it refers to, through the door that any other file takes. */
export async function loadAgreements({ importer, now }: Loading, reference: Reference): Promise<number> {
  const byDate = reference.agreements.toSorted((a, b) => a.signed.date.localeCompare(b.signed.date));
  return loadMissing(byDate, { keyOf: (row) => row.id, present: await present.agreements(), load: (row) => importAgreement(importer, textOfFile(agreementFileOf(row, reference)), now) });
}

export const discrepancyInputOf = (row: Discrepancy) =>
  discrepancyInput.parse({ code: row.id, topic: row.topic, seedText: row.seed, publicText: row.public, effect: row.effect_on_dataset, obligations: row.obligations, agreements: row.agreements, sources: row.sources });

/** The discrepancies that touch no agreement and so came with no file. */
export const loadDiscrepancies = async ({ importer, now }: Loading, { discrepancies }: Reference): Promise<number> =>
  loadMissing(discrepancies, { keyOf: (row) => row.id, present: await present.discrepancies(), load: (row) => recordDiscrepancy(importer, discrepancyInputOf(row), now) });
