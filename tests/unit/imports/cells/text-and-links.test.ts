import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLinks } from "@/lib/imports/domain/link";
import { cellText, readText, sameName } from "@/lib/imports/domain/text";
import { guardFormula, unguardFormula } from "@/lib/kernel/formula-text";

const codes = (text: string, max = 100) => readText(text, max).found.map(({ code }) => code);

describe("a text", () => {
  test("is kept letter by letter, whatever markup or script it holds", () => {
    for (const text of ["<script>alert(1)</script>", "&lt;", "'; DROP TABLE incidents; --", "{{7*7}}", "Şuşa / Շուշի / Шуша", "שלום", "می‌خواهم", "👩‍👩‍👧"]) expect(readText(text, 100)).toEqual({ value: text, found: [] });
  });

  test("is refused where it can't be kept, held where letters were lost, and warned of where marks can't be seen", () => {
    expect(codes("a\u0000b")).toEqual(["nul_character"]);
    expect(codes("a\uD800b")).toEqual(["broken_text"]);
    expect(codes("x".repeat(101))).toEqual(["text_too_long"]);
    expect(codes("a\uFFFDb")).toEqual(["replacement_character"]);
    expect(codes("a\u202Eb")).toEqual(["invisible_characters"]);
    expect(codes("T\u200B1")).toEqual(["invisible_characters"]);
  });

  test("two names are the same without regard to case, blanks, composition and marks that can't be seen", () => {
    expect(new Set([" T-1", "t-1 ", "T\u200B-1", "T-1\u00A0"].map(sameName)).size).toBe(1);
    expect(sameName("S\u0327us\u0327a")).toBe(sameName("Şuşa"));
  });

  test("a cell loses the blanks around it and one apostrophe that our export put before a formula", () => {
    expect(["'=1+1", "''=1+1", "'quoted'", "  x ", "'-5", "'\t=1"].map(cellText)).toEqual(["=1+1", "'=1+1", "'quoted'", "x", "-5", "=1"]);
  });
});

describe("the guard of formulas", () => {
  test("is always undone exactly, also for texts that look as if they had it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[ \t\r]{0,2}[=+\-@＝a].{0,5}$/)), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
  test("stands before everything that a spreadsheet would run, and before nothing else", () => {
    expect(["=1", "+1", "-1", "@A", "\t=1", "\r=1", "  =1", "＝1"].every((text) => guardFormula(text) === `'${text}`)).toBe(true);
    expect(["prose", "5", "a=b", "(=1)"].every((text) => guardFormula(text) === text)).toBe(true);
  });
});

describe("a cell of addresses", () => {
  const read = (text: string) => {
    const { value, found } = readLinks(text);
    return [value, ...found.map(({ code }) => code)];
  };
  test("several addresses in one cell are several", () => {
    expect(read("https://a.example/1; http://b.example/2 https://c.example/?q=x;y")).toEqual([["https://a.example/1", "http://b.example/2", "https://c.example/?q=x;y"]]);
  });
  test.each(["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.example/", "vbscript:x"])("%s is unsafe", (text) => {
    expect(read(text)).toEqual([[], "unsafe_url"]);
  });
  test.each(["//example.org/x", "example.org", "see page 4", "https://", "https:///x", "https://a b.example", "https://exa<mple.org/"])("%s is no whole address", (text) => {
    expect(read(text)).toEqual([[], "invalid_url"]);
  });
  test.each(["http://127.0.0.1:5432/", "http://localhost/", "http://10.1.2.3/", "http://[::1]/", "http://printer.local/", "http://0x7f.1/", "http://2130706433/", "http://169.254.169.254/latest"])("%s is local", (text) => {
    expect(read(text)).toEqual([[text], "url_is_local"]);
  });
  test("names and passwords are left off", () => {
    expect(read("https://user:pass@example.org/x")).toEqual([["https://example.org/x"], "url_has_credentials"]);
  });
});
