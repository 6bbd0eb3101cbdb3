import { db } from "@/lib/db/client";

export const agreementAsked = "NK2020";
export const dutyAsked = "NK2020-1a";

/** By the first part of an address: the ids to ask for. Of records that are told of at length, one that much leans on and one that is as most are. */
export type Planted = Readonly<Record<string, readonly string[]>>;

const lastOf = async (table: string): Promise<string> => String((await db().$queryRawUnsafe<{ id: unknown }[]>(`SELECT id FROM "${table}" ORDER BY id DESC LIMIT 1`))[0]?.id);

/** What there is to ask for, once every table is filled. */
export async function planted(): Promise<Planted> {
  const [evidence, run, report, exported, request, source] = await Promise.all(["evidence", "import_run", "report", "export", "correction_request", "source"].map(lastOf));
  const busiest = await db().incident.findFirstOrThrow({ where: { workflow: "PUBLISHED" }, orderBy: { id: "desc" }, select: { id: true } });
  return {
    incidents: [String(busiest.id), "90"], evidence: [evidence ?? ""], imports: [run ?? ""], reports: [report ?? ""], exports: [exported ?? ""], corrections: [request ?? ""], sources: [source ?? "", "1"],
    agreements: [agreementAsked], obligations: [dutyAsked],
  };
}
