import path from "node:path";
import pdfmake from "pdfmake";
import type { Content, CustomTableLayout, TDocumentDefinitions } from "pdfmake/interfaces";
import { sourceAlignmentLabel } from "@/lib/codelists/source-alignment";
import { sourceBasisLabel } from "@/lib/codelists/source-basis";
import { sourceKindLabel } from "@/lib/codelists/source-kind";
import { withheldKindLabel } from "@/lib/codelists/withheld-kind";
import { drawRegion } from "@/lib/map/queries";
import type { ReportDocument, TableBlock } from "../domain/document";
import { blockContent, type Canvas, factsContent } from "./blocks/service";
import { demonstrationText, demonstrationTitle, frontFacts, limitsTitle } from "./domain/front";
import { paper } from "./domain/svg";

// The fonts lie beside the build (next.config.js). DejaVu has Armenian, Cyrillic and the letters of Azerbaijani.
const fontFolder = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/dejavu-fonts-ttf/ttf");
const font = (name: string): string => path.join(fontFolder, name);
const fonts = { DejaVu: { normal: font("DejaVuSans.ttf"), bold: font("DejaVuSans-Bold.ttf"), italics: font("DejaVuSans-Oblique.ttf"), bolditalics: font("DejaVuSans-BoldOblique.ttf") } };

const reportLayout: CustomTableLayout = {
  hLineWidth: (line) => (line <= 1 ? 0.75 : 0.25),
  vLineWidth: () => 0,
  hLineColor: () => paper.line,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

/** Landscape A4 with these margins has this much room. */
const canvasWidth = 842 - 2 * 40;

/**
 * The pages of a report, drawn from its document alone, as PDF. Every page bears its number and the digest that the report is verified
 * by; the limits are on the front, whatever the sections are. Reads the fonts from disk and nothing from elsewhere.
 */
export async function drawPdf(document: ReportDocument, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  pdfmake.setFonts(fonts);
  pdfmake.setTableLayouts({ report: reportLayout });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => path.dirname(file) === fontFolder);
  const canvas: Canvas = { width: canvasWidth, map: drawRegion({ width: 480, padding: 8, grid: 1 }) };
  return Uint8Array.from(await pdfmake.createPdf(definitionOf(document, { sha256, canvas })).getBuffer());
}

type Drawn = { readonly sha256: string; readonly canvas: Canvas };

const definitionOf = (document: ReportDocument, { sha256, canvas }: Drawn): TDocumentDefinitions => ({
  pageSize: "A4",
  pageOrientation: "landscape",
  pageMargins: [40, 40, 40, 44],
  defaultStyle: { font: "DejaVu", fontSize: 8.5, color: paper.ink, lineHeight: 1.15 },
  styles: {
    title: { fontSize: 17, bold: true, margin: [0, 0, 0, 8] },
    heading: { fontSize: 12.5, bold: true, margin: [0, 12, 0, 4] },
    subheading: { fontSize: 10, bold: true, margin: [0, 8, 0, 2] },
    caption: { fontSize: 8.5, italics: true, color: paper.soft, margin: [0, 4, 0, 3] },
    basis: { fontSize: 6.5, color: paper.soft },
    soft: { color: paper.soft },
  },
  info: { title: document.title, creator: "Truce Ledger", producer: "Truce Ledger", creationDate: new Date(document.clocks.knownAt), modDate: new Date(document.clocks.knownAt) },
  // A heading with nothing below it stands on the next page.
  pageBreakBefore: (node, container) => node.headlineLevel !== undefined && container.getFollowingNodesOnPage().length === 0,
  footer: (page, pages) => ({
    margin: [40, 12, 40, 0],
    columns: [
      { text: `SHA-256 ${sha256}`, fontSize: 6.5, color: paper.soft, width: "*" },
      { text: `As of ${document.clocks.asOf}, known until ${document.clocks.knownAt}`, fontSize: 6.5, color: paper.soft, width: "auto" },
      { text: `Page ${page} of ${pages}`, fontSize: 6.5, color: paper.soft, width: 80, alignment: "right" },
    ],
  }),
  content: [
    { text: document.title, style: "title" },
    factsContent(frontFacts(document)),
    ...(document.isDemonstration ? [boxed([{ text: demonstrationTitle, bold: true }, demonstrationText])] : []),
    boxed([{ text: limitsTitle, bold: true }, { ul: [...document.limits] }]),
    ...document.sections.flatMap(({ title, blocks }): Content[] => [heading(title), ...blocks.map((block) => blockContent(block, canvas))]),
    ...closing(document, canvas),
  ],
});

const heading = (text: string): Content => ({ text, style: "heading", headlineLevel: 1 });

const boxed = (stack: Content[]): Content => ({ table: { widths: ["*"], body: [[{ stack, margin: [4, 3, 4, 3] }]] }, margin: [0, 6, 0, 4] });

function closing(document: ReportDocument, canvas: Canvas): Content[] {
  return [
    heading("What is withheld"),
    blockContent(withheldTable(document), canvas),
    heading("Sources"),
    blockContent(sourcesTable(document), canvas),
    heading("How it was made"),
    { ul: [...document.method] },
  ];
}

const withheldTable = ({ withheld }: ReportDocument): TableBlock => ({
  type: "TABLE",
  name: "withheld",
  caption: "What kinds of things are left out of how many records, and why",
  columns: [{ label: "What", kind: "TEXT" }, { label: "Of", kind: "FIGURE" }, { label: "Why", kind: "TEXT" }],
  rows: withheld.map(({ kind, records, why }) => [withheldKindLabel(kind), records, why]),
  whenEmpty: "Nothing is withheld from this report.",
});

const sourcesTable = ({ sources }: ReportDocument): TableBlock => ({
  type: "TABLE",
  name: "sources",
  caption: "Every source that a record or a duty of this report names",
  columns: ["Key", "Publisher", "Title", "Published", "Kind and alignment", "Reliability", "How it was read"].map((name) => ({ label: name, kind: "TEXT" as const })),
  rows: sources.map(({ key, publisher, title, publishedOn, url, kind, alignment, reliability, basis, rests }) => [
    key, publisher, [title ?? "", url ?? ""].filter((part) => part !== "").join(" · "), publishedOn ?? "not dated", `${sourceKindLabel(kind)}, ${sourceAlignmentLabel(alignment)}${rests === null ? "" : `, rests on ${rests}`}`, reliability, sourceBasisLabel(basis),
  ]),
  whenEmpty: "No source is named.",
});
