import type { SpeakerKind } from "@/lib/codelists/speaker-kind";

/** What made-up records stand on: only what is on file already. Every list has at least one entry, reviewers at least three. */
export type SynthWorld = {
  readonly authors: readonly { id: number; teamId: number }[];
  readonly reviewers: readonly number[];
  /** In the order of their codes, as the database names them. */
  readonly sides: readonly SynthSpeaker[];
  readonly voices: readonly SynthSpeaker[];
  readonly duties: readonly SynthDuty[];
  readonly units: readonly string[];
  readonly places: readonly SynthPlace[];
  /** The first and the last number of the sources made for this load. */
  readonly sources: { readonly first: number; readonly last: number };
};

export type SynthSpeaker = { code: string; name: string; side: string | null; rootGroup: string; kind: SpeakerKind };
export type SynthDuty = { id: number; code: string; beneficiarySides: readonly string[]; boundSides: readonly string[] };
export type SynthPlace = { id: number; label: string; forms: readonly string[]; unit: string | null; lat: number; lon: number };

/** The first and the last day on which a made-up record happens: six years from the day after the statement took force. */
export const synthDays = { first: "2020-11-10", count: 2181 } as const;
