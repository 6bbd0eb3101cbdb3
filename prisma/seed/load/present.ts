import { db } from "@/lib/db/client";

/** Keys of the rows that an earlier load left behind. */
export const present = {
  speakers: async () => (await db().speaker.findMany({ select: { code: true } })).map((row) => row.code),
  sources: async () => (await db().source.findMany({ select: { key: true } })).map((row) => row.key),
  units: async () => (await db().unit.findMany({ select: { code: true } })).map((row) => row.code),
  places: async () => (await db().place.findMany({ select: { key: true } })).map((row) => row.key),
  agreements: async () => (await db().agreement.findMany({ select: { code: true } })).map((row) => row.code),
  zones: async () => (await db().obligationZone.findMany({ select: { key: true } })).map((row) => row.key),
  discrepancies: async () => (await db().discrepancy.findMany({ select: { code: true } })).map((row) => row.code),
  milestones: async () => (await db().milestone.findMany({ select: { key: true } })).map((row) => row.key),
};

/** How far a record of the files has come, and who has approved it as it stands; undefined where it isn't logged yet. */
export async function findProgress(externalId: string): Promise<{ id: number; workflow: string; wasPublished: boolean; approvedBy: number[] } | undefined> {
  const row = await db().incident.findFirst({
    where: { externalId, isDemonstration: true },
    select: { id: true, workflow: true, publishedAt: true, contentVersion: true, reviews: { where: { decision: "APPROVE" }, select: { reviewerId: true, contentVersion: true } } },
  });
  if (!row) return undefined;
  const approvedBy = row.reviews.filter((review) => review.contentVersion === row.contentVersion).map((review) => review.reviewerId);
  return { id: row.id, workflow: row.workflow, wasPublished: row.publishedAt !== null, approvedBy };
}
