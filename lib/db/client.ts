import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "./generated/client";
import { env } from "@/lib/config/env";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

type Patience = "short" | "long";

/** How long one statement may take: somebody waits for a page; for a job or a command nobody sits there. */
export const statementTimeouts: Record<Patience, number> = { short: 10_000, long: 15 * 60_000 };

const patience = new AsyncLocalStorage<Patience>();

/** Work whose statements may take long: jobs and commands. Everything else is a page or an answer of the API. */
export const patiently = <T>(run: () => T): T => patience.run("long", run);
export const isPatient = (): boolean => patience.getStore() === "long";

const held = globalThis as typeof globalThis & { truceLedgerClients?: Partial<Record<Patience, PrismaClient>> };

/**
 * A statement that begins with a name in this form is planned once for each connection. Only for texts that are always the same: each
 * name is kept as long as its connection.
 */
const nameOf = ({ sql }: { sql: string }): string => /^\s*\/\* kept as (\S+) \*\//.exec(sql)?.[1] ?? "";

/** The client of this process for work of the caller's patience; kept across hot reloads in development. Connects on first use. */
export function db(): Db {
  const clients = (held.truceLedgerClients ??= {});
  const kind = patience.getStore() ?? "short";
  return (clients[kind] ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: kind === "short" ? 10 : 4, statement_timeout: statementTimeouts[kind] }, { statementNameGenerator: nameOf }),
  }));
}
