import { db } from "@/lib/db/client";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { InstrumentGraph } from "./domain/graph";

/** Every agreement on record and every link between two of them. Reference data is open to everyone who signs in. */
export async function readInstrumentGraph(): Promise<InstrumentGraph> {
  const [agreements, links] = await Promise.all([
    db().agreement.findMany({ select: { code: true, titles: true, conflict: true, signedOn: true }, orderBy: [{ signedOn: "asc" }, { code: "asc" }], take: 500 }),
    db().agreementLink.findMany({ select: { relation: true, note: true, from: { select: { code: true } }, to: { select: { code: true } } }, orderBy: [{ fromId: "asc" }, { toId: "asc" }, { relation: "asc" }], take: 2000 }),
  ]);
  return {
    instruments: agreements.map(({ code, titles, conflict, signedOn }) => ({ code, title: titles[0] ?? code, conflict, signedOn: utcDayOf(signedOn) })),
    links: links.map(({ relation, note, from, to }) => ({ relation, note, from: from.code, to: to.code })),
  };
}
