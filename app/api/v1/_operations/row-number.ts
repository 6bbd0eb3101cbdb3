import { z } from "zod";

/** The number of a row in an address; `whose` says what it numbers. Nine digits are enough, and PostgreSQL's `integer` holds them all. */
export const numberInPath = (whose: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .meta({ description: `The ${whose}'s number.` });

export const incidentId = numberInPath("record");
