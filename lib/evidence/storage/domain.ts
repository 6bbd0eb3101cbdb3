/** The address of bytes in the store: their SHA-256 in hexadecimal. What is under an address can't change, only be there or not. */
export type Address = string;

/** An object of the store, for whoever looks for what nobody needs. */
export type StoredObject = { address: Address; storedAt: Date };

/**
 * Where evidence is kept. Two kinds exist, a disk and an S3 store; nothing else of the product knows which one it is.
 * Every object is there whole or not at all.
 */
export type EvidenceStorage = {
  readonly kind: "disk" | "s3";
  /** Puts the whole file at `path` under its address. The file may be moved away by it. Putting it again is harmless and makes `storedAt` new. */
  keep: (path: string, object: { address: Address; bytes: number }) => Promise<void>;
  /** The object's bytes, or undefined where there is none. */
  open: (address: Address) => Promise<AsyncIterable<Uint8Array> | undefined>;
  has: (address: Address) => Promise<boolean>;
  /** Removes an object; one that is not there is no error. */
  remove: (address: Address) => Promise<void>;
  list: () => AsyncIterable<StoredObject>;
};

/** Whether a text is an address. Nothing else ever becomes part of a path. */
export const isAddress = (text: string): text is Address => /^[0-9a-f]{64}$/.test(text);
