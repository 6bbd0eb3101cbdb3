// Who could observe what, and when. PARTIAL throughout: posts were reported at a few dozen points, and no page read says
// what could be seen from them. A row says where an observer stood, not what it told.
import type { ObligationInput } from "@/lib/agreements/schema";

type Row = ObligationInput["coverage"][number];

// The posts are on record from the day on which their number was first told (MS-008); of the five days before, no page read
// says who could have seen anything.
const postsTold = "2020-11-15";
const leavingTold = "2024-04-17";
const contingentGone = "2024-06-12";

const gone: Row = { observer: "RU_MOD", fromOn: contingentGone, toOn: null, level: "NONE", restriction: "NO_PRESENCE", note: "Azerbaijan reported on 12 June 2024 that the contingent had left. No later observer is on record.", source: "afp1306" };
const leaving: Row = { observer: "RU_MOD", fromOn: leavingTold, toOn: "2024-06-11", level: "PARTIAL", restriction: null, note: "The contingent was leaving; no page read says which posts stood until when.", source: "tass1704" };

const peacekeepers = (note: string): Row[] => [{ observer: "RU_MOD", fromOn: postsTold, toOn: "2024-04-16", level: "PARTIAL", restriction: null, note, source: "tass1511" }, leaving, gone];

/** On the corridor the peacekeepers' own cargo was turned back from 15 June 2023 on (IN-054). */
const onCorridor = (note: string): Row[] => [
  { observer: "RU_MOD", fromOn: postsTold, toOn: "2023-06-14", level: "PARTIAL", restriction: null, note, source: "tass1511" },
  { observer: "RU_MOD", fromOn: "2023-06-15", toOn: "2024-04-16", level: "PARTIAL", restriction: "CONDITIONAL", note: "Peacekeeper cargo was reported turned back from 15 June 2023 on.", source: "media1606" },
  leaving,
  gone,
];

/** A count of the force is its own: it is told here who could count, and a count still has to be made. */
const ownCount: Row[] = [
  { observer: "RU_MOD", fromOn: "2020-11-13", toOn: "2024-06-11", level: "PARTIAL", restriction: null, note: "The force counts itself; no page read names anybody else who could count it, and no count after November 2020.", source: "soldat1311" },
  gone,
];

const jointCentre: Row = { observer: "JOINT_CENTRE", fromOn: "2021-01-30", toOn: "2024-04-25", level: "PARTIAL", restriction: null, note: "From Agdam district, with drones and other data; closing ceremony on 26 April 2024.", source: "hye3001" };

const onLine = "Observation posts along the contact line: 18 by 15 November, 23 by 20 November 2020, 27 in January 2021.";
const ownPresence = "The observer owes the duty itself: what is covered here is its own presence, which both sides could see.";

export const coverageOf: Record<string, Row[]> = {
  "NK2020-1a": [...peacekeepers(onLine), jointCentre],
  "NK2020-1b": [...peacekeepers(onLine), jointCentre],
  "NK2020-3a": peacekeepers(ownPresence),
  "NK2020-3b": ownCount,
  "NK2020-3c": ownCount,
  "NK2020-3d": ownCount,
  "NK2020-4b": peacekeepers(ownPresence),
  // Signatories could tell of a notice from the day on which the statement took effect: no post is needed to see one.
  "NK2020-4c": [{ observer: "RU", fromOn: "2020-11-10", toOn: null, level: "PARTIAL", restriction: null, note: "A notice would be a public act between signatories; no depositary is named, so nobody is bound to publish it.", source: "ampm" }],
  "NK2020-6c": onCorridor(ownPresence),
  "NK2020-6d": peacekeepers("Seven temporary posts on the corridor by 15 November 2020."),
  "NK2020-6g": onCorridor("Seven temporary posts on the corridor by 15 November 2020."),
};
