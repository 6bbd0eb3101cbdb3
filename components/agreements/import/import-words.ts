import type { CountedKind, ImportReport } from "@/lib/agreements/file/domain/report";

export const kindWords: Readonly<Record<CountedKind, string>> = {
  speakers: "Speakers", sources: "Sources", clauses: "Clauses", textVersions: "Text versions", obligations: "Duties", deadlines: "Due dates", interpretations: "Readings", coverage: "Rows of coverage", links: "Links", outcomes: "Accounts of what became of it",
  discrepancies: "Differences between accounts",
};

/** What an import of the previewed file would do. */
export function outcomeWords({ outcome, code }: ImportReport): { title: string; text: string } {
  switch (outcome) {
    case "CREATED":
      return { title: `${code} is new`, text: "It would be loaded whole." };
    case "EXTENDED":
      return { title: `${code} is on record`, text: "The file has more than the record. The rest would be added; nothing on record would be changed." };
    case "UNCHANGED":
      return { title: `${code} is on record as the file has it`, text: "There is nothing to import." };
  }
}

/** Bytes as people read them. */
export const sizeWords = (bytes: number): string => (bytes < 1000 ? `${bytes} bytes` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
