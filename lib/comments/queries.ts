import type { CommentKind } from "@/lib/codelists/comment-kind";
import { db } from "@/lib/db/client";

export type CommentView = { readonly id: number; readonly kind: CommentKind; readonly body: string; readonly author: string; readonly writtenAt: string; /** The content has changed since it was written. */ readonly isOfEarlier: boolean };

/** What was said about a record, oldest first. The caller has asked policy whether the reader may read it. */
export async function listComments(incidentId: number, contentVersion: number): Promise<CommentView[]> {
  const rows = await db().incidentComment.findMany({
    where: { incidentId },
    select: { id: true, kind: true, body: true, contentVersion: true, writtenAt: true, author: { select: { name: true } } },
    orderBy: { id: "asc" },
    take: 500,
  });
  return rows.map((row) => ({ id: row.id, kind: row.kind as CommentKind, body: row.body, author: row.author.name, writtenAt: row.writtenAt.toISOString(), isOfEarlier: row.contentVersion < contentVersion }));
}

/** How many reviewers disagreed with what was decided on a record's content as it stands: told to every reader, without names. */
export const countDissent = (incidentId: number, contentVersion: number): Promise<number> => db().incidentComment.count({ where: { incidentId, contentVersion, kind: "DISSENT" } });
