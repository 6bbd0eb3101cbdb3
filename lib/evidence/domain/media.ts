/** The families of files that are taken. */
export type MediaFamily = "IMAGE" | "VIDEO" | "AUDIO" | "PDF" | "OFFICE" | "TEXT" | "MARKUP";

export type Media = {
  readonly mimeType: string;
  readonly label: string;
  readonly family: MediaFamily;
  readonly extension: string;
  /** Whether a picture can be drawn anew from it, which leaves behind all that the device wrote beside the pixels. */
  readonly isRedrawable: boolean;
};

const media = (mimeType: string, label: string, rest: { family: MediaFamily; extension: string; isRedrawable?: boolean }): Media => ({ mimeType, label, isRedrawable: false, ...rest });
const picture = (mimeType: string, label: string, extension: string): Media => media(mimeType, label, { family: "IMAGE", extension, isRedrawable: true });
const image = (mimeType: string, label: string, extension: string): Media => media(mimeType, label, { family: "IMAGE", extension });
const video = (mimeType: string, label: string, extension: string): Media => media(mimeType, label, { family: "VIDEO", extension });
const audio = (mimeType: string, label: string, extension: string): Media => media(mimeType, label, { family: "AUDIO", extension });
const office = (mimeType: string, label: string, extension: string): Media => media(mimeType, label, { family: "OFFICE", extension });
const markup = (mimeType: string, label: string, extension: string): Media => media(mimeType, label, { family: "MARKUP", extension });

const openXml = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

/** Everything that is taken as evidence; what is not here is refused, whatever its name says. */
export const allowedMedia: readonly Media[] = [
  picture("image/jpeg", "JPEG picture", "jpg"),
  picture("image/png", "PNG picture", "png"),
  picture("image/webp", "WebP picture", "webp"),
  picture("image/gif", "GIF picture", "gif"),
  picture("image/tiff", "TIFF picture", "tif"),
  picture("image/avif", "AVIF picture", "avif"),
  image("image/heic", "HEIC picture", "heic"),
  image("image/heif", "HEIF picture", "heif"),
  image("image/heic-sequence", "HEIC pictures", "heics"),
  image("image/heif-sequence", "HEIF pictures", "heifs"),
  image("image/apng", "Moving PNG picture", "png"),
  image("image/bmp", "BMP picture", "bmp"),
  image("image/jp2", "JPEG 2000 picture", "jp2"),
  image("image/jxl", "JPEG XL picture", "jxl"),
  image("image/x-adobe-dng", "Raw picture (DNG)", "dng"),
  image("image/x-canon-cr2", "Raw picture (CR2)", "cr2"),
  image("image/x-canon-cr3", "Raw picture (CR3)", "cr3"),
  image("image/x-nikon-nef", "Raw picture (NEF)", "nef"),
  image("image/x-sony-arw", "Raw picture (ARW)", "arw"),
  image("image/x-fujifilm-raf", "Raw picture (RAF)", "raf"),
  image("image/x-panasonic-rw2", "Raw picture (RW2)", "rw2"),
  image("image/x-olympus-orf", "Raw picture (ORF)", "orf"),
  video("video/mp4", "MP4 film", "mp4"),
  video("video/quicktime", "QuickTime film", "mov"),
  video("video/x-m4v", "M4V film", "m4v"),
  video("video/webm", "WebM film", "webm"),
  video("video/matroska", "Matroska film", "mkv"),
  video("video/vnd.avi", "AVI film", "avi"),
  video("video/mpeg", "MPEG film", "mpg"),
  video("video/MP1S", "MPEG film", "mpg"),
  video("video/MP2P", "MPEG film", "mpg"),
  video("video/x-ms-asf", "Windows Media film", "wmv"),
  video("video/x-flv", "Flash film", "flv"),
  video("video/mp2t", "MPEG stream", "mts"),
  video("video/3gpp", "3GPP film", "3gp"),
  video("video/3gpp2", "3GPP2 film", "3g2"),
  video("video/ogg", "Ogg film", "ogv"),
  audio("audio/mpeg", "MP3 recording", "mp3"),
  audio("audio/mp4", "MPEG-4 recording", "m4a"),
  audio("audio/x-m4a", "M4A recording", "m4a"),
  audio("audio/aac", "AAC recording", "aac"),
  audio("audio/wav", "WAV recording", "wav"),
  audio("audio/ogg", "Ogg recording", "ogg"),
  audio("audio/ogg; codecs=opus", "Opus recording", "opus"),
  audio("audio/flac", "FLAC recording", "flac"),
  audio("audio/aiff", "AIFF recording", "aiff"),
  audio("audio/x-ms-asf", "Windows Media recording", "wma"),
  audio("audio/amr", "AMR recording", "amr"),
  media("application/pdf", "PDF document", { family: "PDF", extension: "pdf" }),
  office(`${openXml}.wordprocessingml.document`, "Word document", "docx"),
  office(`${openXml}.spreadsheetml.sheet`, "Excel workbook", "xlsx"),
  office(`${openXml}.presentationml.presentation`, "PowerPoint slides", "pptx"),
  office(`${openDocument}.text`, "OpenDocument text", "odt"),
  office(`${openDocument}.spreadsheet`, "OpenDocument sheet", "ods"),
  office(`${openDocument}.presentation`, "OpenDocument slides", "odp"),
  office("application/x-cfb", "Office file of before 2007", "doc"),
  office("application/rtf", "Rich text", "rtf"),
  media("text/plain", "Plain text", { family: "TEXT", extension: "txt" }),
  // A saved page is evidence as well; it is handed out as bytes to keep, never as a page to open.
  markup("text/html", "Saved page (HTML)", "html"),
  markup("image/svg+xml", "SVG drawing", "svg"),
  markup("application/xml", "XML document", "xml"),
];

const byType = new Map(allowedMedia.map((entry) => [entry.mimeType, entry]));

/** What is known of a type that is taken; undefined for one that is not. */
export const mediaOf = (mimeType: string): Media | undefined => byType.get(mimeType);

/** A type in words; one without words is shown as it is. */
export const mediaLabel = (mimeType: string): string => mediaOf(mimeType)?.label ?? mimeType;

/** The type under which an original leaves the house. What a browser could run goes out as bytes without a meaning. */
export function servedType(mimeType: string): string {
  const known = mediaOf(mimeType);
  if (!known || known.family === "MARKUP") return "application/octet-stream";
  return known.family === "TEXT" ? "text/plain; charset=utf-8" : mimeType;
}

/** The families that are taken, for a hint and for a refusal. */
export const allowedInWords = "pictures, films, recordings, PDF, office documents and plain text";
