import sharp, { type Metadata, type Sharp } from "sharp";
import type { Media } from "../domain/media";
import { discard, measured, waitingPath, type Received } from "../intake/service";

/** A drawing of the picture that carries its pixels and nothing else, with a small one for lists. */
export type Copies = { copy: Received; copyMimeType: string; width: number; height: number; thumbnail: Received };

/** More pixels than any camera takes at once; a file that claims more is built to fill the memory. */
const mostPixels = 150_000_000;
const longestSide = 4096;
const thumbnailSide = 480;
const drawSeconds = 60;

// The formats that we redraw and no others: no drawing languages, no document formats, whatever a file says that it is.
const readers = ["Jpeg", "Png", "Webp", "Nsgif", "Tiff", "Heif"].flatMap((format) => [`VipsForeignLoad${format}File`, `VipsForeignLoad${format}Buffer`]);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: readers });
// A picture is drawn by one thread and forgotten afterwards: an upload must not crowd out the pages.
sharp.concurrency(1);
sharp.cache(false);

let turn: Promise<unknown> = Promise.resolve();

/** One picture at a time, however many come in: memory is bounded by the largest of them. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work);
  turn = mine.catch(() => undefined);
  return mine;
}

const opened = (file: string, animated = false): Sharp => sharp(file, { limitInputPixels: mostPixels, failOn: "none", animated });

/**
 * Draws a picture anew, upright, without the metadata that the device or a program wrote beside it: no place, no time, no device,
 * no earlier small picture. Undefined where it can't be read as a picture. The files stand in the waiting folder.
 */
export function redraw(file: string, media: Media): Promise<Copies | undefined> {
  return media.isRedrawable ? inTurn(() => drawn(file)) : Promise.resolve(undefined);
}

async function drawn(file: string): Promise<Copies | undefined> {
  const [copyPath, thumbnailPath] = [await waitingPath(), await waitingPath()];
  try {
    const look = await opened(file).metadata();
    const { format, mimeType } = outputOf(look);
    const fit = { width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true } as const;
    const source = isMoving(look) ? opened(file, true) : opened(file).autoOrient();
    const { width, height, pageHeight } = await encoded(source.resize(fit), format).timeout({ seconds: drawSeconds }).toFile(copyPath);
    await sharp(copyPath).resize({ ...fit, width: thumbnailSide, height: thumbnailSide }).webp({ quality: 78 }).toFile(thumbnailPath);
    return { copy: await measured(copyPath), copyMimeType: mimeType, width, height: pageHeight ?? height, thumbnail: await measured(thumbnailPath) };
  } catch (error) {
    await Promise.all([discard(copyPath), discard(thumbnailPath)]);
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** libvips says only in words what is wrong with a picture; a failure of the disk has a code. */
const isUnreadable = (error: unknown): boolean => error instanceof Error && !("code" in error);

const isMoving = ({ format, pages = 1 }: Metadata): boolean => pages > 1 && (format === "gif" || format === "webp");

type Output = { format: "jpeg" | "png" | "webp"; mimeType: string };

/** Pictures that move stay so, transparent ones stay transparent, all others become JPEG. */
function outputOf(look: Metadata): Output {
  if (isMoving(look)) return { format: "webp", mimeType: "image/webp" };
  return look.hasAlpha ? { format: "png", mimeType: "image/png" } : { format: "jpeg", mimeType: "image/jpeg" };
}

function encoded(picture: Sharp, format: Output["format"]): Sharp {
  switch (format) {
    case "jpeg":
      return picture.jpeg({ quality: 88, chromaSubsampling: "4:4:4" });
    case "png":
      return picture.png({ compressionLevel: 8 });
    case "webp":
      return picture.webp({ quality: 82 });
  }
}
