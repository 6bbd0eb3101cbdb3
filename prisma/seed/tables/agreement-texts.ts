// The nine points of the November statement in the compilers' own words, by published wording, and the links between
// instruments. A wording that was not read holds no text: an empty place says more than a copy.
import type { AgreementInput } from "@/lib/agreements/schema";

type Version = AgreementInput["textVersions"][number];

export const clauseTitles: Record<number, string> = {
  1: "Ceasefire and positions",
  2: "Agdam district",
  3: "Peacekeeping contingent",
  4: "Withdrawal, term and extension",
  5: "Peacekeeping centre",
  6: "Kalbajar and Lachin districts, corridor",
  7: "Return of displaced persons",
  8: "Exchange of prisoners and remains",
  9: "Economic and transport links",
};

const pressOnly = "The excerpt of the official wording stops inside point 6; this rests on press accounts, ministry comments or a court's quotation.";

const points = {
  1: "Fire and all military action stop at midnight Moscow time as 10 November 2020 begins. Both Parties remain where they stand.",
  2: "Agdam district goes back to Azerbaijan by 20 November 2020.",
  3: "A Russian force is placed along the contact line and the Lachin corridor: 1,960 service members with small arms, 90 armoured personnel carriers, 380 vehicles and items of special equipment.",
  4: "The force comes in as Armenian forces leave. It stays five years; the term repeats itself unless a Party says six months ahead that it should not.",
  5: "A peacekeeping centre is set up to watch that the truce is kept.",
  6: "Kalbajar district goes back by 15 November and Lachin district by 1 December 2020, save a corridor five kilometres wide that leaves out Shusha / Shushi and stays under the peacekeepers. A plan for a new road is settled within three years, and the force then moves to guard it. Azerbaijan guarantees safe movement both ways.",
  7: "Displaced persons and refugees return under the control of UNHCR.",
  8: "Prisoners of war, hostages, other detained persons and remains are exchanged.",
  9: "All economic and transport links are opened. Armenia guarantees movement between western Azerbaijan and Nakhchivan, which the Russian border guard service controls. New links are built if the Parties agree.",
} as const;

type Texts = Version["clauses"];
const texts = (upTo: number, changes: Record<number, Partial<Texts[number]>> = {}): Texts =>
  Object.entries(points)
    .map(([number, text]) => ({ number: Number(number), text, differs: false, note: null, ...changes[Number(number)] }))
    .filter((entry) => entry.number <= upTo);

const textVersions: Version[] = [
  { key: "ru-president-en", language: "en", publisher: "President of Russia", publishedOn: "2020-11-10", source: "krem64384", note: "Cited by the article that the data began from; the page was not opened, so no text is held here.", clauses: [] },
  {
    key: "am-pm-en",
    language: "en",
    publisher: "Prime Minister of Armenia",
    publishedOn: "2020-11-10",
    source: "ampm",
    note: "An excerpt was read, up to the first half of point 6.",
    clauses: texts(9, { 6: { note: pressOnly }, 7: { note: pressOnly }, 8: { note: pressOnly }, 9: { note: pressOnly } }),
  },
  {
    key: "ru-mfa-repost-en",
    language: "en",
    publisher: "Repost credited to the Russian Foreign Ministry",
    publishedOn: "2020-11-11",
    source: "rumfatext",
    note: "A repost on a private site was read in excerpt, up to the first half of point 6.",
    clauses: texts(5, { 2: { text: "Agdam district goes back to Azerbaijan before 20 November 2020.", differs: true, note: "“Before” the day in place of “by” the day: one day decides whether a handover on 20 November is in time." } }),
  },
  {
    key: "night-variant-en",
    language: "en",
    publisher: "News.ru, text circulated on the night of 9-10 November",
    publishedOn: "2020-11-10",
    source: "newsru_draft",
    note: "Not the text that the signatories published. Only its point 2 is held, because it differs.",
    clauses: [
      { number: 2, text: "Agdam district and the territory held by the Armenian side in Gazakh district go back to Azerbaijan by 20 November 2020.", differs: true, note: "Gazakh district stands in this variant only. The published wordings name Agdam alone, so no duty is derived from it (discrepancy D-17)." },
    ],
  },
];

/** Clauses and wordings by agreement; the other agreements are context and carry no clauses here. */
export const textsOf: Record<string, Pick<AgreementInput, "clauses" | "textVersions">> = {
  "AGR-2020-11-10": { clauses: Object.entries(clauseTitles).map(([number, title]) => ({ number: Number(number), title })), textVersions },
};

/** The instrument graph, as far as the files support it. */
export const linksOf: Record<string, AgreementInput["links"]> = {
  "AGR-1994-05-12": [{ to: "AGR-1994-05-05", relation: "FOLLOWS", note: "The protocol asked for a truce; this text set it." }],
  "AGR-2020-10-18": [{ to: "AGR-2020-10-10", relation: "FOLLOWS", note: "Second truce of October 2020." }],
  "AGR-2020-10-26": [{ to: "AGR-2020-10-18", relation: "FOLLOWS", note: "Third truce of October 2020." }],
  "AGR-2020-11-10": [{ to: "AGR-2020-10-30", relation: "FOLLOWS", note: "The files call the Geneva understanding overtaken by the November statement; neither text says so." }],
  "AGR-2020-11-11": [{ to: "AGR-2020-11-10", relation: "IMPLEMENTS", note: "Point 5. Turkey, which the statement does not name, is a signatory here." }],
  "AGR-2021-01-11": [{ to: "AGR-2020-11-10", relation: "FOLLOWS", note: "Point 9. It calls the parent text the statement of 9 November 2020." }],
  "AGR-2022-10-31": [
    { to: "AGR-2020-11-10", relation: "RESTATES", note: "Restates the earlier trilateral texts." },
    { to: "AGR-2021-01-11", relation: "RESTATES", note: "Restates the earlier trilateral texts." },
  ],
  "AGR-SY-2018-09-17": [{ to: "AGR-SY-2017-05-04", relation: "FOLLOWS", note: null }],
  "AGR-SY-2020-03-05": [
    { to: "AGR-SY-2018-09-17", relation: "SUPERSEDES", note: "By the status in the files." },
    { to: "AGR-SY-2017-05-04", relation: "FOLLOWS", note: "Recites the date of the memorandum." },
  ],
};

/** The files describe zones in words; the product keeps their IANA names. UTC+4 is the time of Baku and of Yerevan: neither is picked. */
export const zoneOf: Record<string, string> = {
  "Moscow summer time, UTC+4": "Europe/Moscow",
  "Moscow, UTC+3 (01:00 in Baku and Yerevan)": "Europe/Moscow",
  "UTC+4": "Etc/GMT-4",
  "UTC+4 (Baku/Yerevan)": "Etc/GMT-4",
  "assumed Damascus, UTC+2 (the text names no zone; Moscow or Ankara time would give 21:01Z)": "Asia/Damascus",
};
