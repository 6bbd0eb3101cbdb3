import { z } from "zod";

const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .refine((value) => value > 0);

/** Which two versions are held against each other, as it stands in the address. */
export const comparisonQuery = z.object({ from: version, to: version });
