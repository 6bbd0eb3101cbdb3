import { z } from "zod";
import { oneOf, textField } from "@/lib/codelists/code-schema";
import { placeUsageCodes } from "@/lib/codelists/place-usage";
import { confidenceCodes } from "@/lib/codelists/source-basis";

export const placeKindCodes = ["DISTRICT", "AUTONOMOUS_REPUBLIC", "CITY", "TOWN", "VILLAGE", "SETTLEMENT", "FEATURE"] as const;

export const unitInput = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}-\d+$/, { error: (issue) => `${JSON.stringify(issue.input)} is not the code of a basemap unit, such as AZE-1682.` }),
  iso: z.string().nullable(),
  name: textField,
  local: z.string().nullable(),
  country: z.string().length(3),
});
export type UnitInput = z.infer<typeof unitInput>;

const degrees = (limit: number, what: string) =>
  z.number().min(-limit).max(limit, { error: (issue) => `${String(issue.input)} is not a ${what}: it lies between -${limit} and ${limit}.` });

export const placeInput = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a key: small letters, digits and hyphens only.` }),
  kind: oneOf(placeKindCodes),
  unit: z.string().nullable(),
  lat: degrees(90, "latitude"),
  lon: degrees(180, "longitude"),
  precisionKm: z.number().positive(),
  note: textField.nullable(),
  confidence: oneOf(confidenceCodes),
  coordinateSource: textField,
  namesNeedReview: z.boolean(),
  names: z
    .array(z.strictObject({ lang: z.string().length(2), script: oneOf(["Latn", "Armn", "Cyrl"]), usage: oneOf(placeUsageCodes), form: textField }))
    .refine((names) => ["AZERBAIJANI", "ARMENIAN"].every((usage) => names.some((name) => name.lang === "en" && name.usage === usage)), {
      error: "A place is shown by the Latin form of the Azerbaijani and of the Armenian usage: give both.",
    }),
});
export type PlaceInput = z.infer<typeof placeInput>;
