import type { ImportReferences } from "./plan";
import { finding, type Finding, type Reading } from "./reason";
import { isNullToken, sameName } from "./text";

type Speaker = ImportReferences["speakers"][number];

/** Speakers by every way of writing them, made once for a run. */
export type SpeakerBook = {
  readonly find: (text: string) => Speaker | undefined;
  /** Whether a person said that this name is left out. */
  readonly isLeftOut: (text: string) => boolean;
  readonly parties: readonly Speaker[];
  /** The one that stands for nobody named. */
  readonly unnamed: string | undefined;
};

export const unnamedSpeaker = "UNKNOWN";

/** `chosen` holds what a person said that names of the file stand for. */
export function speakerBook(speakers: ImportReferences["speakers"], chosen: Readonly<Record<string, string | null>> = {}): SpeakerBook {
  const known = new Map(speakers.flatMap((speaker) => [[sameName(speaker.code), speaker] as const, [sameName(speaker.name), speaker] as const]));
  const choices = Object.entries(chosen);
  for (const [name, code] of choices) {
    const speaker = code === null ? undefined : speakers.find((one) => one.code === code);
    if (speaker) known.set(sameName(name), speaker);
  }
  const leftOut = new Set(choices.filter(([, code]) => code === null).map(([name]) => sameName(name)));
  return {
    find: (text) => known.get(sameName(text)),
    isLeftOut: (text) => leftOut.size > 0 && leftOut.has(sameName(text)),
    parties: speakers.filter((speaker) => speaker.isParty),
    unnamed: speakers.find((speaker) => speaker.code === unnamedSpeaker)?.code,
  };
}

/** Several names in one cell, as our exports join them. A comma parts them only where the whole is nobody's name. */
function namesIn(text: string, book: SpeakerBook): string[] {
  const parts = text.split(/[;|\n]/).flatMap((part) => (book.find(part) === undefined && part.includes(",") ? part.split(",") : [part]));
  return parts.map((part) => part.trim()).filter((part) => part !== "" && !isNullToken(part) && !book.isLeftOut(part));
}

type Wanted = { readonly code: "unknown_speaker" | "unknown_party"; readonly admits: (speaker: Speaker) => boolean; readonly among: string };

/** The speakers that a cell names, each once. A name that is nobody's is left out and held. */
export function readSpeakers(text: string, book: SpeakerBook): Reading<readonly string[]> {
  return readNames(text, book, { code: "unknown_speaker", admits: () => true, among: "no speaker on file" });
}

/** The sides that a cell accuses, each once. */
export function readParties(text: string, book: SpeakerBook): Reading<readonly string[]> {
  const parties = book.parties.map((party) => party.code).join(", ");
  return readNames(text, book, { code: "unknown_party", admits: (speaker) => speaker.isParty, among: `no side that a claim can be made against; there are ${parties}` });
}

function readNames(text: string, book: SpeakerBook, { code, admits, among }: Wanted): Reading<readonly string[]> {
  const codes: string[] = [];
  const found: Finding[] = [];
  for (const name of text === "" ? [] : namesIn(text, book)) {
    const speaker = book.find(name);
    if (speaker === undefined || !admits(speaker)) found.push(finding(code, `“${name.slice(0, 80)}” is ${among}.`));
    else if (!codes.includes(speaker.code)) codes.push(speaker.code);
  }
  return { value: codes, found };
}

/** Data sets name people as well as sides; these accuse nobody and are accused by nobody. */
const people = /^(?:civilians|protesters|rioters|refugees|prisoners|labour group|journalists|aid workers|health workers)\b/i;
/** Names in data sets that the register of speakers does not carry. */
const aliases: readonly (readonly [RegExp, string])[] = [[/\b(?:artsakh|karabakh)\b/i, "NK"], [/\bazerbaijan/i, "AZ"], [/\barmenia/i, "AM"], [/\brussia/i, "RU"], [/\bunidentified\b/i, unnamedSpeaker]];

/**
 * The side that an actor of a data set stands for: `Military Forces of Azerbaijan (2003-)` is Azerbaijan. Undefined for people who are
 * no side. The country in brackets behind people and unidentified groups says where, not who.
 */
export function partyOfActor(name: string, book: SpeakerBook): { readonly party: string | undefined; readonly isKnown: boolean } {
  if (name === "" || people.test(name) || book.isLeftOut(name)) return { party: undefined, isKnown: true };
  const written = book.find(name);
  if (written?.isParty) return { party: written.code, isKnown: true };
  const own = name.replaceAll(/\([^)]*\)/g, "");
  const codes = new Set(aliases.filter(([pattern]) => pattern.test(own)).map(([, code]) => code));
  const [code] = codes.size === 1 || codes.has("NK") ? [codes.has("NK") ? "NK" : [...codes][0]] : [];
  const party = book.parties.find((speaker) => speaker.code === code)?.code;
  return { party, isKnown: party !== undefined };
}
