import { z } from "zod";
import { filterFromSearchParams, incidentFilter } from "@/lib/incidents/schema";
import { refuse, type Result } from "@/lib/kernel/result";
import { type Dimension, dimensionCodes, manyFold } from "./domain/dimension";

const isDimension = (name: string): name is Dimension => (dimensionCodes as readonly string[]).includes(name);
const names = dimensionCodes.join(", ");

/** `month,type`: by what records are told apart. Of those of which one record may bear several, one at most. */
export const byField = z.string().transform((text, ctx): Dimension[] => {
  const asked = [...new Set(text.split(",").map((part) => part.trim()))];
  const unknown = asked.filter((name) => !isDimension(name));
  for (const name of unknown) ctx.addIssue({ code: "custom", message: `Records are not counted by ${JSON.stringify(name.slice(0, 60))}; write one or more of ${names}, with commas between them.` });
  const by = asked.filter(isDimension);
  const several = by.filter((name) => manyFold.includes(name));
  if (several.length > 1) ctx.addIssue({ code: "custom", message: `Records are counted by one of ${several.join(" and ")} at a time: a record may bear several of each.` });
  if (by.length > 4) ctx.addIssue({ code: "custom", message: "Records are counted by four things at most." });
  return by;
});

export const statisticsQuery = incidentFilter.safeExtend({ by: byField });
type StatisticsQuery = z.infer<typeof statisticsQuery>;

/** The filters of an address and by what it counts. */
export function statisticsFromSearchParams(params: URLSearchParams): Result<StatisticsQuery> {
  const filter = filterFromSearchParams(params);
  const by = byField.safeParse(params.get("by") ?? "");
  const errors = [...(filter.ok || filter.refusal.kind !== "invalid" ? [] : filter.refusal.errors), ...(by.error?.issues ?? []).map(({ code, message }) => ({ path: "by", code, message }))];
  if (filter.ok && by.success) return { ok: true, value: { ...filter.value, by: by.data } };
  return refuse({ kind: "invalid", errors });
}

const key = z.object(Object.fromEntries(dimensionCodes.map((name) => [name, z.string().optional()])) as Record<Dimension, z.ZodOptional<z.ZodString>>);

export const statisticsAnswer = z.object({
  by: z.array(z.enum(dimensionCodes)),
  groups: z.array(z.object({ key, count: z.int() })).meta({
    description: "Each group with a value for everything that is counted by: a code, a month as `2021-03`, a ledger such as `SIDE:AZ`; empty where the record says nothing; `WITHHELD` for a district that is withheld from you.",
  }),
  labels: z.record(z.string(), z.record(z.string(), z.string())).meta({ description: "What the values are called: for each that is counted by (but months) a name for each value." }),
  total: z.int().nullable().meta({ description: "How many records the filters mean; null where one record may stand in several groups, since a sum would count it more than once." }),
  ledgers: z
    .array(z.object({ code: z.string(), label: z.string(), kind: z.enum(["SIDE", "GUARANTOR", "MONITORS", "OTHERS"]) }))
    .optional()
    .meta({ description: "By `reporter`: whose reports each ledger holds. Ledgers are never added up." }),
});
