import type { Archive } from "../archive/pipeline";
import { kindOfFormat, type Epoch, type NumberKind } from "../cells/domain";
import { readXml } from "../xml/pipeline";

export type Sheet = { readonly name: string; readonly part: string; readonly isHidden: boolean };

/** What the parts of a workbook say before its sheets are read. */
export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly epoch: Epoch;
  /** How the numbers of each style are shown. */
  readonly kinds: readonly NumberKind[];
  readonly texts: readonly string[];
  readonly hasMacros: boolean;
  readonly hasLinks: boolean;
};

/** Reads a workbook's list of sheets, its styles and its texts. Its sheets are not touched. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = await relations(archive);
  const { sheets, epoch } = await sheetList(archive, targets);
  return {
    sheets, epoch,
    kinds: await numberKinds(archive),
    texts: await sharedTexts(archive),
    hasMacros: archive.names.some((name) => /vbaProject\.bin$/i.test(name)),
    hasLinks: archive.names.some((name) => /externalLinks?\//i.test(name)),
  };
}

/** Where each related part stands, by the relation's id. Only parts within the workbook: what is outside is never opened. */
async function relations(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readXml(archive.open("xl/_rels/workbook.xml.rels"), {
    open(name, { Id, Target, TargetMode }) {
      if (name === "Relationship" && Id !== undefined && Target !== undefined && TargetMode !== "External") targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`);
    },
  });
  return targets;
}

async function sheetList(archive: Archive, targets: ReadonlyMap<string, string>): Promise<{ sheets: Sheet[]; epoch: Epoch }> {
  const sheets: Sheet[] = [];
  let epoch: Epoch = "1900";
  await readXml(archive.open("xl/workbook.xml"), {
    open(tag, attributes) {
      if (tag === "workbookPr" && /^(?:1|true)$/i.test(attributes["date1904"] ?? "")) epoch = "1904";
      if (tag === "sheet") sheets.push(sheetOf(attributes, targets));
    },
  });
  return { sheets: sheets.filter(({ part }) => archive.names.includes(part)), epoch };
}

function sheetOf(attributes: Readonly<Record<string, string>>, targets: ReadonlyMap<string, string>): Sheet {
  const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
  const part = targets.get(id) ?? "";
  return { name: attributes["name"] ?? part, part, isHidden: (attributes["state"] ?? "visible") !== "visible" };
}

async function numberKinds(archive: Archive): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  await readXml(archive.open("xl/styles.xml"), {
    open(name, { numFmtId, formatCode }) {
      if (name === "numFmt" && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") isInCells = true;
      if (name === "xf" && isInCells) kinds.push(kindOfFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId ?? 0))));
    },
    close(name) {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return kinds;
}

/** The texts that cells point to; rich text is its letters, and readings beside the letters (phonetic runs) are left out. */
async function sharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  let current = "";
  let isText = false;
  let isReading = false;
  await readXml(archive.open("xl/sharedStrings.xml"), {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      if (name === "rPh") isReading = false;
      if (name === "t") isText = false;
      if (name === "si") texts.push(current);
    },
  });
  return texts;
}
