import { incidentZoneCodes, type IncidentZone } from "@/lib/codelists/zone";
import { isZoneName, type LocalTime, offsetsAt, toUtc } from "./offset";
import { finding, plainly, saying, type Finding, type Reading } from "./reason";

/** What a cell of a zone says: one of ours, another of the database, an offset, or nothing. */
export type ZoneCell = { readonly zone: IncidentZone } | { readonly name: string } | { readonly offset: number } | undefined;

const named: Record<string, IncidentZone> = {
  z: "UTC", utc: "UTC", gmt: "UTC", "etc/utc": "UTC", msk: "Europe/Moscow", moscow: "Europe/Moscow", azt: "Asia/Baku", baku: "Asia/Baku", yerevan: "Asia/Yerevan",
};
for (const code of incidentZoneCodes) named[code.toLowerCase()] = code;

/** Abbreviations that stand for several zones: AMT is Armenia's time and the Amazon's. */
const ambiguous = new Set(["amt", "amst", "ast", "bst", "cst", "ect", "est", "gst", "ist", "mst", "pst", "sst", "wst", "adt", "cdt", "edt"]);

function offsetOf(text: string): number | undefined {
  const [, sign, hours = "", minutes = "0"] = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text) ?? [];
  if (hours === "") return undefined;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  // Offsets in use lie between -12:00 and +14:00 and are whole quarters of an hour.
  return offset >= -720 && offset <= 840 && offset % 15 === 0 && Number(minutes) < 60 ? offset : undefined;
}

/** A cell of a zone. An abbreviation that several zones share is held; what is none is refused. */
export function readZone(text: string): Reading<ZoneCell> {
  if (text === "") return plainly(undefined);
  const small = text.toLowerCase().replace(/\s+time$/, "");
  const known = Object.hasOwn(named, small) ? named[small] : undefined;
  if (known !== undefined) return plainly({ zone: known });
  const offset = offsetOf(text);
  if (offset !== undefined) return plainly({ offset });
  if (isZoneName(text)) return plainly({ name: text });
  return ambiguous.has(small)
    ? saying(undefined, finding("ambiguous_timezone", `“${text}” stands for several zones; write an offset such as +04:00, or a name such as Asia/Baku.`))
    : saying(undefined, finding("invalid_timezone", `“${text}” is no time zone; write an offset such as +04:00, or a name such as Asia/Baku.`));
}

/** A time of day in one of the zones that records use. */
export type PlacedTime = LocalTime & { readonly zone: IncidentZone };

/**
 * The local time in one of our zones: the zone as it is named; for an offset or a zone of elsewhere, the first of ours whose clock
 * showed the same then, else the same instant in UTC. Without a zone the time is taken as Baku's and Yerevan's, which have agreed
 * since 2016, and said; where they differ it is held.
 */
export function placeTime(local: LocalTime, cell: ZoneCell): Reading<PlacedTime> {
  if (cell === undefined) return assumed(local);
  if ("zone" in cell) return { value: { ...local, zone: cell.zone }, found: gapFound(local, cell.zone) };
  const [offset, other] = "offset" in cell ? [cell.offset] : offsetsAt(cell.name, local);
  if (offset === undefined) return { value: { ...local, zone: "UTC" }, found: [didNotExist(local, "name" in cell ? cell.name : "")] };
  const same = other === undefined ? incidentZoneCodes.find((zone) => offsetsAt(zone, local).includes(offset)) : undefined;
  if (same !== undefined) return plainly({ ...local, zone: same });
  const utc = toUtc(local, offset);
  return saying({ ...utc, zone: "UTC" }, finding("time_converted_to_utc", `Kept as the same instant in UTC: ${utc.day} ${utc.time}.`));
}

function assumed(local: LocalTime): Reading<PlacedTime> {
  const value: PlacedTime = { ...local, zone: "Asia/Baku" };
  const [baku, yerevan] = [offsetsAt("Asia/Baku", local), offsetsAt("Asia/Yerevan", local)];
  return baku.join() === yerevan.join()
    ? saying(value, finding("timezone_assumed", "The file gives no zone; the time is taken as that of Baku and Yerevan, which is the same."))
    : saying(value, finding("ambiguous_timezone", "The file gives no zone, and the clocks of Baku and Yerevan differed on this day."));
}

/** The last change of any of our zones' clocks was Moscow's in October 2014 and Baku's in October 2015. */
const lastChange = "2016-01-01";
const gapFound = (local: LocalTime, zone: IncidentZone): readonly Finding[] =>
  local.day >= lastChange || offsetsAt(zone, local).length > 0 ? [] : [didNotExist(local, zone)];
const didNotExist = ({ day, time }: LocalTime, zone: string): Finding => finding("time_did_not_exist", `${time} did not exist in ${zone} on ${day}: the clocks were put forward over it.`);
