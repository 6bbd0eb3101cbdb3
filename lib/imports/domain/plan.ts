/** The formats that are read. XLSX holds truce, ACLED or HXL columns; it is a container, told by the file's first bytes. */
export const importFormats = ["truce", "acled", "ucdp", "hxl", "geojson"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What a person can settle where the file alone does not: an absent field means that the file decides. */
export type ImportChoices = {
  format?: ImportFormat;
  encoding?: string;
  delimiter?: string;
  decimalSign?: "." | ",";
  dateOrder?: "YMD" | "DMY" | "MDY";
  /** Our column for each of the file's headers, or null to leave it out. */
  map?: Record<string, string | null>;
  /** The sheet of a workbook that has several. */
  sheet?: string;
  /** Our code for a value of the file, by our column: settled once for the whole file. Null leaves the value out. */
  values?: Record<string, Record<string, string | null>>;
};

/** A question that the file leaves open and a person must answer before anything is read. */
export type ImportQuestion = { choice: keyof ImportChoices; code: string; message: string; options: readonly string[] };

/** How the file is read: shown before anything is written. */
export type ImportPlan = {
  container: "csv" | "xlsx" | "json";
  format: ImportFormat;
  encoding: string;
  delimiter: string | null;
  decimalSign: "." | ",";
  dateOrder: "YMD" | "DMY" | "MDY";
  headers: readonly string[];
  /** Our column for each header that is read. */
  map: Record<string, string>;
  /** Headers that are not read. */
  ignored: readonly string[];
  /** What was found out about the file as a whole, such as `delimiter_detected`. */
  notes: readonly { code: string; message: string }[];
  questions: readonly ImportQuestion[];
  /** The sheet that is read; absent where the container has none. */
  sheet?: string;
  /** What `ImportChoices.values` said. */
  values?: Record<string, Record<string, string | null>>;
  /** How many records, the header among them, stand before the first record of data. */
  headerRecords?: number;
  /** Terms that bind whoever imports this: said before anything is written, and kept with every record. */
  restriction?: { code: "ACLED_TERMS"; message: string };
};

/** Names on file that the cells of an import stand for. Read once per run. */
export type ImportReferences = {
  speakers: readonly { code: string; name: string; side: string | null; isParty: boolean }[];
  units: readonly { code: string; name: string }[];
  /** Every form of every place's name. */
  places: readonly { id: number; forms: readonly string[]; unit: string | null }[];
  obligations: readonly string[];
  /** The day of reading, by UTC: what lies after it has not happened yet. The reader asks the clock where it is absent. */
  readOn?: string;
};

/** A file that can be opened again and again from its beginning; memory stays flat in its size. */
export type ImportFile = { name: string; bytes: number; open: () => AsyncIterable<Uint8Array>; path: string };
