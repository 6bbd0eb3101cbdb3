// Files for the evidence tests, made here: a photograph with a place in it, films and pages in disguise. Knows no test runner.
import { randomBytes } from "node:crypto";
import exifReader from "exif-reader";
import sharp from "sharp";

const place = { GPSLatitudeRef: "N", GPSLatitude: "40/1 3/1 36/1", GPSLongitudeRef: "E", GPSLongitude: "46/1 43/1 48/1" };

/** A photograph as a telephone makes it: turned by a mark, with its place and maker. No two are the same unless `colour` is given. */
export async function aPhotograph({ width = 640, height = 360, colour = `#${randomBytes(3).toString("hex")}` } = {}): Promise<Buffer> {
  const drawn = sharp({ create: { width, height, channels: 3, background: colour } }).composite([{ input: { create: { width: 60, height: 40, channels: 3, background: "#ffffff" } }, left: 20, top: 20 }]);
  return drawn
    .jpeg()
    .withExif({ IFD0: { Make: "Maker of telephones", Model: "Secret device" }, IFD3: place })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: "Maker of telephones", Model: "Secret device" }, IFD3: place })
    .toBuffer();
}

/** What a picture tells besides its pixels. */
export async function carriedBy(picture: Buffer | Uint8Array) {
  const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(picture).metadata();
  const read = exif ? exifReader(exif) : undefined;
  return { gps: read?.GPSInfo?.GPSLatitude, make: read?.Image?.Make, hasBlocks: [exif, xmp, iptc, icc].some((block) => block !== undefined), orientation, width, height };
}

/** The first bytes of an MP4 film, enough to be told by. */
export const aFilm = (size = 4096): Buffer => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom"), Buffer.from([0, 0, 2, 0]), Buffer.from("isomiso2"), randomBytes(size)]);
export const aPdf = (): Buffer => Buffer.from(`%PDF-1.7\n% ${randomBytes(8).toString("hex")}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
export const aPage = (): Buffer => Buffer.from(`<!doctype html><html><body><script>alert("${randomBytes(4).toString("hex")}")</script></body></html>`);
export const aDrawing = (): Buffer => Buffer.from(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(${Date.now()})</script></svg>`);
export const aProgram = (): Buffer => Buffer.concat([Buffer.from("MZ"), randomBytes(2000)]);
