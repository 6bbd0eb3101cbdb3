import { db } from "@/lib/db/client";
import type { SourceItem } from "@/lib/sources/domain";
import type { IncidentView } from "../domain/record";

export type SourceLine = Pick<SourceItem, "id" | "publisher" | "title" | "publishedOn" | "url" | "basis" | "kind">;

/** What the codes and ids in a record are called. */
export type RecordNames = { speakers: Map<string, string>; units: Map<string, string>; obligations: Map<string, string>; sources: Map<number, SourceLine> };

/** Codes and ids that want a name. */
export type Mentions = { speakers: string[]; units: string[]; obligations: string[]; sources: number[] };

/** The names of what the view mentions, and of nothing that it withholds. */
export function namesIn(view: IncidentView): Promise<RecordNames> {
  const speakers = [...view.claims.flatMap((claim) => [claim.speaker, claim.against]), ...view.casualties.map((row) => row.countedBy)].filter((code) => code !== null);
  const sources = [...[...view.claims, ...view.casualties].map((row) => row.source), ...view.sources].filter((id) => id !== null);
  return namesOfMentions({ speakers, units: view.place.unit === null ? [] : [view.place.unit], obligations: view.obligations.map((link) => link.code), sources });
}

/** The names of these codes and ids; what nothing bears has none. */
export async function namesOfMentions(mentions: Mentions): Promise<RecordNames> {
  const [speakers, units, obligations, sources] = await Promise.all([
    db().speaker.findMany({ where: { code: { in: mentions.speakers } }, select: { code: true, name: true } }),
    db().unit.findMany({ where: { code: { in: mentions.units } }, select: { code: true, name: true } }),
    db().obligation.findMany({ where: { code: { in: mentions.obligations } }, select: { code: true, title: true } }),
    db().source.findMany({ where: { id: { in: mentions.sources } }, select: { id: true, publisher: true, title: true, publishedOn: true, url: true, basis: true, kind: true } }),
  ]);
  return {
    speakers: new Map(speakers.map((row) => [row.code, row.name])),
    units: new Map(units.map((row) => [row.code, row.name])),
    obligations: new Map(obligations.map((row) => [row.code, row.title])),
    sources: new Map(sources.map((row) => [row.id, row])),
  };
}

/** Everybody who may be asked to decide: reviewers in office, without the accounts that act for the product. */
export const reviewersInOffice = (): Promise<{ id: number; name: string }[]> =>
  db().user.findMany({ where: { role: "REVIEWER", disabledAt: null, isSystem: false }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 200 });

/** Who wrote, last edited and took up a record, by name. */
export async function staffNames(ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const rows = await db().user.findMany({ where: { id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}
