import type { IncidentType } from "@/lib/codelists/incident-type";
import { finding, plainly, saying, type Reading } from "../../../domain/reason";

/**
 * ACLED's sub-events and, of its older files, events, by our types (domain page, 2.1). The first is what is proposed. Most fit several,
 * as ACLED does not tell a sniper from a raid: only where there is one is it taken without asking.
 */
const typesOf: Record<string, readonly IncidentType[]> = {
  "armed clash": ["CH08", "CH01", "CH02", "CH03", "CH09", "CH12"],
  "government regains territory": ["CH09"],
  "non-state actor overtakes territory": ["CH09"],
  "shelling/artillery/missile attack": ["CH04", "CH05", "CH07"],
  "air/drone strike": ["CH06", "CH07"],
  "remote explosive/landmine/ied": ["CH11"],
  "suicide bomb": ["CH11"],
  grenade: ["CH01", "CH11"],
  "chemical weapon": ["CH04", "CH05"],
  attack: ["CV01", "DT05"],
  "abduction/forced disappearance": ["CV03", "DT02"],
  "sexual violence": ["DT05"],
  arrests: ["CV03", "DT02", "DT03"],
  "looting/property destruction": ["CV02", "CV05"],
  "disrupted weapons use": ["CH13", "CH11"],
  "headquarters or base established": ["PO01", "PK02", "AC03"],
  "non-violent transfer of territory": ["TE01", "PO01"],
  agreement: ["IN01", "TE03", "TR01", "PK04"],
  "change to group/activity": ["PO04"],
  "peaceful protest": ["AC01"],
  "protest with intervention": ["AC01"],
  other: ["PO02", "PO03", "PO04", "PO07", "CV04", "CV06", "AC02", "AC04", "AC06", "DT01"],
  // Events of the files before sub-events.
  "battle-no change of territory": ["CH08", "CH01", "CH02"],
  "battle-government regains territory": ["CH09"],
  "battle-non-state actor overtakes territory": ["CH09"],
  "remote violence": ["CH04", "CH05", "CH06", "CH11"],
  "violence against civilians": ["CV01", "CV03"],
  "strategic development": ["PO01", "PO03", "IN01"],
  "non-violent activity by a conflict actor": ["PO04", "PO01"],
};

/** Our type for what ACLED calls it. Where several fit, the first is proposed and a person chooses, once for the whole file. */
export function typeOfAcled(subEvent: string): Reading<IncidentType | null> {
  const known = subEvent.toLowerCase();
  const [first, ...others] = Object.hasOwn(typesOf, known) ? (typesOf[known] ?? []) : [];
  if (first === undefined) return saying(null, finding(subEvent === "" ? "missing_event_type" : "unknown_event_type", `“${subEvent.slice(0, 80)}” is no sub-event that the product knows.`));
  return others.length === 0 ? plainly(first) : saying(first, finding("type_needs_choice", `“${subEvent}” may be ${[first, ...others].join(", ")}; choose one for every record that says so.`, first));
}
