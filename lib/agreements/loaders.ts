import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { groupedByConflict } from "./domain/rules";
import type { AgreementItem, AgreementView, DiscrepancyView } from "./domain/view";
import { mayImportAgreement } from "./policy";
import { findAgreement, listAgreements, listLooseDiscrepancies } from "./queries";

export type AgreementsView = { groups: { conflict: string; agreements: AgreementItem[] }[]; total: number; looseDiscrepancies: DiscrepancyView[]; mayImport: boolean };

/** The list of agreements, by conflict. */
export async function loadAgreements(): Promise<AgreementsView> {
  const actor = await requireActor();
  const agreements = await listAgreements();
  return { groups: groupedByConflict(agreements), total: agreements.length, looseDiscrepancies: await listLooseDiscrepancies(), mayImport: mayImportAgreement(actor) };
}

/** One agreement, or a page that says that there is none. */
export async function loadAgreement(code: string): Promise<AgreementView> {
  await requireActor();
  return (await findAgreement(code)) ?? notFound();
}
