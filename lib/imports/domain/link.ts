import { finding, plainly, saying, type Finding, type Reading } from "./reason";

const longest = 2000;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
const localHost = /^(?:localhost|.*\.local|.*\.localhost|.*\.internal|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|0\.0\.0\.0|\[(?:::1?|f[cd].*|fe80.*|::ffff:.*)\])$/i;

/** Several addresses in one cell, parted by blanks, semicolons or bars before each further one. */
const partsOf = (text: string): string[] => text.split(/[\s;|]+(?=[a-z][a-z0-9+.-]*:\/\/)/i).filter((part) => part !== "");

const refused = (code: "unsafe_url" | "invalid_url", text: string): Reading<string | null> =>
  saying(null, finding(code, code === "unsafe_url" ? `“${text.slice(0, 80)}” is no address of the web; only http and https are kept.` : `“${text.slice(0, 80)}” is not a whole address; write https://….`));

function readOne(text: string): Reading<string | null> {
  if (text.length > longest) return saying(null, finding("text_too_long", `The address has ${text.length} characters; at most ${longest} are kept.`));
  if (!scheme.test(text)) return refused("invalid_url", text);
  if (!/^https?:/i.test(text)) return refused("unsafe_url", text);
  if (/[\s\p{Cc}<>"]/u.test(text) || !/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return refused("invalid_url", text);
  return kept(new URL(text), text);
}

function kept(url: URL, text: string): Reading<string | null> {
  const found: Finding[] = [];
  const hasCredentials = url.username !== "" || url.password !== "";
  if (hasCredentials) {
    url.username = "";
    url.password = "";
    found.push(finding("url_has_credentials", "The address held a name or a password; they are left off.", url.href));
  }
  if (localHost.test(url.hostname)) found.push(finding("url_is_local", `${url.host} can be reached from one machine or network only; nobody else can look it up.`));
  return { value: hasCredentials ? url.href : text, found };
}

/** Addresses of pages, as they were written. Nothing is fetched; what is not http or https is refused. */
export function readLinks(text: string): Reading<readonly string[]> {
  if (text === "") return plainly([]);
  const readings = partsOf(text).map(readOne);
  return { value: [...new Set(readings.flatMap(({ value }) => value ?? []))], found: readings.flatMap(({ found }) => found) };
}
