import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { redact, scopeOf } from "@/lib/incidents/policy";
import { findStoredRecord } from "@/lib/incidents/queries";
import { isRowId } from "@/lib/kernel/row-id";
import type { CorrectionRequestView } from "./domain/request";
import { mayFileCorrection } from "./policy";
import { findCorrectionRequest, listCorrectionRequests } from "./queries";
import { correctionFilter } from "./schema";

export type CorrectionsPage = { items: readonly CorrectionRequestView[]; nextCursor: string | null; state: "open" | "decided" | "all"; today: CalendarDate };

/** The requests of the address; a wrong filter shows the open ones. */
export async function loadCorrectionRequests(searchParams: Record<string, string | string[] | undefined>): Promise<CorrectionsPage> {
  const actor = await requireActor();
  const parsed = correctionFilter.safeParse(searchParams);
  const filter = parsed.success ? parsed.data : correctionFilter.parse({});
  return { ...(await listCorrectionRequests(actor, filter)), state: filter.state, today: utcDayOf(new Date()) };
}

/** What is said against one record, decided or not. */
export async function loadRequestsOn(incident: number): Promise<{ items: readonly CorrectionRequestView[]; today: CalendarDate }> {
  const actor = await requireActor();
  const { items } = await listCorrectionRequests(actor, correctionFilter.parse({ state: "all", incident }));
  return { items, today: utcDayOf(new Date()) };
}

/** One request by its number. */
export async function loadCorrectionRequest(id: number): Promise<{ request: CorrectionRequestView; today: CalendarDate }> {
  const actor = await requireActor();
  const request = isRowId(id) ? await findCorrectionRequest(actor, id) : undefined;
  if (!request) notFound();
  return { request, today: utcDayOf(new Date()) };
}

/** The record that a request is about to be filed on; not found unless it is public and the reader may know of it. */
export async function loadRequestForm(id: number): Promise<{ incident: { id: number; reference: string; title: string } }> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const record = isRowId(id) ? await findStoredRecord(scope, id) : undefined;
  if (!record || !mayFileCorrection(actor, record.facts)) notFound();
  const incident = redact(scope, record);
  return { incident: { id: incident.id, reference: incident.reference, title: incident.title } };
}
