import { db } from "@/lib/db/client";
import { calendarDate, toStoredDay, utcDayOf } from "@/lib/kernel/calendar-date";
import type { Anchor } from "./domain";

type Row = { day: Date; seq: bigint; count: bigint; hash: string };

const select = { day: true, seq: true, count: true, hash: true } as const;
const anchorOf = ({ day, seq, count, hash }: Row): Anchor => ({ day: utcDayOf(day), seq: Number(seq), count: Number(count), hash });

/** The anchors, newest first: all of them, or the last `limit`. */
export async function listAnchors(limit?: number): Promise<Anchor[]> {
  const rows = await db().auditAnchor.findMany({ orderBy: { day: "desc" }, select, ...(limit === undefined ? {} : { take: limit }) });
  return rows.map(anchorOf);
}

/** The anchor of one day. */
export async function findAnchor(day: string): Promise<Anchor | undefined> {
  const row = await db().auditAnchor.findUnique({ where: { day: toStoredDay(calendarDate(day)) }, select });
  return row === null ? undefined : anchorOf(row);
}
