/** What the list at the end of an archive says of one of its files. */
export type Declared = { readonly name: string; readonly packed: number; readonly unpacked: number };

const mostEntries = 2000;
const mostUnpacked = 2 * 1024 ** 3;
/** Sheets of real tables unpack to 5 to 60 times their size; deflate ends at about 1,030. */
const mostRatio = 200;
const ratioMattersFrom = 20 * 1024 ** 2;
/** All the texts of a workbook are held in memory while it is read. */
export const mostSharedText = 96 * 1024 ** 2;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;

/** Why an archive is not unpacked, told by its list alone; undefined where nothing stands against it. */
export function whyNotUnpack(entries: readonly Declared[]): string | undefined {
  if (entries.length > mostEntries) return `The workbook holds ${entries.length} files; at most ${mostEntries} are read.`;
  const bomb = entries.find(({ packed, unpacked }) => unpacked > ratioMattersFrom && unpacked > packed * mostRatio);
  if (bomb) return `“${bomb.name}” would unpack from ${bomb.packed} bytes to ${megabytes(bomb.unpacked)}; no real sheet does.`;
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > mostUnpacked) return `The workbook would unpack to ${megabytes(total)}; at most ${megabytes(mostUnpacked)} are read. Save it as CSV.`;
  const shared = entries.find(({ name, unpacked }) => /sharedStrings\.xml$/i.test(name) && unpacked > mostSharedText);
  return shared && `The workbook's texts unpack to ${megabytes(shared.unpacked)}; at most ${megabytes(mostSharedText)} are read. Save it as CSV.`;
}

/** A document type, which may define entities that unpack without end or reach into files. No part of a workbook has one. */
export const hasDoctype = (text: string): boolean => text.includes("<!DOCTYPE") || text.includes("<!ENTITY");
/** So many characters may hide the beginning of one at the end of a piece. */
export const doctypeLength = "<!DOCTYPE".length;
