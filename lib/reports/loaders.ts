import { notFound } from "next/navigation";
import { cache } from "react";
import { currentActor, requireActor } from "@/lib/auth/session";
import type { RedactionProfile } from "@/lib/codelists/redaction-profile";
import { listBoardAgreements } from "@/lib/compliance/queries";
import { listObligations, listUnits, type CodeChoice } from "@/lib/incidents/form/queries";
import { addDays, utcDayOf } from "@/lib/kernel/calendar-date";
import type { RegionMap } from "@/lib/map/domain/district";
import { drawRegion } from "@/lib/map/queries";
import type { ReportDocument } from "./domain/document";
import { profilesMadeBy } from "./policy";
import { findReport, listReports } from "./queries";
import { readReport } from "./reading/service";
import { reportFilter, type ReportView } from "./schema";
import type { ChangeSince } from "./verification/domain/since";
import { changesSince } from "./verification/service";

export type ReportsPage = { readonly items: readonly ReportView[]; readonly nextCursor: string | null; readonly mayMake: boolean };

/** The reports that the reader may read; a cursor that is none begins again. */
export async function loadReports(searchParams: Record<string, string | string[] | undefined>): Promise<ReportsPage> {
  const actor = await requireActor();
  const parsed = reportFilter.safeParse(searchParams);
  const page = await listReports(actor, parsed.success ? parsed.data : reportFilter.parse({}));
  return { ...page, mayMake: profilesMadeBy(actor).length > 0 };
}

/** Whether the reader makes reports, so that a page offers one on what it shows. */
export const loadMayMakeReports = async (): Promise<boolean> => profilesMadeBy(await requireActor()).length > 0;

export type ReportForm = {
  readonly profiles: readonly RedactionProfile[];
  readonly agreements: readonly CodeChoice[];
  readonly obligations: readonly CodeChoice[];
  readonly units: readonly CodeChoice[];
  readonly given: { readonly kind: string; readonly from: string; readonly to: string; readonly obligation: string; readonly incident: string };
};

const textOf = (value: string | string[] | undefined): string => (typeof value === "string" ? value : (value?.[0] ?? "")).slice(0, 60);

/** What the form offers; whoever makes no reports finds no such page. Links from a duty or a record fill in what they know. */
export async function loadReportForm(searchParams: Record<string, string | string[] | undefined>): Promise<ReportForm> {
  const actor = await requireActor();
  const profiles = profilesMadeBy(actor);
  if (profiles.length === 0) notFound();
  const [agreements, obligations, units] = await Promise.all([listBoardAgreements(), listObligations(), listUnits()]);
  const today = utcDayOf(new Date());
  const [obligation, incident] = [textOf(searchParams["obligation"]), textOf(searchParams["incident"])];
  const kind = textOf(searchParams["kind"]) || (incident !== "" ? "INCIDENT_BRIEF" : obligation !== "" ? "OBLIGATION_BRIEF" : "PERIOD_SITUATION");
  const given = { kind, obligation, incident, from: textOf(searchParams["from"]) || (incident === "" ? addDays(today, -30) : ""), to: textOf(searchParams["to"]) || (incident === "" ? today : "") };
  return { profiles, agreements: agreements.map(({ code, title }) => ({ code, label: title })), obligations, units, given };
}

export type ReportPage = { readonly view: ReportView; readonly shown: { readonly document: ReportDocument; readonly map: RegionMap; readonly since: readonly ChangeSince[] } | undefined; readonly refused: string | undefined };

/** One report: its pages where it is ready, how far it is where it is not, or why it is held back. */
export const loadReport = cache(async (id: number): Promise<ReportPage> => {
  const actor = await requireActor();
  const view = Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? await findReport(actor, id) : undefined;
  if (!view) notFound();
  if (view.state !== "READY") return { view, shown: undefined, refused: undefined };
  const report = await readReport(actor, id);
  if (!report.ok) return { view, shown: undefined, refused: report.refusal.kind === "conflict" ? report.refusal.reason : "The report can't be shown." };
  const { document } = report.value;
  return { view, refused: undefined, shown: { document, map: drawRegion({ width: 480, padding: 8, grid: 1 }), since: await changesSince(actor, id, document) } };
});

/** Whether whoever opens the verify page is signed in: without an account it tells less. */
export const loadVerifyPage = async (): Promise<{ readonly isSignedIn: boolean }> => ({ isSignedIn: (await currentActor()) !== undefined });
