import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { scopeOf } from "@/lib/incidents/policy";
import { isRowId } from "@/lib/kernel/row-id";
import { mayKeepSources, mayWithdrawSource } from "./policy";
import { countRecordsReadIn, findSource, type SourceDetail } from "./queries";

export type SourcePageView = { source: SourceDetail; records: number; mayKeep: boolean; mayWithdraw: boolean };

/** One source by its number; a number that no source has is a page that does not exist. */
export async function loadSource(id: number): Promise<SourcePageView> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const source = isRowId(id) ? await findSource(id, scope) : undefined;
  if (!source) notFound();
  return { source, records: await countRecordsReadIn(scope, id), mayKeep: mayKeepSources(actor), mayWithdraw: mayWithdrawSource(actor) && source.withdrawnAt === null };
}

/** The form for a new source; not there for whoever keeps none. */
export async function loadNewSource(): Promise<void> {
  if (!mayKeepSources(await requireActor())) notFound();
}

/** Whether the reader is offered to register one. */
export const loadMayKeepSources = async (): Promise<boolean> => mayKeepSources(await requireActor());
