import { aClaim } from "./claims";
import { finding } from "./reason";
import type { OpenRecord } from "./record";
import type { ImportedIncident, ImportedSource } from "./row";
import type { Run } from "./run";
import { partyOfActor } from "./speaker";

/** The columns in which a data set names who took part, and the one that it holds to have acted, where it holds so. */
export type DatasetActors = { readonly dataset: "ACLED" | "UCDP"; readonly columns: readonly [string, string]; readonly accused: string | null };

/**
 * What a data set says of a record: one assessment, never a finding and never an allegation. It is against a side only where the data
 * set itself holds one side to have acted. An actor that stands for no side on file is held: choose once for the whole file.
 */
export function assessmentsOf(record: OpenRecord, run: Run, { actors, source }: { actors: DatasetActors; source: ImportedSource | null }): ImportedIncident["claims"] {
  const sides = actors.columns.map((column) => ({ column, ...partyOfActor(record.text(column), run.book) }));
  for (const { column, isKnown } of sides) {
    if (!isKnown) record.say(column, finding("unknown_actor", `“${record.text(column).slice(0, 80)}” stands for no side on file; choose one for every record that names it, or leave it out.`));
  }
  const speaker = run.book.find(actors.dataset);
  if (speaker === undefined) {
    record.say(null, finding("dataset_speaker_missing", `There is no speaker ${actors.dataset} on file, so the ledger gets no line; the data set is named as the restriction and the source.`));
    return [];
  }
  const against = sides.find(({ column }) => column === actors.accused)?.party ?? null;
  return [aClaim({ stance: "ASSESSED_BY", speaker: speaker.code, against }, { source })];
}
