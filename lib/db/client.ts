import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "./generated/client";
import { env } from "@/lib/config/env";
import { type Patience, statementTimeouts } from "./statement-timeouts";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

const patience = new AsyncLocalStorage<Patience>();

/** Work whose statements may take long: jobs and commands. Everything else is a page or an answer of the API. */
export const patiently = <T>(run: () => T): T => patience.run("long", run);

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

/** Closes what this process holds open; the next use connects anew. */
export async function disconnect(): Promise<void> {
  const clients = Object.values(held.truceLedgerClients ?? {});
  held.truceLedgerClients = {};
  await Promise.all(clients.map((client) => client.$disconnect()));
}
