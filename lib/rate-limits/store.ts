import { db } from "@/lib/db/client";

type Row = { points: number; expire: bigint | number | null };

/** The product's own connections, in the shape that the library calls a pool. It counts milliseconds as numbers, PostgreSQL gives them as bigint. */
export const connections = {
  query: async ({ text, values = [] }: { text: string; values?: readonly unknown[] }) => {
    const rows = await db().$queryRawUnsafe<Row[]>(text, ...values);
    return { rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })), rowCount: rows.length };
  },
};
