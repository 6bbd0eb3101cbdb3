import type pg from "pg";

/**
 * Runs `COPY (select) TO STDOUT` and hands on each row as it comes. pg-copy-streams joins the rows to one stream of bytes, in which
 * the end of a row is found only by parsing quotes; the protocol gives a message for each row.
 */
export function copyRows(client: pg.ClientBase, select: string, onRow: (row: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    const failed = (error: unknown): void => {
      failure ??= error instanceof Error ? error : new Error(String(error));
    };
    const lost = (): void => reject(new Error("the connection was closed"));
    client.once("end", lost);
    client.query({
      submit: (connection: pg.Connection) => connection.query(`COPY (${select}) TO STDOUT (FORMAT csv, ENCODING 'UTF8')`),
      handleCopyData: ({ chunk }: { chunk: Buffer }) => {
        try {
          if (!failure) onRow(chunk);
        } catch (error) {
          failed(error);
        }
      },
      handleError: (error: Error) => {
        client.off("end", lost);
        reject(error);
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => {
        client.off("end", lost);
        if (failure) reject(failure);
        else resolve();
      },
    });
  });
}
