import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { bytesFile, codesOf, planOf, rowsOf, textFile } from "@/tests/support/import-files";

const header = "external_id,event_date,event_type,location_name,narrative\n";
const tableOf = (...narratives: string[]): string => header + narratives.map((text, at) => `T-${at + 1},2021-05-09,shelling,Agdam,"${text}"\n`).join("");
const encoded = (text: string, encoding: string, mark: readonly number[] = []) => bytesFile(Buffer.concat([Buffer.from(mark), iconv.encode(text, encoding)]), 7);

const russian = tableOf("Обстрел села Храморт, жертв нет", "Азербайджанская сторона нарушила режим прекращения огня");
const turkish = tableOf("Ağdam'da Şuşa yönünde ateş açıldı", "İğdır köyü yakınında çatışma çıktı, kayıp olmadı");
const french = tableOf("Des tirs ont été signalés à l'ouest, près du côté azéri", "Aucun blessé n’a été déploré là-bas; fenêtres brisées");
const many = tableOf("Şuşa / Շուշի / Шуша, 10 Noyabr; atəş", "Ստեփանակերտ");

describe("encodings, told by the bytes", () => {
  test.each([
    ["windows-1251", russian], ["windows-1254", turkish], ["windows-1252", french], ["utf-8", many], ["utf-16le", many], ["utf-16be", many], ["utf-16le", russian],
  ])("%s is told and said, and its letters come out right", async (encoding, text) => {
    const file = encoded(text, encoding);
    const plan = await planOf(file);
    expect(plan).toMatchObject({ encoding, questions: [] });
    expect(plan.notes.map(({ code }) => code)).toContain("encoding_detected");
    expect((await rowsOf(file))[0]?.incident?.narrative).toBe(/"(.*)"/.exec(text)?.[1]);
  });

  test.each([["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]], ["utf-8", [0xef, 0xbb, 0xbf]]] as const)("the byte-order mark of %s settles it, and is part of no header", async (encoding, mark) => {
    const plan = await planOf(encoded(many, encoding, mark));
    expect(plan).toMatchObject({ encoding });
    expect(plan.headers[0]).toBe("external_id");
  });

  test("too few letters to tell by are a question, never a guess", async () => {
    const file = encoded(tableOf("Шуша"), "windows-1251");
    expect((await planOf(file)).questions).toMatchObject([{ choice: "encoding", code: "encoding_undecidable" }]);
    const rows = await rowsOf(file, { choices: { encoding: "windows-1251" } });
    expect(rows[0]?.incident?.narrative).toBe("Шуша");
  });

  test("ASCII needs no word", async () => {
    expect(await planOf(textFile(tableOf("plain")))).toMatchObject({ encoding: "utf-8", notes: [], questions: [] });
  });

  test("a letter beyond the first megabytes is found as well", async () => {
    const ascii = tableOf(...Array.from({ length: 3000 }, () => "x".repeat(100)));
    expect(await planOf(encoded(ascii + russian.slice(header.length).repeat(20), "windows-1251"))).toMatchObject({ encoding: "windows-1251" });
  });

  test("some broken bytes in UTF-8 hold their own record only", async () => {
    const bytes = Buffer.from(tableOf("Шуша рядом с селом", "bad: @@", "Шуша"));
    bytes.set([0xff, 0xfe], bytes.indexOf("@@"));
    const file = bytesFile(bytes, 11);
    expect((await planOf(file)).notes.map(({ code }) => code)).toContain("broken_bytes");
    expect((await rowsOf(file)).map((row) => [row.result, ...codesOf(row).filter((code) => code === "replacement_character")])).toEqual([["acceptedWithWarning"], ["needsReview", "replacement_character"], ["acceptedWithWarning"]]);
  });

  test("half of a surrogate pair in UTF-16 refuses its own record only", async () => {
    const rows = await rowsOf(bytesFile(Buffer.from(tableOf("a\uD800b", "ok"), "utf16le"), 6));
    expect(rows.map((row) => codesOf(row).includes("broken_text"))).toEqual([true, false]);
    expect(rows[0]?.result).toBe("rejected");
  });
});
