/** 64 bits of a hash, as two numbers of 32. */
export type Print = { readonly high: number; readonly low: number };

/** The first 64 bits of a hash in hexadecimal. */
export const printOf = (hex: string): Print => ({ high: Number.parseInt(hex.slice(0, 8), 16), low: Number.parseInt(hex.slice(8, 16), 16) });

/** What is kept beside a print: some numbers of 32 bits. */
export type PrintTable = { readonly get: (key: Print) => Uint32Array | undefined; readonly add: (key: Print, kept: readonly number[]) => void };

/** A print of a short text, made without a cryptographic hash: good for telling numbers of records apart, not for proving anything. */
export function quickPrint(text: string): Print {
  // Two multiplicative hashes with different primes, mixed at the end (the idea of MurmurHash3's finish).
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return { high: a >>> 0, low: b >>> 0 };
}

/**
 * A table by print with `width` numbers beside each, without an object a record: a million records with three numbers fit into some
 * 40 MB of memory. What was kept first stays.
 */
export function printTable(width: number, capacity = 1024): PrintTable {
  const fields = width + 2;
  let slots = new Uint32Array(capacity * fields);
  let size = capacity;
  let count = 0;

  /** The slot of the key, or the free one where it belongs. A slot of zeros is free: no print has only zeros (see `nonZero`). */
  function slotOf(table: Uint32Array, slotCount: number, { high, low }: Print): number {
    let slot = (low ^ (high << 7)) & (slotCount - 1);
    for (;;) {
      const at = slot * fields;
      const [keptHigh, keptLow] = [table[at] ?? 0, table[at + 1] ?? 0];
      if ((keptHigh === 0 && keptLow === 0) || (keptHigh === high && keptLow === low)) return at;
      slot = (slot + 1) & (slotCount - 1);
    }
  }

  function grow(): void {
    const larger = new Uint32Array(size * 2 * fields);
    for (let at = 0; at < slots.length; at += fields) {
      const key = { high: slots[at] ?? 0, low: slots[at + 1] ?? 0 };
      if (key.high !== 0 || key.low !== 0) larger.set(slots.subarray(at, at + fields), slotOf(larger, size * 2, key));
    }
    slots = larger;
    size *= 2;
  }

  return {
    get(key) {
      const at = slotOf(slots, size, nonZero(key));
      return slots[at] === 0 && slots[at + 1] === 0 ? undefined : slots.subarray(at + 2, at + fields);
    },
    add(key, kept) {
      if (count * 10 > size * 6) grow();
      const { high, low } = nonZero(key);
      const at = slotOf(slots, size, { high, low });
      if (slots[at] !== 0 || slots[at + 1] !== 0) return;
      slots.set([high, low, ...kept], at);
      count += 1;
    },
  };
}

const nonZero = (print: Print): Print => (print.high === 0 && print.low === 0 ? { high: 0, low: 1 } : print);

/** What identifies a record within its file. */
export type Identity = {
  /** Of its number without regard to case and blanks; undefined for a record without one. */
  readonly id: Print | undefined;
  /** Of its number as written. */
  readonly writtenId: number;
  /** Of its whole content, and of its content without the number. */
  readonly whole: Print;
  readonly content: Print;
  /** Held for a person for another reason: what it says may still change, so nothing is held for being like it. */
  readonly isHeld: boolean;
};

export type Repetition = "exact_duplicate" | "same_id_different_content" | "id_differs_only_by_case_or_space" | "possible_duplicate";

/** Remembers the records of a run, and says of each whether it repeats an earlier one, and how. */
export function seenRecords(): (identity: Identity) => Repetition | undefined {
  const byId = printTable(3);
  const byContent = printTable(0);
  return ({ id, writtenId, whole, content, isHeld }) => {
    const first = id && byId.get(id);
    const repetition = first ? repetitionOf(first, { writtenId, whole }) : byContent.get(content) && "possible_duplicate";
    if (id && !first) byId.add(id, [whole.high, whole.low, writtenId]);
    if (!isHeld && repetition === undefined) byContent.add(content, []);
    return repetition;
  };
}

function repetitionOf([high, low, mark]: Uint32Array, { writtenId, whole }: Pick<Identity, "writtenId" | "whole">): Repetition {
  if (mark !== writtenId) return "id_differs_only_by_case_or_space";
  return high === whole.high && low === whole.low ? "exact_duplicate" : "same_id_different_content";
}
