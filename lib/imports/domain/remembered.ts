/** A short text of its own: one that was cut out of a larger text would keep the whole of it in memory. */
const detached = (text: string): string => Array.from({ length: text.length }, (_none, at) => text.charAt(at)).join("");

const longestKept = 64;

/**
 * The same function, asked once for each short text: the cells of a column repeat. Forgets everything when it has kept `most`
 * answers, so memory stays bounded. For pure functions only.
 */
export function remembered<T>(read: (text: string) => T, most = 4096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const answer = read(text);
    if (text.length > longestKept) return answer;
    if (known.size >= most) known.clear();
    known.set(detached(text), answer);
    return answer;
  };
}
