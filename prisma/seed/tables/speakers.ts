// Who speaks in the reference data. Speakers of one root group never corroborate each other: a ministry and its
// government, or Armenia and the Nagorno-Karabakh authorities, are one voice for that purpose.
import type { SpeakerInput } from "@/lib/sources/schema";

type Row = [code: string, name: string, side: string | null, rootGroup: string, kind: SpeakerInput["kind"], isParty?: true];

const rows: Row[] = [
  ["AZ", "Azerbaijan", "AZ", "AZ", "PARTY", true],
  ["AZ_MOD", "Azerbaijani Defence Ministry", "AZ", "AZ", "PARTY"],
  ["AZ_PROSECUTOR", "Azerbaijani Prosecutor General", "AZ", "AZ", "PARTY"],
  ["AM", "Armenia", "AM", "AM_NK", "PARTY", true],
  ["AM_MOD", "Armenian Defence Ministry", "AM", "AM_NK", "PARTY"],
  ["AM_OMBUDSMAN", "Armenian human rights ombudsman", "AM", "AM_NK", "PARTY"],
  ["AM_MEDIA", "Armenian media", "AM", "AM_NK", "MEDIA"],
  ["NK", "Nagorno-Karabakh de facto authorities", "NK", "AM_NK", "PARTY", true],
  // Accused as armed groups, without the authorities being named: a party to accuse, not a voice of its own.
  ["NK_ARMED", "Local Armenian armed groups (as named by the accuser)", "NK", "AM_NK", "PARTY", true],
  ["AM_OR_NK", "Armenian or local Armenian side (not told apart)", "AM_OR_NK", "AM_NK", "PARTY", true],
  ["RU", "Russia", "RU", "RU", "GUARANTOR", true],
  ["RU_MOD", "Russian Defence Ministry", "RU", "RU", "GUARANTOR"],
  ["RU_MFA", "Russian Foreign Ministry", "RU", "RU", "GUARANTOR"],
  // Half of its staff is Russian: it does not corroborate the peacekeepers' bulletins.
  ["JOINT_CENTRE", "Russian-Turkish joint monitoring centre", null, "RU", "MONITOR"],
  ["TR", "Turkey", null, "TR", "OTHER"],
  ["US", "United States", null, "US", "OTHER"],
  ["EU", "European Union", null, "EU", "INTERNATIONAL"],
  ["GE", "Georgia", null, "GE", "OTHER"],
  ["ICJ", "International Court of Justice", null, "ICJ", "COURT"],
  ["ICRC", "International Committee of the Red Cross", null, "ICRC", "INTERNATIONAL"],
  ["UN", "United Nations", null, "UN", "INTERNATIONAL"],
  ["UNHCR", "UNHCR", null, "UN", "INTERNATIONAL"],
  ["OSCE", "OSCE", null, "OSCE", "INTERNATIONAL"],
  // Data sets that imports bring in: they assess reports and never raise a level.
  ["ACLED", "ACLED (data set)", null, "ACLED", "OTHER"],
  ["UCDP", "UCDP (data set)", null, "UCDP", "OTHER"],
  ["UNKNOWN", "Not known", null, "UNKNOWN", "OTHER", true],
];

export const speakers: SpeakerInput[] = rows.map(([code, name, side, rootGroup, kind, isParty]) => ({ code, name, side, rootGroup, kind, isParty: isParty ?? false }));

/** Every way in which the files name a speaker. A remark in brackets after the name is kept in the record's text. */
const speakerOfName: Record<string, string> = {
  Azerbaijan: "AZ",
  "Azerbaijani Defence Ministry": "AZ_MOD",
  "Azerbaijani Prosecutor General": "AZ_PROSECUTOR",
  Armenia: "AM",
  "Armenian Defence Ministry": "AM_MOD",
  "Armenian human rights ombudsman": "AM_OMBUDSMAN",
  "Armenian media": "AM_MEDIA",
  "Nagorno-Karabakh de facto authorities": "NK",
  Russia: "RU",
  "Russian Defence Ministry": "RU_MOD",
  "Russian Foreign Ministry source": "RU_MFA",
  "Russian Foreign Ministry": "RU_MFA",
  Turkey: "TR",
  "United States": "US",
  EU: "EU",
  Georgia: "GE",
  "International Court of Justice": "ICJ",
  ICRC: "ICRC",
  "United Nations": "UN",
  "UN inter-agency group": "UN",
  UNHCR: "UNHCR",
  OSCE: "OSCE",
};

/** The name without its remark, and the remark. */
export function splitRemark(name: string): { name: string; remark: string | null } {
  const match = /^(.*?) \((.*)\)$/.exec(name);
  return match?.[1] !== undefined && match[2] !== undefined ? { name: match[1], remark: match[2] } : { name, remark: null };
}

/** The code of a speaker as the files name it. Throws on a name that no row maps: the table is then incomplete. */
export function speakerCode(name: string): string {
  const code = speakerOfName[splitRemark(name).name];
  if (code === undefined) throw new Error(`no speaker code for "${name}": add it to prisma/seed/tables/speakers.ts`);
  return code;
}

/** Whom an accusation is against, by the words of `alleged_party`; null where no side is named. */
const accusedOf: Record<string, string | null> = {
  Azerbaijan: "AZ",
  Armenia: "AM",
  "Armenia (minelaying)": "AM",
  "local Armenian armed groups": "NK_ARMED",
  "Armenian or local Armenian armed group": "AM_OR_NK",
  // A person, not a side.
  "a resident of Nagorno-Karabakh": null,
  "Azerbaijan (five) and unknown local fighters (one), by the Azerbaijani inquiry": "AZ",
};

export const mutualAccusation = "each accuses the other";

/** The side that the files name as accused; null where they name none. A mutual accusation is read from the claims. */
export function accusedSide(allegedParty: string | null): string | null {
  if (allegedParty === null || allegedParty === mutualAccusation) return null;
  const accused = accusedOf[allegedParty];
  if (accused === undefined) throw new Error(`no accused side for "${allegedParty}": add it to prisma/seed/tables/speakers.ts`);
  return accused;
}
