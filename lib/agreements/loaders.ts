import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { groupedByConflict } from "./domain/rules";
import type { AgreementItem, AgreementView, DiscrepancyView } from "./domain/view";
import { type InstrumentGraph, neighbourhood } from "./graph/domain/graph";
import { readInstrumentGraph } from "./graph/queries";
import { mayImportAgreement } from "./policy";
import { findAgreement, listAgreements, listLooseDiscrepancies } from "./queries";

export type AgreementsView = { groups: { conflict: string; agreements: AgreementItem[] }[]; total: number; looseDiscrepancies: DiscrepancyView[]; graph: InstrumentGraph; mayImport: boolean };

/** The list of agreements, by conflict, and how they are linked. */
export async function loadAgreements(): Promise<AgreementsView> {
  const actor = await requireActor();
  const [agreements, looseDiscrepancies, graph] = await Promise.all([listAgreements(), listLooseDiscrepancies(), readInstrumentGraph()]);
  return { groups: groupedByConflict(agreements), total: agreements.length, looseDiscrepancies, graph, mayImport: mayImportAgreement(actor) };
}

/** One agreement with the instruments around it, or a page that says that there is none. */
export async function loadAgreement(code: string): Promise<{ agreement: AgreementView; graph: InstrumentGraph }> {
  await requireActor();
  const agreement = (await findAgreement(code)) ?? notFound();
  return { agreement, graph: neighbourhood(await readInstrumentGraph(), code) };
}
