/** What the first bytes of a file say it is. */
export type Container = "xlsx" | "json" | "text" | "old-excel" | "pdf" | "gzip" | "empty";

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);

const signs: readonly (readonly [Container, readonly number[]])[] = [
  ["xlsx", [0x50, 0x4b, 0x03, 0x04]],
  ["old-excel", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["gzip", [0x1f, 0x8b]],
];

export type ByteOrderMark = { readonly encoding: "utf-8" | "utf-16le" | "utf-16be"; readonly length: number };

/** The byte-order mark at the beginning, which settles the encoding. */
export function markOf(head: Uint8Array): ByteOrderMark | undefined {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: "utf-8", length: 3 };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: "utf-16le", length: 2 };
  return startsWith(head, [0xfe, 0xff]) ? { encoding: "utf-16be", length: 2 } : undefined;
}

/** UTF-16 without a mark: in a text of mostly Latin letters and line breaks, every other byte is zero. */
export function zerosSayUtf16(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const counts = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = counts;
  if (even + odd < head.length / 20) return undefined;
  if (odd > even * 8) return "utf-16le";
  return even > odd * 8 ? "utf-16be" : undefined;
}

const blank = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);

/** The container by the file's content. Its name is not looked at. */
export function containerOf(head: Uint8Array): Container {
  const sign = signs.find(([, bytes]) => startsWith(head, bytes));
  if (sign) return sign[0];
  const first = head.find((byte) => !blank.has(byte));
  if (first === undefined) return "empty";
  return first === 0x7b || first === 0x5b ? "json" : "text";
}
