import type { Actor, Role } from "@/lib/kernel/actor";

const readers: ReadonlySet<Role> = new Set(["AUDITOR", "ADMIN"]);

/** Whether the product's own figures are this person's to read. They hold no record and no name, but tell how much is done and when. */
export const mayReadMetrics = (actor: Actor): boolean => readers.has(actor.role);

const isLoopbackAddress = (address: string): boolean => /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/.test(address.trim());
const isLoopbackName = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

/** What a proxy in between leaves behind. */
const traces = ["forwarded", "via", "x-real-ip"] as const;

/**
 * Whether the question comes from this very machine and from nobody behind it: the server listens on loopback alone (else a caller could write any
 * address into the headers), every address on the way is loopback, and no proxy left its trace. `listensOn` is HOST. Denies in doubt.
 */
export function isFromThisMachine(headers: Headers, listensOn: string): boolean {
  const onTheWay = (headers.get("x-forwarded-for") ?? "").split(",");
  return (
    (listensOn === "localhost" || isLoopbackAddress(listensOn)) &&
    onTheWay.every(isLoopbackAddress) &&
    isLoopbackName(headers.get("host") ?? "") &&
    traces.every((name) => !headers.has(name))
  );
}
