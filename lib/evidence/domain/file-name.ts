const longest = 200;
/** Controls, and the marks that turn the direction of writing: `gpj.exe` must not be shown as `exe.jpg`. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A file name as it is kept: the last part of whatever path was sent, without invisible characters; null where nothing is left. */
export function keptFileName(given: string | undefined): string | null {
  const name = (given ?? "").normalize("NFC").replaceAll("\\", "/").split("/").at(-1)?.replaceAll(invisible, "").trim() ?? "";
  if (name === "" || name === "." || name === "..") return null;
  return shortened(name);
}

/** The ending survives, because people go by it. */
function shortened(name: string): string {
  if (name.length <= longest) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  // A cut through the middle of a letter leaves half of it, which PostgreSQL can't keep.
  const beginning = name.slice(0, longest - ending.length);
  return `${beginning.isWellFormed() ? beginning : beginning.slice(0, -1)}${ending}`;
}

/** The name of a copy tells which record it belongs to and nothing of the original's name. */
export const copyFileName = (item: { reference: string; id: number }, extension: string): string => `${item.reference}-evidence-${item.id}.${extension}`;

const percentEncoded = (text: string): string => encodeURIComponent(text).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** A `Content-Disposition` after RFC 6266: a name in plain letters for old programs, the true one beside it. */
export function contentDisposition(kind: "attachment" | "inline", name: string): string {
  const plain = name.replaceAll(/[^\w.,()+ -]/g, "_");
  return `${kind}; filename="${plain}"; filename*=UTF-8''${percentEncoded(name.toWellFormed())}`;
}
