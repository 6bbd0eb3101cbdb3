import { parsePartialDate } from "@/lib/kernel/partial-date";
import { readLinks } from "./link";
import { finding } from "./reason";
import type { OpenRecord } from "./record";
import type { ImportedSource } from "./row";
import type { Run } from "./run";
import { isNullToken, readText } from "./text";

/** The order in which the keys stand is that of canonical JSON. */
export const aSource = ({ publishedOn = null, publisher = null, reliability = null, url = null }: Partial<ImportedSource>): ImportedSource => ({ publishedOn, publisher, reliability, url });

/** The sources that a record of our own columns names: one for each address, else the publisher's. */
export function sourcesOf(record: OpenRecord, run: Run): ImportedSource[] {
  const publisherText = given(record.text("source_publisher"));
  const isAddress = /^https?:\/\//i.test(publisherText);
  const urls = record.take("source_url", readLinks(given(record.text("source_url")) || (isAddress ? publisherText : "")));
  const publisher = publisherText === "" || isAddress ? null : record.take("source_publisher", readText(publisherText, 200));
  if (publisher === null && urls.length === 0) return [];
  const shared = { publisher, publishedOn: publishedOn(record, run), reliability: reliabilityOf(record, run) };
  return urls.length === 0 ? [aSource(shared)] : urls.map((url) => aSource({ ...shared, url }));
}

const given = (text: string): string => (isNullToken(text) ? "" : text);

/** As printed: a day, a month or a year. What can't be read is left out with a warning; it decides nothing. */
function publishedOn(record: OpenRecord, run: Run): string | null {
  const text = given(record.text("source_date"));
  if (text === "") return null;
  if (parsePartialDate(text) !== undefined) return text;
  const { value, found } = run.day(text);
  const isClear = value.day !== null && found.every(({ code }) => code === "two_digit_year");
  if (!isClear) record.say("source_date", finding("source_date_not_read", `“${text.slice(0, 80)}” is no date that can be read; the source is kept without one.`));
  return isClear ? value.day : null;
}

function reliabilityOf(record: OpenRecord, run: Run): string | null {
  const text = given(record.text("source_reliability")).toUpperCase();
  if (text === "") return null;
  if (run.isReliability(text)) return text;
  record.say("source_reliability", finding("unknown_code", `“${text.slice(0, 80)}” is not one of A, B, C, D, E, F.`));
  return null;
}
