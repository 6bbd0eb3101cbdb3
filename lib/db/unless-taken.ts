import { Prisma } from "@/lib/db/generated/client";

/** What a write gives, or undefined where a unique value is taken already: told by the database's own code, never by its words. */
export async function unlessTaken<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return undefined;
    throw error;
  }
}
