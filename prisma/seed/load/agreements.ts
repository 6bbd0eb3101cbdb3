import { agreementInput, discrepancyInput, type AgreementInput, type ObligationInput } from "@/lib/agreements/schema";
import { loadAgreement, recordDiscrepancy } from "@/lib/agreements/service";
import type { AgreementRow, ObligationRow, Reference } from "../files";
import { coverageOf } from "../tables/coverage";
import { deadlinesOf, termDays } from "../tables/deadlines";
import { interpretationsOf } from "../tables/interpretations";
import { linksOf, textsOf, zoneOf } from "../tables/agreement-texts";
import { obligationKinds } from "../tables/obligation-kinds";
import { outcomesOf, truces } from "../tables/truce-outcomes";
import { type Loading, loadMissing } from "./loading";
import { present } from "./present";

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
    terms: kind.terms ?? {},
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

/** Agreements in the order of their dates, so that each comes after the instruments it refers to. */
export async function loadAgreements({ importer, now }: Loading, { agreements, obligations }: Reference): Promise<number> {
  const byDate = agreements.toSorted((a, b) => a.signed.date.localeCompare(b.signed.date));
  return loadMissing(byDate, { keyOf: (row) => row.id, present: await present.agreements(), load: (row) => loadAgreement(importer, agreementInputOf(row, obligations), now) });
}

export const discrepancyInputOf = (row: Reference["discrepancies"][number]) =>
  discrepancyInput.parse({ code: row.id, topic: row.topic, seedText: row.seed, publicText: row.public, effect: row.effect_on_dataset, obligations: row.obligations, agreements: row.agreements, sources: row.sources });

export const loadDiscrepancies = async ({ importer, now }: Loading, { discrepancies }: Reference): Promise<number> =>
  loadMissing(discrepancies, { keyOf: (row) => row.id, present: await present.discrepancies(), load: (row) => recordDiscrepancy(importer, discrepancyInputOf(row), now) });
