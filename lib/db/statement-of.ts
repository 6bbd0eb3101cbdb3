import { PrismaClient } from "./generated/client";

export type Statement = { text: string; values: unknown[] };

/**
 * The SQL that Prisma would send for a read, which is not sent. So a condition that is written once, for Prisma, can stand inside a
 * statement that Prisma can't express, and the two can't come to mean different things.
 */
export async function statementOf(read: (client: PrismaClient) => Promise<unknown>): Promise<Statement> {
  const caught: Statement[] = [];
  const client = clientOnto(caught);
  await read(client);
  const [statement] = caught;
  if (!statement || caught.length > 1) throw new Error(`a read of one statement was expected, not of ${caught.length}`);
  return statement;
}

type Query = { sql: string; args: unknown[] };

/** A client whose every question is noted and answered with nothing. */
function clientOnto(caught: Statement[]): PrismaClient {
  const refused = (): Promise<never> => Promise.reject(new Error("only reads are caught"));
  const facts = { provider: "postgres", adapterName: "statement-of" } as const;
  const connection = {
    ...facts,
    queryRaw: ({ sql, args }: Query) => {
      // An instant goes as its UTC text: the driver would write it in the zone of this process.
      caught.push({ text: sql, values: args.map((value) => (value instanceof Date ? value.toISOString() : value)) });
      return Promise.resolve({ columnNames: [], columnTypes: [], rows: [] });
    },
    executeRaw: refused,
    executeScript: refused,
    startTransaction: refused,
    dispose: () => Promise.resolve(),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  };
  return new PrismaClient({ adapter: { ...facts, connect: () => Promise.resolve(connection) } });
}
