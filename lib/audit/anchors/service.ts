import { transaction } from "@/lib/db/transaction";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { findHead } from "../chain/queries";
import type { Anchor } from "./domain";
import { findAnchor } from "./queries";
import { insertAnchor } from "./store";

/**
 * Anchors the chain as it stands for the day of `now` (UTC). A day has one anchor: the first stays, and whoever asks again gets it.
 * Nobody's rights are asked: an anchor tells nothing that is not in the chain, and the daily job makes it.
 */
export async function anchorAudit(now: Date): Promise<Result<{ anchor: Anchor; isNew: boolean }>> {
  const day = utcDayOf(now);
  const kept = await findAnchor(day);
  if (kept) return ok({ anchor: kept, isNew: false });
  const head = await findHead();
  if (!head) return refuse(conflict("Nothing is in the audit yet, so there is nothing to anchor."));
  const anchor = { day, ...head, count: head.seq };
  const isNew = await transaction(async (tx) => ok(await insertAnchor(tx, anchor, now)));
  if (!isNew.ok) return isNew;
  // Two at once: the other's stands.
  return ok({ anchor: isNew.value ? anchor : ((await findAnchor(day)) ?? anchor), isNew: isNew.value });
}
