import type { ProtectedField } from "@/lib/codelists/protected-field";

/** What the form holds: text as typed, in the names of the record's JSON. Empty parts are absent. */
export type ClaimValues = { stance?: string | undefined; speaker?: string | undefined; against?: string | undefined; statedOn?: string | undefined; source?: string | undefined; quote?: string | undefined; locator?: string | undefined; credibility?: string | undefined };
export type CasualtyValues = { outcome?: string | undefined; status?: string | undefined; side?: string | undefined; low?: string | undefined; best?: string | undefined; high?: string | undefined; orderFlagged?: string | undefined; source?: string | undefined };
export type ObligationValues = { code?: string | undefined; relation?: string | undefined };
export type OccurredValues = { start?: string | undefined; end?: string | undefined; time?: string | undefined; zone?: string | undefined; precision?: string | undefined };
export type PlaceValues = { name?: string | undefined; unit?: string | undefined; lat?: string | undefined; lon?: string | undefined; precision?: string | undefined };

export type ProtectionValues = { [field in ProtectedField]?: string | undefined };

export type IncidentFormValues = {
  type?: string | undefined;
  title?: string | undefined;
  narrative?: string | undefined;
  occurred?: OccurredValues | undefined;
  place?: PlaceValues | undefined;
  obligations?: ObligationValues[] | undefined;
  claims?: ClaimValues[] | undefined;
  casualties?: CasualtyValues[] | undefined;
  sources?: (string | undefined)[] | undefined;
  severity?: string | undefined;
  sensitivity?: string | undefined;
  protectedFields?: ProtectionValues | undefined;
  /** Not edited in this form; carried along so that saving does not lose them. */
  externalId?: string | undefined;
  observations?: Record<string, string | undefined>[] | undefined;
};

/** What a new record starts with. */
export const blankForm: IncidentFormValues = {
  occurred: { zone: "Asia/Baku", precision: "T4_DAY" },
  place: { precision: "L2_SETTLEMENT" },
  claims: [{ stance: "ALLEGED_BY" }],
  sensitivity: "S0_PUBLIC",
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every value by its name in the form (`claims[0].speaker`); empty ones are left out. */
export function flattened(values: unknown, prefix = ""): Map<string, string> {
  if (values === undefined || values === null || values === "") return new Map();
  if (Array.isArray(values)) return new Map(values.flatMap((value, index) => [...flattened(value, `${prefix}[${index}]`)]));
  if (typeof values === "string" || typeof values === "number" || typeof values === "boolean") return new Map([[prefix, String(values)]]);
  if (!isRecord(values)) return new Map();
  return new Map(Object.entries(values).flatMap(([key, value]) => [...flattened(value, prefix === "" ? key : `${prefix}.${key}`)]));
}
