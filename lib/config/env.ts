import { z } from "zod";

const flag = z.enum(["0", "1"]).default("0").transform((value) => value === "1");

/** A file is one object of the store, whose size the database keeps as a four-byte number. */
const largestMegabytes = 2000;

const shape = z.object({
  DATABASE_URL: z.string().min(1),
  /** Read by the commands only: who migrates, where the product itself works under a login with fewer rights. */
  DATABASE_OWNER_URL: z.string().optional(),
  TRUCE_DATA_DIR: z.string().default(".data"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  NEXTAUTH_SECRET: z.string().min(16),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUCE_DEMO: flag,
  TRUCE_DEMO_PASSWORD: z.string().min(8).optional(),
  TRUCE_EVIDENCE_MAX_MB: z.coerce.number().int().min(1).max(largestMegabytes).default(100),
  TRUCE_IMPORT_MAX_MB: z.coerce.number().int().min(1).max(largestMegabytes).default(1000),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

/** These four come together: with some of them alone the evidence would be kept somewhere nobody meant. */
const s3Names = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

const whole = shape.superRefine((env, context) => {
  const missing = s3Names.filter((name) => env[name] === undefined);
  if (missing.length === s3Names.length) return;
  for (const name of missing) context.addIssue({ code: "custom", path: [name], message: "needed beside the other S3 variables" });
});

export type Env = z.infer<typeof shape>;

/** Every name that is read; `.env.example` is checked against it. */
export const envNames: readonly string[] = Object.keys(shape.shape);

/** An empty value counts as unset, as in `PORT= npm start`. */
const withoutEmpty = (source: Record<string, string | undefined>) => Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""));

/** Parses an environment. Throws a single sentence that lists every missing or bad name. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = whole.safeParse(withoutEmpty(source));
  if (result.success) return result.data;
  const names = result.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
  throw new Error(`The environment is not complete: ${names.join("; ")}. See .env.example.`);
}

let parsed: Env | undefined;

/** The environment of this process, parsed once. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
