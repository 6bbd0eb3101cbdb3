import type { CommentKind } from "@/lib/codelists/comment-kind";
import type { Tx } from "@/lib/db/transaction";

export type NewComment = { incidentId: number; contentVersion: number; kind: CommentKind; body: string; authorId: number; writtenAt: Date };
export const insertComment = (tx: Tx, comment: NewComment): Promise<{ id: number }> => tx.incidentComment.create({ data: comment, select: { id: true } });
