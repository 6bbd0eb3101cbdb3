import { incidentTypes, type IncidentType } from "@/lib/codelists/incident-type";
import { folded, likeness } from "@/lib/duplicates/domain/names";
import { finding, plainly, saying, type Reading } from "./reason";

/** Words that stand for one of our types and no other. A word that fits several is not here: it is asked. */
const words: Record<string, IncidentType> = {
  "small arms": "CH01", "small arms fire": "CH01", shooting: "CH01", shots: "CH01", gunfire: "CH01",
  sniper: "CH02", "sniper fire": "CH02",
  "heavy machine gun": "CH03", hmg: "CH03", autocannon: "CH03",
  shelling: "CH04", artillery: "CH04", "artillery fire": "CH04", mortar: "CH04", "mortar fire": "CH04", "tank fire": "CH04",
  rocket: "CH05", missile: "CH05", "rocket fire": "CH05", "missile strike": "CH05",
  drone: "CH06", "drone strike": "CH06", "uav strike": "CH06", "loitering munition": "CH06",
  "air strike": "CH07", airstrike: "CH07",
  clash: "CH08", "two way clash": "CH08", firefight: "CH08",
  "ground attack": "CH09", assault: "CH09",
  explosion: "CH10", mine: "CH11", "mine blast": "CH11", "mine explosion": "CH11", ied: "CH11", uxo: "CH11", landmine: "CH11",
  raid: "CH12", sabotage: "CH12", "shot down": "CH13",
  advance: "PO01", fortification: "PO02", "troop presence": "PO03", "troop build up": "PO04", overflight: "PO05", reconnaissance: "PO05", exercise: "PO06", "live fire exercise": "PO06", "mine laying": "PO07",
  "fire at civilians": "CV01", "property damage": "CV02", abduction: "CV03", intimidation: "CV04",
  "corridor closed": "AC01", "road closed": "AC01", "passage delayed": "AC02", checkpoint: "AC03", "convoy refused": "AC04",
  "prisoner exchange": "DT01", "prisoner release": "DT01", capture: "DT02", "remains returned": "DT04", displacement: "DP03",
};

/** A word without regard to case and signs. Its letters count: a misspelt word is proposed, not taken. */
const plainWord = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/[^\p{L}\p{N}|/]+/gu, " ").trim();

const known = new Map<string, IncidentType>([
  ...incidentTypes.flatMap(({ code, label }): [string, IncidentType][] => [[plainWord(code), code], [plainWord(label), code]]),
  ...Object.entries(words).map(([word, code]): [string, IncidentType] => [plainWord(word), code]),
]);

const closest = (word: string): { type: IncidentType; score: number } | undefined =>
  [...known].map(([other, type]) => ({ type, score: likeness(folded(word), folded(other)) })).sort((a, b) => b.score - a.score)[0];

/** From here on a known word is close enough to be proposed. */
const closeEnough = 0.6;

/** A cell of a type: a code, its label, or a word that stands for one type only. Nothing else is taken for a type; the closest is proposed. */
export function readEventType(text: string): Reading<IncidentType | null> {
  if (text === "") return saying(null, finding("missing_event_type", "The record names no type."));
  const word = plainWord(text);
  const type = known.get(word);
  if (type !== undefined) return plainly(type);
  const near = word === "" ? undefined : closest(word);
  const isNear = near !== undefined && near.score >= closeEnough;
  return saying(null, finding("unknown_event_type", `“${text.slice(0, 80)}” is no type that the product knows; choose one for every record that says so.`, isNear ? near.type : undefined));
}
