import { z } from "zod";

const optional = z.string().trim().min(1).optional();
const flag = z.enum(["0", "1"]).default("0").transform((value) => value === "1");

const shape = z.object({
  DATABASE_URL: z.string().min(1),
  TRUCE_DATA_DIR: z.string().default(".data"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  NEXTAUTH_SECRET: z.string().min(16),
  NEXTAUTH_URL: optional,
  TRUCE_DEMO: flag,
  TRUCE_DEMO_PASSWORD: optional,
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export type Env = z.infer<typeof shape>;

let parsed: Env | undefined;

/** The environment, parsed once. Throws a single sentence that lists every missing or bad name. */
export function env(): Env {
  if (parsed) return parsed;
  const result = shape.safeParse(process.env);
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
    throw new Error(`The environment is not complete: ${names.join("; ")}. See .env.example.`);
  }
  parsed = result.data;
  return parsed;
}
