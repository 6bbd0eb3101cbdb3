import { sourceInput, speakerInput } from "@/lib/sources/schema";
import { registerSource, registerSpeaker } from "@/lib/sources/service";
import type { Reference, SourceRow } from "../files";
import { sourceFacts } from "../tables/sources";
import { speakers } from "../tables/speakers";
import { type Loading, loadMissing } from "./loading";
import { present } from "./present";

/** The source as the service takes it. */
export const sourceInputOf = (row: SourceRow) =>
  sourceInput.parse({ key: row.key, publisher: row.publisher, title: row.title, publishedOn: row.date, url: row.url, basis: row.basis, ...sourceFacts(row.key, row.publisher) });

export const loadSpeakers = async ({ importer, now }: Loading): Promise<number> =>
  loadMissing(speakers, { keyOf: (row) => row.code, present: await present.speakers(), load: (row) => registerSpeaker(importer, speakerInput.parse(row), now) });

export const loadSources = async ({ importer, now }: Loading, { sources }: Reference): Promise<number> =>
  loadMissing(sources, { keyOf: (row) => row.key, present: await present.sources(), load: (row) => registerSource(importer, sourceInputOf(row), now) });
