import type { RowReason, RowResult } from "./row";

/** A note says how a cell was read and changes nothing else; each further level holds a record back more. */
export const reasonLevels = ["note", "warning", "review", "rejected"] as const;
export type ReasonLevel = (typeof reasonLevels)[number];

/** Every reason that reading can give, with how much it weighs. The codes are part of the product's outside. */
export const reasonLevel = {
  // The record as a whole.
  too_few_fields: "rejected", too_many_fields: "rejected", unclosed_quote: "rejected", malformed_quote: "rejected", record_too_long: "rejected",
  malformed_json: "rejected", malformed_xml: "rejected", not_a_feature: "rejected", nesting_too_deep: "rejected",
  exact_duplicate: "note", same_id_different_content: "review", id_differs_only_by_case_or_space: "review", possible_duplicate: "review",
  missing_external_id: "warning", workflow_not_taken: "note",
  // Text.
  nul_character: "rejected", broken_text: "rejected", text_too_long: "rejected", replacement_character: "review", spreadsheet_error: "review", invisible_characters: "warning", null_token: "warning",
  title_too_short: "note", unknown_code: "review",
  // Days, times and zones.
  missing_date: "rejected", invalid_date: "rejected", date_in_future: "rejected", date_out_of_range: "rejected", end_before_start: "rejected",
  excel_serial_date: "review", partial_date: "review", two_digit_year: "warning", date_order_conflict: "review", source_date_not_read: "warning",
  invalid_time: "rejected", time_24_00: "review", time_conflict: "review", time_did_not_exist: "review", seconds_dropped: "note",
  invalid_timezone: "rejected", ambiguous_timezone: "review", timezone_assumed: "warning", timezone_unused: "note", time_converted_to_utc: "note",
  // Figures.
  negative_casualties: "rejected", not_an_integer: "rejected", casualties_implausible: "rejected",
  casualty_range_in_one_cell: "review", not_a_number: "review", unusual_number_format: "review", thousands_separator: "review", approximate_number: "review",
  casualty_range_inconsistent: "warning", civilians_within_total: "warning", unit_of_count_missing: "review",
  // Places.
  missing_place: "rejected", null_island: "rejected", coordinate_out_of_range: "rejected", half_a_coordinate: "review", dms_coordinate: "review", coordinate_format: "review",
  coordinates_in_one_cell: "review", coordinate_not_read: "review", out_of_area: "review", possible_wrong_sign: "review", possibly_swapped: "review", no_coordinates: "warning",
  coordinate_too_coarse: "warning", geometry_not_a_point: "review", unknown_unit: "review",
  // Types, speakers, obligations and sources.
  missing_event_type: "review", unknown_event_type: "review", type_needs_choice: "review",
  unknown_speaker: "review", unknown_party: "review", unknown_actor: "review", speaker_not_named: "warning", claims_joined: "warning", dataset_speaker_missing: "warning",
  unknown_obligation: "review", unsafe_url: "rejected", invalid_url: "rejected", url_has_credentials: "warning", url_is_local: "warning",
} as const satisfies Record<string, ReasonLevel>;
export type ReasonCode = keyof typeof reasonLevel;

/** What was found out about one cell, before it is known which cell of which record it was. */
export type Finding = { readonly code: ReasonCode; readonly message: string; readonly suggested?: string };

/** What a cell says, and what had to be said about it. The value is what would be recorded if a person accepts it as it is. */
export type Reading<T> = { readonly value: T; readonly found: readonly Finding[] };

const nothingFound: readonly Finding[] = [];
/** A cell that was read without a word. */
export const plainly = <T>(value: T): Reading<T> => ({ value, found: nothingFound });
/** A cell about which something has to be said. */
export const saying = <T>(value: T, ...found: Finding[]): Reading<T> => ({ value, found });
export const finding = (code: ReasonCode, message: string, suggested?: string): Finding => (suggested === undefined ? { code, message } : { code, message, suggested });

const resultOfLevel: Record<ReasonLevel, Exclude<RowResult, "duplicate">> = { note: "accepted", warning: "acceptedWithWarning", review: "needsReview", rejected: "rejected" };

/** The result that the weightiest of the reasons gives; `accepted` where there is none. An unknown code weighs nothing. */
export function resultOf(reasons: readonly Pick<RowReason, "code">[]): Exclude<RowResult, "duplicate"> {
  if (reasons.length === 0) return "accepted";
  const levels: Partial<Record<string, ReasonLevel>> = reasonLevel;
  const heaviest = Math.max(...reasons.map(({ code }) => reasonLevels.indexOf(levels[code] ?? "note")));
  return resultOfLevel[reasonLevels[heaviest] ?? "note"];
}

/** The length to which a value is cut in a reason. */
const shownLength = 200;
export const shown = (value: string): string => (value.length > shownLength ? value.slice(0, shownLength) : value);
