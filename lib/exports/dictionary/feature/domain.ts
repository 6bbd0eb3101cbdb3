import type { FeatureColumn } from "../../geojson/domain";
import type { FieldDoc } from "../lists/domain";

const onlyOne = "Empty where the record has several observations, or none.";

/** What a feature's properties hold beyond the columns of the truce CSV. */
export const featureDocs: Record<FeatureColumn, FieldDoc> = {
  reference: { type: "text", meaning: "Our number of the record; the feature's id is the same." },
  radius_metres: { type: "number", meaning: "How far from the point the place may be, by its precision. Empty where the precision has no radius." },
  withheld: { type: "codes", meaning: "Parts that this file withholds. Where place is one of them, the point stands for an area.", list: "protected_field" },
  claimed_on: { type: "text", meaning: "Days that claims give for the event themselves, where they give any. Several are joined by a semicolon." },
  counted_by: { type: "codes", meaning: "Who counted the killed, injured, captured or displaced, by speaker code." },
  weapon: { type: "codes", meaning: "Weapons that observations name.", list: "weapon" },
  weapon_calibre_mm: { type: "number", meaning: `Calibre in millimetres. ${onlyOne}` },
  observer_place: { type: "text", meaning: `Where the observer stood. ${onlyOne}` },
  bearing: { type: "code", meaning: `Which way from the observer it was. ${onlyOne}`, list: "bearing" },
  distance_km_low: { type: "number", meaning: `How far from the observer it was at least, in kilometres. ${onlyOne}` },
  distance_km_high: { type: "number", meaning: `How far from the observer it was at most, in kilometres. ${onlyOne}` },
};
