import { z } from "zod";
import { filterFromSearchParams } from "@/lib/incidents/schema";

const storable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();
const noName = "Give the search a name.";

/** The filters of an address without what belongs to a page of the list; values of one filter in their order, so that equal searches are equal texts. */
export function savedQueryOf(address: string): string {
  const params = new URLSearchParams(address);
  for (const name of ["cursor", "limit"]) params.delete(name);
  params.sort();
  return params.toString();
}

export const savedSearchForm = z.strictObject({
  name: z
    .string({ error: noName })
    .trim()
    .min(1, { error: noName })
    .max(80, { error: (issue) => `The name has ${typeof issue.input === "string" ? issue.input.length : "too many"} characters; at most 80 are kept.` })
    .refine(storable, { error: "The name holds characters that can't be kept." }),
  query: z
    .string()
    .transform(savedQueryOf)
    .pipe(z.string().min(1, { error: "There is no filter to save; choose one first." }).max(4000, { error: "These are more filters than can be saved." }))
    .refine((query) => filterFromSearchParams(new URLSearchParams(query)).ok, { error: "One of the filters in the address is not valid; mend it before saving." }),
});
export type SavedSearchInput = z.output<typeof savedSearchForm>;

export const savedSearchId = z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
