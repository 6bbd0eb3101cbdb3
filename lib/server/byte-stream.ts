import { log } from "./log";

/** Bytes for a Response: pulled only as fast as the reader takes them, let go when the reader goes away. A failure midway breaks the connection. */
export function byteStream(bytes: AsyncIterable<Uint8Array>, operationId: string): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await iterator.next();
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        } catch (error) {
          log.error({ err: error, operation: operationId }, "a download broke off");
          controller.error(error);
        }
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
