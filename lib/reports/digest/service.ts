import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal: of a text its UTF-8 bytes. */
export const sha256Of = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
