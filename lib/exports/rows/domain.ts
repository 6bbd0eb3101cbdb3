const lineEnd = Buffer.from("\r\n");

/** Lines of a file as they gather: bytes are copied once, and a page is one piece of memory. */
export class LineBuffer {
  count = 0;
  #bytes = Buffer.allocUnsafe(1 << 20);
  #length = 0;

  /** A line as the database sends it, with its line feed; in the file lines end as RFC 4180 says. */
  addLine(line: Buffer): void {
    this.#makeRoom(line.length + 1);
    this.#length += line.copy(this.#bytes, this.#length, 0, line.length - 1);
    this.#length += lineEnd.copy(this.#bytes, this.#length);
    this.count++;
  }

  /** A line as text, ended already. */
  addText(text: string): void {
    this.#makeRoom(Buffer.byteLength(text));
    this.#length += this.#bytes.write(text, this.#length);
    this.count++;
  }

  /** What has gathered. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #makeRoom(wanted: number): void {
    if (this.#length + wanted <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + wanted));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
