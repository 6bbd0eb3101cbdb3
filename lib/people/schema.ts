import { z } from "zod";
import { roles } from "@/lib/kernel/actor";
import { systemMailDomain } from "@/lib/kernel/system-actor";
import { normalisedEmail, tokenDays } from "./domain";

const emailField = z.string().transform(normalisedEmail).pipe(z.email("This is not an e-mail address.").max(254));

export const signInInput = z.object({ email: emailField, password: z.string().min(1).max(1024) });
export type SignInInput = z.output<typeof signInInput>;

export const addUserInput = z.object({
  email: emailField.refine((email) => !email.endsWith(systemMailDomain), "Addresses at system.invalid belong to the product itself."),
  name: z.string().trim().min(1, "The name is empty.").max(120).optional(),
  role: z.enum(roles, `The role must be one of ${roles.join(", ")}.`),
  team: z.string().trim().min(1, "The team's name is empty.").max(80).default("Office"),
  /** Without one the account can hold tokens but can't sign in with a password. */
  password: z.string().min(12, "The password needs at least 12 characters.").max(1024).optional(),
});
export type AddUserInput = z.output<typeof addUserInput>;

export const createTokenInput = z.object({
  userEmail: emailField,
  name: z.string().trim().min(1, "The token's name is empty.").max(80).default("API token"),
  days: z.coerce
    .number("The days must be a whole number.")
    .int("The days must be a whole number.")
    .min(tokenDays.least, `A token lasts from ${tokenDays.least} to ${tokenDays.most} days.`)
    .max(tokenDays.most, `A token lasts from ${tokenDays.least} to ${tokenDays.most} days.`)
    .default(tokenDays.usual),
});
export type CreateTokenInput = z.output<typeof createTokenInput>;
