// The words of the files beside the codes of the taxonomy, with the reason where the nearest code is not obvious.
import type { IncidentType } from "@/lib/codelists/incident-type";

type TypeRow = { code: IncidentType; why: string | null };

export const incidentTypeOf: Record<string, TypeRow> = {
  shooting: { code: "CH01", why: null },
  "small-arms attack": { code: "CH01", why: null },
  "ground clash": { code: "CH08", why: null },
  "ground clash and drone strikes": { code: "CH08", why: "Both sides fought on the ground; the drones are said in the text." },
  "ground clash and shelling": { code: "CH08", why: "Both sides fought on the ground; the shelling is said in the text." },
  "ground attack": { code: "CH09", why: null },
  "large-scale operation": { code: "CH09", why: "Strikes and ground moves against positions; the taxonomy has no code of its own for an operation." },
  "grenade attack": { code: "CH09", why: "An attempt on a military post by one person." },
  "mortar and small-arms fire": { code: "CH04", why: "The heavier weapon decides." },
  "shelling and drone fire": { code: "CH04", why: "Named first; the drones are said in the text." },
  "artillery and drone strike": { code: "CH04", why: "Named first; the drones are said in the text." },
  shelling: { code: "CH04", why: null },
  "drone strike": { code: "CH06", why: null },
  "mine or unexploded ordnance": { code: "CH11", why: null },
  "position advance": { code: "PO01", why: null },
  fortification: { code: "PO02", why: null },
  "troop presence": { code: "PO03", why: null },
  minelaying: { code: "PO07", why: null },
  "shooting of a civilian": { code: "CV01", why: null },
  "shooting of civilians": { code: "CV01", why: null },
  "shooting near civilians": { code: "CV01", why: null },
  "killing of a civilian": { code: "CV01", why: "The nearest code for violence against a civilian; how he died is disputed." },
  detention: { code: "CV03", why: null },
  "armed pressure": { code: "CV04", why: null },
  "utility disruption": { code: "CV06", why: null },
  "satellite navigation interference": { code: "CV06", why: "The nearest code: a service that civilians rely on is cut. Not AC06, which is for monitors that are jammed: the aircraft were none." },
  "corridor obstruction": { code: "AC01", why: null },
  checkpoint: { code: "AC03", why: null },
  capture: { code: "DT02", why: null },
  "attack on peacekeepers": { code: "PK03", why: null },
};

/** Single records whose text says more than their type word. */
const typeOfRecord: Record<string, TypeRow> = {
  "IN-015": { code: "CH02", why: "The text speaks of a sniper." },
  "IN-021": { code: "CH02", why: "The text speaks of a sniper." },
  "IN-054": { code: "AC04", why: "Red Cross transfers and peacekeeper cargo were turned back." },
  "IN-058": { code: "AC04", why: "ICRC vehicles were stopped." },
  "IN-059": { code: "AC04", why: "A convoy with aid was held." },
};

/** The code of a record. Throws on a word that no row maps. */
export function incidentType(id: string, word: string): TypeRow {
  const row = typeOfRecord[id] ?? incidentTypeOf[word];
  if (!row) throw new Error(`no incident type for "${word}" (${id}): add it to prisma/seed/tables/incident-types.ts`);
  return row;
}
