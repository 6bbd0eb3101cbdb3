// When a row was known, where the dates of its sources don't decide.
//
// K1  The day of the earliest dated source, never before the event; a source dated to a month speaks from the month's end.
// K2  A public act (what the record tells is itself that somebody announced, said, ordered, published or closed something in
//     public) is known from its own last day, whatever the date of the page on which it was read.
// K3  A level that the record reached only later is known from then.
// K4  Where no source is dated: the event's own last day.
//
// K1 and K4 need no row here. A source without a date is never dated by guess, neither early nor late.

export type KnownDay = { on: string; why: string };

export const knownDays: Record<string, KnownDay> = {
  "MS-056": { on: "2023-07-06", why: "K2: the court read its order in public on that day." },
  "MS-060": { on: "2023-09-20", why: "K2: Azerbaijan announced the measures on the 19th, and all sides spoke of the cessation on the 20th. The dated pages are of the 27th and later, and tell of losses." },
  "MS-072": { on: "2024-06-12", why: "K2: the record is what the ministry said in public on that day." },
  "MS-074": { on: "2025-05-10", why: "K2: a date worked out from the text that all could read." },
  "MS-083": { on: "2025-11-30", why: "K2: the closing had been set for that hour by the public decision of MS-078." },
  "MS-085": { on: "2026-01-14", why: "K2: the record is that the framework was published on that day." },
  "IN-038": { on: "2023-02-22", why: "K3: V5 by the court's order. Until then the closure stands on the board through MS-049, at V3." },
  "IN-065": { on: "2023-09-20", why: "K2: the event of MS-060." },
};
