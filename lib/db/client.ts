import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "./generated/client";
import { env } from "@/lib/config/env";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

const held = globalThis as typeof globalThis & { truceLedgerDb?: PrismaClient };

/** The one client of this process; kept across hot reloads in development. Connects on first use. */
export function db(): Db {
  held.truceLedgerDb ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10, statement_timeout: 30_000 }) });
  return held.truceLedgerDb;
}
