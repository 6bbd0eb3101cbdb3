import type { Vocabulary } from "../domain/columns";
import type { Content } from "../domain/incident";
import type { ImportFormat } from "../domain/plan";
import type { OpenRecord } from "../domain/record";
import type { Run } from "../domain/run";
import { acledContent, acledVocabulary } from "./acled/domain";
import { geojsonContent, geometryHeader } from "./geojson/domain";
import { hxlVocabulary } from "./hxl/domain";
import { truceVocabulary } from "./truce/columns/domain";
import { truceContent } from "./truce/domain";
import { ucdpContent, ucdpVocabulary } from "./ucdp/domain";

const geojsonVocabulary: Vocabulary = {
  ...truceVocabulary,
  columns: [...truceVocabulary.columns, geometryHeader],
  required: [["event_date"], ["event_type"]],
};

/** What each format's columns are called, and what is made of one of its records. */
export const formats: Record<ImportFormat, { readonly vocabulary: Vocabulary; readonly content: (record: OpenRecord, run: Run) => Content }> = {
  truce: { vocabulary: truceVocabulary, content: truceContent },
  acled: { vocabulary: acledVocabulary, content: acledContent },
  ucdp: { vocabulary: ucdpVocabulary, content: ucdpContent },
  hxl: { vocabulary: hxlVocabulary, content: truceContent },
  geojson: { vocabulary: geojsonVocabulary, content: geojsonContent },
};

/** The columns that a header of a file may be read as: what a person chooses among. */
export const columnsOf = (format: ImportFormat): readonly string[] => formats[format].vocabulary.columns;
