import { Feed } from "feed";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { locationPrecisionLabel } from "@/lib/codelists/location-precision";
import { publicChangeLabel } from "@/lib/codelists/public-change";
import { timePrecisionLabel } from "@/lib/codelists/time-precision";
import { verificationLabel } from "@/lib/codelists/verification";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { feedTitle, noticeSentence, type ToldChange } from "./domain";

/** The change feed: one JSON object a line. */
export const changesNdjson = (changes: readonly ToldChange[]): string => changes.map(({ sentence: _generated, ...change }) => `${JSON.stringify(change)}\n`).join("");

type Site = { /** Where people open the product, without a slash at the end. */ readonly base: string; /** The feed's own address. */ readonly self: string };

/** The changed records as an Atom feed (RFC 4287), as the reader may have them. Ids stay the same wherever the product is served. */
export function incidentsAtom(changes: readonly ToldChange[], { base, self }: Site): string {
  const feed = new Feed({
    id: "urn:truce-ledger:feed:incidents",
    title: "Truce Ledger: incidents",
    description: "Published records, and what became of them. A record is what was said and by whom, not a fact by itself.",
    link: `${base}/incidents`,
    feedLinks: { atom: self },
    author: { name: "Truce Ledger" },
    generator: "Truce Ledger",
    // Without an entry nothing was ever updated; a feed has to name an instant all the same.
    updated: new Date(changes[0]?.at ?? 0),
  });
  for (const change of changes) feed.addItem(entryOf(change, base));
  return feed.atom1();
}

function entryOf(change: ToldChange, base: string): Parameters<Feed["addItem"]>[0] {
  const { id, record } = change;
  const terms = new Set([record.type, record.verification, record.workflow, change.change]);
  return {
    id: `urn:truce-ledger:incident:${id}`,
    title: html(feedTitle(record)),
    link: `${base}/incidents/${id}`,
    date: new Date(change.at),
    content: contentOf(change, base),
    category: [...terms].map((term) => ({ name: term, term })),
  };
}

function contentOf({ change, at, record, notice, request, sentence }: ToldChange, base: string): string {
  const told = noticeSentence(record);
  const replacement = notice?.replacedBy === undefined || notice.replacedBy === null ? "" : ` <a href="${html(`${base}/incidents/${notice.replacedBy}`)}">Read the record that stands in its place</a>.`;
  const paragraphs = [
    told === undefined ? undefined : `<strong>${html(told)}</strong>${replacement}`,
    html(`${record.reference} · ${record.type} ${incidentTypeLabel(record.type)} · ${whenOf(record)} · ${whereOf(record)} · ${verificationLabel(record.verification)}`),
    html(sentence),
    record.withheld.length === 0 ? undefined : html("Parts of this record are protected and withheld here."),
    record.isDemonstration ? "Demonstration data compiled from excerpts of public pages." : undefined,
    request === null ? undefined : html(`${request.reference}${request.outcome === null ? "" : `: ${request.outcome}`}`),
    html(`${publicChangeLabel(change)} on ${at.slice(0, 10)} (UTC), version ${record.version}.`),
  ];
  return paragraphs.filter((text) => text !== undefined).map((text) => `<p>${text}</p>`).join("");
}

const whenOf = ({ occurred: { start, end, precision } }: IncidentView): string => `${end === null ? start : `${start} to ${end}`} (${timePrecisionLabel(precision)})`;
const whereOf = ({ place: { name, precision }, withheld }: IncidentView): string =>
  `${withheld.includes("place") ? "place withheld" : (name ?? "no place named")} (${locationPrecisionLabel(precision)})`;

/** Text as HTML within XML: what either would read as a sign of its own is escaped, and what XML 1.0 can't hold is left out. */
const html = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
