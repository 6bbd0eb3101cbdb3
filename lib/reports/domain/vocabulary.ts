import type { SourceRow } from "./document";

/** A source as a report lists it, with the key of the one that it relays in the end: its own where it relays none. */
export type SourceFacts = SourceRow & { readonly root: string };

/** What codes and numbers in records are called, on every machine alike. */
export type Vocabulary = {
  readonly speakerOf: (code: string) => string;
  readonly sourceOf: (id: number) => SourceFacts | undefined;
  readonly sourceByKey: (key: string) => SourceFacts | undefined;
  readonly unitOf: (code: string) => string;
};
