import { requireActor } from "@/lib/auth/session";
import { listParties, listUnits } from "@/lib/incidents/form/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import type { FieldError } from "@/lib/kernel/refusal";
import { listExports } from "./log/queries";
import { exportLogFilter, type ExportEntry } from "./log/schema";
import { exportNotes, exportPolicyOf } from "./manifest/domain";
import { exportLogScopeOf } from "./policy";
import { countLeaving } from "./reading/queries";

export type ExportLogPage = { items: ExportEntry[]; nextCursor: string | null; /** The reader sees what everybody took out. */ isEverybodys: boolean };

/** A page of the log of exports: the reader's own, or everybody's for those who keep watch. A cursor that is none begins anew. */
export async function loadExports(search: { cursor?: string | undefined }): Promise<ExportLogPage> {
  const scope = exportLogScopeOf(await requireActor());
  const filter = exportLogFilter.safeParse(search.cursor === undefined ? {} : { cursor: search.cursor });
  return { ...(await listExports(scope, filter.success ? filter.data : exportLogFilter.parse({}), new Date())), isEverybodys: scope.actorId === undefined };
}

export type NewExportPage = {
  /** Records that would be in the file, and those that the terms of their source keep out of it. */
  rows: number;
  restricted: number;
  policy: string;
  notes: readonly string[];
  errors: FieldError[];
  names: { units: Map<string, string>; parties: Map<string, string> };
};

/** What a file by these filters would hold, before it is made. */
export async function loadNewExport(params: URLSearchParams): Promise<NewExportPage> {
  const actor = await requireActor();
  const [units, parties] = await Promise.all([listUnits(), listParties()]);
  const names = { units: new Map(units.map(({ code, label }) => [code, label])), parties: new Map(parties.map(({ code, label }) => [code, label])) };
  const shared = { policy: exportPolicyOf(actor.role), notes: exportNotes, names };
  const filter = filterFromSearchParams(params);
  if (!filter.ok) return { ...shared, rows: 0, restricted: 0, errors: filter.refusal.kind === "invalid" ? filter.refusal.errors : [] };
  return { ...shared, ...(await countLeaving(scopeOf(actor), filter.value)), errors: [] };
}
