import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvScanner, type RawRecord } from "@/lib/imports/reading/csv/domain";

function scan(pieces: readonly string[], delimiter = ","): RawRecord[] {
  const scanner = csvScanner(delimiter);
  return [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.end()];
}
const told = (records: readonly RawRecord[]): string[][] => records.map(({ cells, fault }) => (fault ? [fault.code] : [...cells]));

const cell = fc.stringMatching(/^[ab,;" \n\r]{0,6}$/);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
const cutAnywhere = (text: string, sizes: readonly number[]): string[] => {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
};

describe("cutting CSV", () => {
  test("what was written is read back, whatever the line breaks and wherever the pieces end", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n", "\r"), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (rows, lineBreak, sizes) => {
        const text = rows.map((row) => row.map((value) => (/[",\r\n]/.test(value) ? quoted(value) : value)).join(",")).join(lineBreak);
        expect(told(scan(cutAnywhere(text, sizes)))).toEqual(rows.filter((row) => row.some((value) => value !== "")));
      }),
      { numRuns: 500 },
    );
  });

  test("agrees with csv-parse on every well-formed text", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map(quoted).join(",")).join("\r\n");
        const others = (parse(text, { relax_column_count: true }) as string[][]).filter((row) => row.some((value) => value !== ""));
        expect(told(scan([text]))).toEqual(others);
      }),
    );
  });

  test("mixed line breaks, a missing last one and blank lines make no records of their own", () => {
    expect(told(scan(["a,b\r\n1,2\n\n3,4\r5,6\n\r\n7,8"]))).toEqual([["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]]);
  });

  test("a quote within an unquoted cell stands for itself, and blanks behind a closing quote for nothing", () => {
    expect(told(scan(['a,5" gun,"b" ,c']))).toEqual([["a", '5" gun', "b", "c"]]);
  });
});

describe("quotes that don't close", () => {
  test("one that is closed amid text spoils its own record only", () => {
    expect(told(scan(['1,"a" b,c\n2,x,y\n']))).toEqual([["malformed_quote"], ["2", "x", "y"]]);
  });

  test("one that is never closed spoils its own record, and the records after it are read", () => {
    const records = scan(['1,ok,x\n2,"never closed,x\n3,ok,y\n4,ok,z\n']);
    expect(told(records)).toEqual([["1", "ok", "x"], ["unclosed_quote"], ["3", "ok", "y"], ["4", "ok", "z"]]);
    expect(records[1]?.fault?.raw).toBe('2,"never closed,x');
  });

  test("one that meets the quote of a later record spoils its own only", () => {
    expect(told(scan(['1,"open,x\n2,"closed, here",y\n3,ok,z']))).toEqual([["malformed_quote"], ["2", "closed, here", "y"], ["3", "ok", "z"]]);
  });

  test("many of them are read in a time that grows with their number only", () => {
    const started = Date.now();
    const text = Array.from({ length: 20_000 }, (_none, at) => `${at},"open,${"x".repeat(50)}\n`).join("");
    expect(scan(cutAnywhere(text, [65_536]))).toHaveLength(20_000);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describe("records beyond bounds", () => {
  const megabyte = "x".repeat(1024 * 1024);

  test("a line without end is told of once, and reading goes on behind it", () => {
    const records = scan(["a,b\n", ...Array.from({ length: 20 }, () => megabyte), "\n1,2\n"]);
    expect(told(records)).toEqual([["a", "b"], ["record_too_long"], ["1", "2"]]);
    expect(records[1]?.fault?.raw).toHaveLength(2000);
  });

  test("a quote that swallows megabytes is given up, and the lines within are looked at", () => {
    const lines = Array.from({ length: 14 }, () => `${megabyte}\n`);
    const records = scan(['1,"open\n', ...lines, "2,ok\n"]);
    expect(told(records).map(([first = ""]) => first.slice(0, 14))).toEqual(["unclosed_quote", ...lines.map(() => "x".repeat(14)), "2"]);
  });

  test("a cell of ten megabytes that is closed is one cell", () => {
    const [record] = scan([...Array.from({ length: 1 }, () => '1,"'), ...Array.from({ length: 10 }, () => `${megabyte}\n`), '",3\n']);
    expect(record?.cells.map((value) => value.length)).toEqual([1, 10 * (megabyte.length + 1), 1]);
  });
});
