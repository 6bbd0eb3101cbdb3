// How holders read a duty, in the compilers' words. No reading is marked as ours. A source stands beside a reading only where
// the files leave no doubt that it was read there; a day where they give
// one, else the day of the page on which the reading was told, by which it was stated.
import type { ObligationInput } from "@/lib/agreements/schema";

type Reading = ObligationInput["interpretations"][number];
type Stated = { on?: string; source?: string };
const reading = (holder: string, text: string, { on, source }: Stated = {}): Reading => ({ holder, reading: text, statedOn: on ?? null, source: source ?? null });

export const interpretationsOf: Record<string, Reading[]> = {
  "NK2020-1b": [
    reading("Azerbaijan", "The move on Hin Tagher / Kohne Taghlar and Chaylaggala / Khtsaberd in December 2020 was a counter-terrorist operation; otherwise the truce was kept.", { on: "2020-12" }),
    reading("Armenia", "The same move was an advance from positions held when the truce began.", { on: "2020-12" }),
  ],
  "NK2020-4a": [
    reading("Armenia (security council secretary)", "The withdrawal covers units of Armenia's army; the local force of Nagorno-Karabakh stays.", { on: "2022-07-19", source: "cs1907" }),
    reading("Azerbaijan", "The withdrawal is late.", { on: "2022-07" }),
  ],
  "NK2020-4b": [
    reading("Russian Foreign Ministry", "The trilateral statements remain valid.", { on: "2025-11-07", source: "rferl0711" }),
    reading("Prime Minister of Armenia", "The statement of November 2020 is outdated.", { on: "2025-08-28", source: "caliber2808" }),
  ],
  "NK2020-4c": [
    reading("Foreign minister of Azerbaijan", "The statement was made time-limited at Azerbaijan's wish and was not to be extended.", { on: "2025-11-08", source: "report0811" }),
    // Cited in the field notes; the page is not among the sources of the reference files.
    reading("President of Turkey", "An extension needs the agreement of all, as reported by Hetq (hetq.am/en/article/158098; not opened)."),
  ],
  "NK2020-6c": [
    reading("Azerbaijan", "The checkpoint of April 2023 stands on its own territory and serves to stop transport of arms and mines.", { on: "2023-04" }),
    reading("Armenia and the Nagorno-Karabakh de facto authorities", "The checkpoint of April 2023 breaks point 6.", { on: "2023-04" }),
  ],
  "NK2020-6g": [
    reading("International Court of Justice", "Azerbaijan is to take all measures at its disposal for unimpeded movement along the corridor; the order rests on the racial discrimination convention, not on the statement.", { on: "2023-02-22", source: "icj2202" }),
    reading("Azerbaijan", "The group on the road did not stop civilian and humanitarian traffic.", { on: "2022-12" }),
  ],
  "NK2020-7a": [reading("Prime Minister of Armenia", "The UNHCR mechanism of point 7 has not started.", { on: "2023-03-16", source: "artpress1603" })],
  "NK2020-8a": [
    reading("Azerbaijan", "People captured after the truce are not prisoners of war.", { on: "2021-11-12", source: "hye1211" }),
    reading("Armenia", "Point 8 covers people captured after the truce as well.", { on: "2021-11-12", source: "hye1211" }),
  ],
  "NK2020-9b": [
    reading("Azerbaijan", "The duty on transport is not complied with.", { on: "2024-10" }),
    reading("Armenia (foreign minister)", "In answer to that charge: several other points of the statement are not carried out.", { on: "2024-10-14" }),
  ],
  "NK2020-9c": [
    reading("Russian Foreign Ministry", "Russian border guards are to control the links between Azerbaijan and Nakhchivan.", { on: "2023-11-09", source: "apa0911" }),
    reading("Armenia", "Reads the reach of that control differently from Russia; the excerpts do not say how."),
  ],
};
