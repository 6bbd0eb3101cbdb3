// What became of each truce, as far as `time_to_breakdown`, `entry_into_force`, `status` and the notes of agreements.json
// say. One row per account: where two sides differ, both rows stand. A row's sources are those of the file's row whose
// title or publisher shows that it was read there; where none stands out, all that the file gives for the agreement and
// that could bear on it. The November statement has no rows of its own on violations: those are computed from the records.
import type { OutcomeInput } from "@/lib/agreements/truces/schema";

type Row = Partial<OutcomeInput> & Pick<OutcomeInput, "kind" | "occurredOn" | "sources">;
const row = (fields: Row): OutcomeInput => ({ precision: "T4_DAY", occurredAt: null, earliestAt: null, latestAt: null, allegedBy: [], deniedBy: [], note: null, confidence: "verified-page", ...fields });

/**
 * The agreements whose text makes fighting stop, by what the files call their kind: ceasefire, truce or cessation. The Bishkek
 * Protocol asked for a truce and set none (its own note says so); the Geneva understanding is "no ceasefire" by its kind.
 */
export const truces: readonly string[] = [
  "AGR-1994-05-12",
  "AGR-2016-04-05",
  "AGR-2020-10-10",
  "AGR-2020-10-18",
  "AGR-2020-10-26",
  "AGR-2020-11-10",
  "AGR-2021-07-28",
  "AGR-2021-11-16",
  "AGR-2022-09-14",
  "AGR-2023-09-20",
  "AGR-SY-2020-03-05",
];

const brokenDown = "The files give its status as broken down from this day on.";
const armeniaAndAzerbaijan = ["pledge1810", "taipei1910"];

export const outcomesOf: Record<string, OutcomeInput[]> = {
  "AGR-1994-05-12": [
    row({
      kind: "ENDED", occurredOn: "2020-09-27", sources: ["seed"], confidence: "seed",
      note: "The day on which the article places the start of the most serious fighting since 2016. Lesser clashes, among them April 2016 and July 2020, came earlier; no first one is on record.",
    }),
  ],
  "AGR-2016-04-05": [
    row({ kind: "ENDED", occurredOn: "2020-09-27", sources: ["seed"], confidence: "seed", note: "The files give its status as superseded by events from this day on, and no single day on which it broke down." }),
  ],
  "AGR-2020-10-10": [
    row({ kind: "FIRST_REPORTED", occurredOn: "2020-10-10", occurredAt: "2020-10-10T08:05:00Z", precision: "T1_MINUTE", allegedBy: ["AM"], deniedBy: ["AZ"], sources: ["sf1010"], note: "A ground attack alleged at 12:05 local time. The article speaks of hours." }),
    row({ kind: "FIRST_REPORTED", occurredOn: "2020-10-10", precision: "T3_PART_OF_DAY", allegedBy: ["AZ"], deniedBy: ["AM"], sources: ["sf1010"], note: "Shelling alleged after 12:00 local time; no minute is given." }),
    row({ kind: "ENDED", occurredOn: "2020-10-10", sources: ["sf1010"], note: brokenDown }),
  ],
  "AGR-2020-10-18": [
    row({
      kind: "FIRST_REPORTED", occurredOn: "2020-10-18", earliestAt: "2020-10-17T20:00:00Z", latestAt: "2020-10-17T23:00:00Z", precision: "T3_PART_OF_DAY", allegedBy: ["AM"], sources: armeniaAndAzerbaijan,
      note: "Fire alleged within minutes to three hours of midnight.",
    }),
    row({ kind: "FIRST_REPORTED", occurredOn: "2020-10-18", precision: "T3_PART_OF_DAY", allegedBy: ["AZ"], sources: armeniaAndAzerbaijan, note: "Fire alleged overnight and in the morning." }),
    row({ kind: "ENDED", occurredOn: "2020-10-18", sources: armeniaAndAzerbaijan, note: brokenDown }),
  ],
  "AGR-2020-10-26": [
    row({ kind: "FIRST_REPORTED", occurredOn: "2020-10-26", occurredAt: "2020-10-26T04:05:00Z", precision: "T1_MINUTE", allegedBy: ["AZ"], deniedBy: ["AM"], sources: ["jam2610", "diaspora2610", "pan2610"], note: "Fire alleged at 08:05 local time." }),
    row({ kind: "FIRST_REPORTED", occurredOn: "2020-10-26", occurredAt: "2020-10-26T04:45:00Z", precision: "T1_MINUTE", allegedBy: ["AM"], deniedBy: ["AZ"], sources: ["jam2610", "diaspora2610", "pan2610"], note: "Fire alleged at about 08:45 and at 09:10 local time; the earlier one counts." }),
    row({ kind: "ENDED", occurredOn: "2020-10-26", sources: ["jam2610"], note: brokenDown }),
  ],
  "AGR-2021-07-28": [
    row({
      kind: "FIRST_REPORTED", occurredOn: "2021-07-29", earliestAt: "2021-07-28T22:45:00Z", latestAt: "2021-07-28T23:40:00Z", precision: "T1_MINUTE", allegedBy: ["AZ"], sources: ["armclub2807", "sputcn2907"],
      note: "Fire alleged from 02:45 to 03:40 local time. The files count 17 hours from a start at 10:00, which is general knowledge; here no hour of the start is taken, so days are counted.",
    }),
  ],
  "AGR-2021-11-16": [row({ kind: "FIRST_REPORTED", occurredOn: "2021-11-18", allegedBy: ["AZ"], sources: ["newsru1911"], note: "An attack alleged on 18 November." })],
  "AGR-2022-09-14": [row({ kind: "HELD", occurredOn: "2022-09-19", sources: ["bbabo1909", "ndt1909"], note: "Held at the time of reporting. Nothing later is on record." })],
  "AGR-2023-09-20": [
    row({ kind: "FIRST_REPORTED", occurredOn: "2023-09-21", allegedBy: ["RU_MOD"], sources: ["alar2109"], note: "Five violations recorded by 21 September, no side named; on which day the first came is not on record." }),
  ],
};
