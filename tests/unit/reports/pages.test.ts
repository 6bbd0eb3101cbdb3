import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { sha256Of } from "@/lib/reports/digest/service";
import { drawBars } from "@/lib/reports/drawing/domain/bars";
import { drawMonths, runsOf } from "@/lib/reports/drawing/domain/months";
import { drawPdf } from "@/lib/reports/drawing/service";
import { aDocument, aFigure } from "../../support/report-builders";

const names = ["Փառուխ", "Ստեփանակերտ", "Xankəndi", "Şuşa", "Ağdərə", "Göyçə", "İçərişəhər", "Шуша", "Степанакерт"];
const on = calendarDate;
const document = aDocument({
  isDemonstration: true,
  sections: [
    {
      id: "a",
      title: "Everything that a section can hold",
      blocks: [
        { type: "TEXT", text: names.join(" / ") },
        { type: "HEADING", text: "A duty", href: "/obligations/T-1a" },
        { type: "LIST", items: ["One reason", "Another reason"] },
        { type: "FACTS", items: [{ term: "Records", value: aFigure(12) }, { term: "Record", value: { text: "TL-000007", href: "/incidents/7" } }] },
        { type: "TABLE", name: "a", caption: "A table", columns: [{ label: "Place", kind: "TEXT" }, { label: "Count", kind: "FIGURE" }], rows: Array.from({ length: 60 }, (_, index) => [`Row ${index}`, aFigure(index)]), whenEmpty: "" },
        { type: "TABLE", name: "b", caption: "No table", columns: [{ label: "Place", kind: "TEXT" }], rows: [], whenEmpty: "No such record." },
        { type: "BARS", caption: "Bars", isApart: true, items: [{ label: names[0] ?? "", figure: aFigure(4) }, { label: "Nothing", figure: aFigure(0) }] },
        { type: "MONTHS", caption: "Months", rows: [{ label: "T-1a", months: [{ on: on("2022-02-28"), state: "C_HOLDING" }, { on: on("2022-03-31"), state: "C_BREACHED" }] }] },
        { type: "MAP", caption: "A map", points: [{ reference: "TL-000007", lat: 40.06, lon: 46.73, radiusMetres: 10_000 }, { reference: "TL-000009", lat: -40, lon: 170, radiusMetres: null }], districts: [{ code: "AZE-1739", label: "Khojaly", figure: aFigure(2) }], notShown: aFigure(1) },
      ],
    },
  ],
});
const sha256 = sha256Of(canonicalJson(document));

let pages: string[];
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await drawPdf(document, sha256);
  pages = (await extractText(await getDocumentProxy(Uint8Array.from(bytes)))).text;
});

describe("the pages of a report", () => {
  it("have both clocks, the demonstration notice and the limits on the front", () => {
    for (const words of ["2022-03-31", "2022-04-02T00:00:00.000Z", "Demonstration data from excerpts", "What this report can’t say", "Nothing that was published later is in it."]) expect(pages[0]).toContain(words);
  });

  it("have their number and the digest at the foot of each", () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain(sha256);
    }
  });

  it("write Armenian, Azerbaijani and Cyrillic names so that they can be read and copied", () => {
    const text = pages.join("\n");
    for (const name of names) expect(text).toContain(name);
  });

  it("show each number with its unit, sources, day and level, and say where a table has no row", () => {
    const text = pages.join("\n").replaceAll(/\s+/g, " ");
    expect(text).toContain("12 records 2 sources · as of 2022-03-31 · levels V1 to V3");
    for (const words of ["No such record.", "Outside the drawing: TL-000009.", "no statement on status", "2022-02: Holding; 2022-03: Breached", "Nothing is withheld from this report.", "A bulletin", "By rule."]) expect(text).toContain(words);
  });

  it("are the same file for the same report", async () => {
    expect(sha256Of(await drawPdf(document, sha256))).toBe(sha256Of(bytes));
  });
});

describe("the pictures", () => {
  it("escape what stands in them and draw nothing for nothing", () => {
    const svg = drawBars({ type: "BARS", caption: "", isApart: false, items: [{ label: `<script>"&"`, figure: aFigure(0) }] }, 700);
    expect(svg).toContain("&lt;script&gt;&quot;&amp;&quot;");
    expect(svg).not.toContain("<rect");
  });

  it("draw months in which a duty stood alike as one run", () => {
    const months = ["2022-01-31", "2022-02-28", "2022-03-31"].map((day, index) => ({ on: on(day), state: index === 2 ? "C_BREACHED" : "C_HOLDING" }));
    expect(runsOf(months)).toEqual([{ state: "C_HOLDING", from: "2022-01-31", to: "2022-02-28", months: 2 }, { state: "C_BREACHED", from: "2022-03-31", to: "2022-03-31", months: 1 }]);
    expect(drawMonths({ type: "MONTHS", caption: "", rows: [{ label: "T-1a", months }] }, 700).match(/<rect/g)).toHaveLength(2);
  });
});
