// The files join two forms of a name in either order ("the order carries no meaning"). On our pages the order is alphabetical
// throughout, so their texts are put into it before anything else reads them.

type Named = { names: { latin_azerbaijani_usage: string; latin_armenian_usage: string } };

/** Pairs that the texts join and that are no place of the list, or another form of one. */
const furtherPairs: [string, string][] = [
  ["Mkhitarashen", "Mkhitarikend"],
  ["Khojaly", "Askeran"],
  ["Kashatagh", "Berdzor"],
];

const alphabetical = new Intl.Collator("en");
/** A form without what is added to it: brackets, the kind of place. */
const bare = (form: string): string => form.replace(/\s*\(.*\)/, "").replace(/,.*/, "").replace(/ (district|region|height|area|locality|bridge)$/, "").trim();

/** Pairs of forms that stand for one place. */
export function namePairs(places: readonly Named[]): [string, string][] {
  const ofPlaces = places.map(({ names }): [string, string] => [bare(names.latin_azerbaijani_usage), bare(names.latin_armenian_usage)]);
  return [...ofPlaces, ...furtherPairs].filter(([a, b]) => a !== b);
}

/** The text with every joined pair in alphabetical order, joined by ` / `. */
export function inNameOrder(text: string, pairs: readonly [string, string][]): string {
  return pairs.reduce((done, pair) => {
    const [first, second] = pair.toSorted(alphabetical.compare);
    return done.replaceAll(new RegExp(`(?<!\\p{L})(?:${first} ?/ ?${second}|${second} ?/ ?${first})(?!\\p{L})`, "gu"), `${first} / ${second}`);
  }, text);
}
