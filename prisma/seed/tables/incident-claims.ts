// What the words of the files mean for the claim ledger, record by record where a rule can't say it.
import type { Stance } from "@/lib/codelists/stance";

export type ClaimRow = { stance: Stance; speaker: string; against: string | null; source?: string; statedOn?: string };

const recorded = (against: string | null, extra: Partial<ClaimRow> = {}): ClaimRow => ({ stance: "ALLEGED_BY", speaker: "RU_MOD", against, ...extra });

/** Records of others than the two sides. A bulletin that names no side has none to be against. */
export const thirdPartyOf: Record<string, ClaimRow[]> = {
  "IN-001": [recorded(null)],
  "IN-004": [recorded(null)],
  "IN-005": [recorded(null)],
  "IN-018": [recorded("AZ")],
  "IN-020": [recorded("AZ")],
  "IN-031": [recorded("AZ")],
  "IN-032": [recorded(null)],
  "IN-033": [recorded("AZ")],
  "IN-034": [recorded("AZ")],
  // The visit of the peacekeepers and the joint centre is known from Azerbaijan's account only: not a record of theirs.
  "IN-035": [],
  "IN-038": [recorded("AZ"), { stance: "FOUND_BY", speaker: "ICJ", against: null, source: "armr2202", statedOn: "2023-02-22" }],
  "IN-042": [recorded("AZ")],
  "IN-043": [recorded(null)],
  "IN-045": [recorded("AZ")],
  "IN-048": [recorded(null)],
  // Concern voiced and an order reaffirmed are not records of the event: they stay in the narrative.
  "IN-050": [],
  "IN-063": [recorded(null, { statedOn: "2023-09-14" })],
  "IN-065": [{ stance: "ALLEGED_BY", speaker: "RU_MFA", against: null }],
  "IN-066": [recorded(null), { stance: "ADMITTED_BY", speaker: "AZ", against: "AZ" }, { stance: "ALLEGED_BY", speaker: "AZ_PROSECUTOR", against: "UNKNOWN" }],
  "IN-067": [recorded(null)],
};

type CounterRow = ClaimRow | "explanation" | "denial";

/** What a counter-claim is: an accusation in return, an explanation of what is not disputed, or a denial with other words. */
export const counterClaimOf: Record<string, CounterRow> = {
  "IN-005": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: "AM_OR_NK" },
  "IN-006": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: "AM_OR_NK" },
  "IN-008": "denial",
  "IN-009": "explanation",
  "IN-011": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: "AM" },
  "IN-022": "denial",
  "IN-024": { stance: "COUNTER_ALLEGED_BY", speaker: "NK", against: "AZ" },
  "IN-026": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: null },
  "IN-029": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: "NK_ARMED" },
  "IN-031": "denial",
  "IN-035": { stance: "COUNTER_ALLEGED_BY", speaker: "AM", against: "AZ" },
  "IN-037": "explanation",
  "IN-038": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: "RU" },
  "IN-042": "explanation",
  "IN-045": "explanation",
  "IN-050": "explanation",
  "IN-052": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: "AM" },
  "IN-057": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: "NK_ARMED" },
  "IN-058": "explanation",
  "IN-060": "explanation",
  "IN-065": { stance: "COUNTER_ALLEGED_BY", speaker: "AZ", against: "NK_ARMED" },
  "IN-069": "denial",
  "IN-070": "denial",
  "IN-071": "denial",
  "IN-072": "denial",
  "IN-074": "denial",
  "IN-076": "denial",
};

/** Where the accused side itself says that the event took place: what the files call denied is then its lawfulness. */
export const admittedBy: Record<string, string> = { "IN-050": "AZ", "IN-058": "AZ", "IN-060": "AZ", "IN-061": "AZ", "IN-065": "AZ" };

/** Days on which a claim was made, where the text of a record says so. */
export const statedOnOf: Record<string, string> = { "IN-002": "2020-12-13" };
