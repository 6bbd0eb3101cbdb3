import { describe, expect, test } from "vitest";
import { codesOf, planOf, refusalCodes, rowsOf, savedFile, textFile } from "@/tests/support/import-files";

const codes = (items: readonly { code: string }[]): string[] => items.map(({ code }) => code);
const header = "external_id,event_date,event_type,location_name,latitude,longitude,narrative";
const line = (id: number, date = "2021-05-09"): string => `T-${id},${date},shelling,Agdam,39.991,46.93,x`;
const csv = (...lines: string[]): string => [header, ...lines].join("\n");

describe("delimiters", () => {
  test.each([[";", "semicolon"], ["\t", "tab"], ["|", "bar"]])("%j is told by the headers it makes, and said", async (delimiter, name) => {
    const plan = await planOf(textFile(csv(line(1), line(2)).replaceAll(",", delimiter)));
    expect(plan).toMatchObject({ delimiter, questions: [], notes: [{ code: "delimiter_detected", message: `Cells are parted by a ${name}.` }, { code: "location_precision_assumed" }] });
  });

  test("one that decides nothing between two is asked", async () => {
    const file = textFile("date_a;x,y;b,z\n1;2,3;4,5\n6;7,8;9,0\n");
    expect((await planOf(file)).questions[0]).toMatchObject({ choice: "delimiter", code: "delimiter_undecidable", options: [",", ";"] });
    expect((await planOf(file, { delimiter: ";" })).headers).toEqual(["date_a", "x,y", "b,z"]);
  });

  test("the line that a spreadsheet writes before the headers is followed and is no header", async () => {
    const plan = await planOf(textFile(`sep=;\r\n${csv(line(1)).replaceAll(",", ";")}`));
    expect(plan).toMatchObject({ delimiter: ";", headerRecords: 2 });
    expect(await rowsOf(textFile(`sep=;\r\n${csv(line(1)).replaceAll(",", ";")}`))).toHaveLength(1);
  });
});

describe("the order of dates", () => {
  test("is asked where no date tells it, and what a person says is followed", async () => {
    const file = textFile(csv(line(1, "03/04/2021"), line(2, "04/05/2021")));
    expect((await planOf(file)).questions).toMatchObject([{ choice: "dateOrder", code: "date_order_ambiguous", options: ["DMY", "MDY"] }]);
    const starts = async (dateOrder: "DMY" | "MDY") => (await rowsOf(file, { choices: { dateOrder } })).map(({ incident }) => incident?.occurred.start);
    expect(await starts("DMY")).toEqual(["2021-04-03", "2021-05-04"]);
    expect(await starts("MDY")).toEqual(["2021-03-04", "2021-04-05"]);
  });

  test("is told by one date that can be read in one way only, wherever it stands, and said", async () => {
    const plan = await planOf(textFile(csv(line(1, "03/04/2021"), ...Array.from({ length: 3000 }, (_none, at) => line(at + 2, "04/04/2021")), line(9, "4/13/2021"))));
    expect(plan).toMatchObject({ dateOrder: "MDY", questions: [] });
    expect(codes(plan.notes)).toContain("date_order_detected");
  });

  test("is asked where the dates contradict each other", async () => {
    expect((await planOf(textFile(csv(line(1, "13/04/2021"), line(2, "04/13/2021"))))).questions).toMatchObject([{ code: "date_order_mixed" }]);
  });

  test("needs no question where all dates begin with the year", async () => {
    expect(await planOf(textFile(csv(line(1))))).toMatchObject({ dateOrder: "YMD", questions: [] });
  });
});

test("the decimal sign is asked where coordinates are written both ways", async () => {
  const text = csv(line(1), line(2)).replaceAll(",", ";").replace("39.991", "39,991");
  expect((await planOf(textFile(text))).questions).toMatchObject([{ choice: "decimalSign", code: "decimal_sign_mixed" }]);
});

describe("headers", () => {
  test("are known without regard to case, blanks, underscores, order and what else people call them", async () => {
    const plan = await planOf(textFile("Event Date;TYPE ;Lat;LONG;Place Name;Actor;Fatalities;My own column\n2021-05-09;shelling;39,991;46,93;Agdam;unknown;0;x\n"));
    expect(plan.map).toEqual({ "Event Date": "event_date", TYPE: "event_type", Lat: "latitude", LONG: "longitude", "Place Name": "location_name", Actor: "against", Fatalities: "killed_best" });
    expect(plan.ignored).toEqual(["My own column"]);
    expect(codes(plan.notes)).toContain("headers_not_read");
  });

  test("that may both be one column are asked, and none of them is read meanwhile", async () => {
    const file = textFile("date,event_date,event_type,place\n2021-05-09,2021-05-10,shelling,Agdam\n");
    const plan = await planOf(file);
    expect(plan.questions).toMatchObject([{ choice: "map", code: "two_candidates", options: ["date", "event_date"] }]);
    expect(plan.map).not.toHaveProperty("date");
    const rows = await rowsOf(file, { choices: { map: { date: null } } });
    expect(rows[0]?.incident?.occurred.start).toBe("2021-05-10");
  });

  test("that are missing are asked for, and a person's choice is read", async () => {
    const file = textFile("wann,art,ort\n2021-05-09,shelling,Agdam\n");
    expect(codes((await planOf(file)).questions)).toEqual(["missing_column", "missing_column", "missing_column"]);
    const map = { wann: "event_date", art: "event_type", ort: "location_name" };
    expect((await planOf(file, { map })).questions).toEqual([]);
    expect((await rowsOf(file, { choices: { map } }))[0]).toMatchObject({ incident: { type: "CH04", place: { name: "Agdam" } } });
  });

  test("named like parts of every object are headers like any other", async () => {
    const file = textFile("event_date,event_type,place,constructor,__proto__,toString\n2021-05-09,shelling,Agdam,a,b,c\n");
    expect((await planOf(file)).ignored).toEqual(["constructor", "column 5", "toString"]);
    expect((await rowsOf(file))[0]?.cells).toMatchObject({ constructor: "a", "column 5": "b", toString: "c" });
  });

  test("without a name are called by their place", async () => {
    expect((await planOf(textFile("event_date,,event_type,place,\n2021-05-09,,shelling,Agdam,\n"))).headers).toEqual(["event_date", "column 2", "event_type", "place", "column 5"]);
  });

  test("a choice of a column that is none is refused", async () => {
    expect(await refusalCodes(textFile(csv(line(1))), { map: { narrative: "nonsense" } })).toEqual(["unknown_column"]);
  });
});

describe("headers below a title and notes", () => {
  test("are found within the first 25 records, said, and numbered from", async () => {
    const file = textFile(`Monthly table of the ministry\n\nprinted 3 May\n${header}\n${line(1)}\n`);
    const plan = await planOf(file);
    expect(plan.questions).toEqual([]);
    expect(plan.notes.map(({ code }) => code)).toContain("headers_found_below");
    expect((await rowsOf(file)).map(({ record, externalId }) => [record, externalId])).toEqual([[1, "T-1"]]);
  });

  test("are asked for where they stand further down", async () => {
    const plan = await planOf(textFile(`${Array.from({ length: 25 }, (_none, at) => `note ${at}`).join("\n")}\n${header}\n${line(1)}\n`));
    expect(plan.questions.map(({ code }) => code)).toContain("missing_column");
  });
});

describe("GeoJSON of which no feature can be read is refused by what is wrong with it", () => {
  const feature = (value: string) => `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"x":${value}},"geometry":null}]}`;
  test.each([["nested a hundred thousand deep", feature(`${"[".repeat(100_000)}${"]".repeat(100_000)}`), "nesting_too_deep"], ["broken off", feature("1").slice(0, -30), "malformed_json"], ["no GeoJSON at all", '{"a":1}', "not_a_feature"]])("%s", async (_name, text, code) => {
    expect(await refusalCodes(textFile(text))).toEqual([code]);
  });
});

describe("files that hold no table", () => {
  test.each([
    ["nothing", "", "empty_file"], ["a byte-order mark only", "\uFEFF", "empty_file"], ["blank lines only", "\n\r\n  \n", "empty_file"], ["headers only", header, "no_records"], ["data without headers", "T-1,2021-05-09,39.9\nT-2,2021-05-09,39.9\n", "no_header"],
    ["a thousand columns and one", `${Array.from({ length: 1001 }, (_none, at) => `c${at}`).join(",")}\n1\n`, "too_many_columns"], ["equal headers", "event_date,event_type,place,Place\n1,2,3,4\n", "duplicate_header"],
  ])("%s", async (_name, text, code) => {
    expect(await refusalCodes(textFile(text))).toEqual([code]);
  });

  test.each([
    ["a PDF", "%PDF-1.7\n", "not_a_table"], ["a workbook of before 2007", "\u00d0\u00cf\u0011\u00e0", "old_excel"], ["a compressed file", "\u001f\u008b\u0008", "not_a_table"], ["bytes of anything", "a,b\n\u0001\u0002\u0003\u0004\u0005\u0006\n", "not_text"], ["an archive that is none", "PK\u0003\u0004nonsense", "broken_archive"],
  ])("%s, whatever its name", async (_name, text, code) => {
    expect(await refusalCodes(savedFile(Buffer.from(text, "latin1")))).toEqual([code]);
  });

  test("a line without end is no header", async () => {
    expect(await refusalCodes(textFile("x".repeat(14 * 1024 * 1024), 65_536))).toEqual(["header_not_read"]);
  });

  test("choices that can't be followed are refused, each by its name", async () => {
    expect(await refusalCodes(textFile(csv(line(1))), { encoding: "latin-9", delimiter: ";;" })).toEqual(["unknown_encoding", "unknown_delimiter"]);
    expect(await refusalCodes(textFile(csv(line(1))), { format: "geojson" })).toEqual(["format_mismatch"]);
    expect(await refusalCodes(textFile(csv(line(1))), { format: "hxl" })).toEqual(["no_tag_row"]);
  });
});

describe("records", () => {
  test("with a NUL, a cell of a megabyte or an open quote are refused one by one, and the others are read", async () => {
    const rows = await rowsOf(textFile(csv(line(1), line(2).replace("x", "a\u0000b"), line(3).replace("x", "y".repeat(1024 * 1024)), line(4).replace("x", '"open'), line(5, "2021-06-10"))));
    expect(rows.map((row) => [row.result, ...codesOf(row)])).toEqual([["accepted"], ["rejected", "nul_character"], ["rejected", "text_too_long"], ["rejected", "unclosed_quote"], ["accepted"]]);
    expect(rows[2]?.reasons[0]?.value).toHaveLength(200);
    expect(rows[2]?.cells["narrative"]).toHaveLength(2000);
  });

  test("say which cell of the file a reason is about", async () => {
    const [row] = await rowsOf(textFile("My Date,event_type,place\n2021-02-31,shelling,Agdam\n"), { choices: { map: { "My Date": "event_date" } } });
    expect(row?.reasons[1]).toMatchObject({ code: "invalid_date", column: "My Date", value: "2021-02-31" });
  });

  test("of blanks only are none", async () => {
    expect(await rowsOf(textFile(csv(line(1), ",,,,,,", " , , , , , , ", line(2))))).toHaveLength(2);
  });

  test("that only look like SQL or HTML are text", async () => {
    const told = "'; DROP TABLE incident; -- <script>";
    expect((await rowsOf(textFile(csv(line(1).replace("x", told)))))[0]).toMatchObject({ result: "accepted", incident: { narrative: told } });
  });
});
