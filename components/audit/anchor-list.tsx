import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { HashText } from "./hash-text";

type AnchorListProps = { anchors: readonly { day: string; seq: number; hash: string; line: string }[] };

/** The latest anchors with the line of each, to be kept outside. */
export function AnchorList({ anchors }: AnchorListProps) {
  return (
    <Card
      title="Daily anchors"
      lead="Where the chain stood on a day. Keep the line where nobody who runs this installation can change it: with it, a later cut or a chain made anew is found."
    >
      {anchors.length === 0 ? (
        <p className="text-sm text-ink-soft">
          There is no anchor yet. <code className="font-mono text-xs">npm run cli -- anchor</code> makes the one of today.
        </p>
      ) : (
        <Table caption="Daily anchors, newest first">
          <Thead>
            <tr>
              {["Day (UTC)", "Entries", "SHA-256", "Line to keep"].map((heading) => (
                <Th key={heading}>{heading}</Th>
              ))}
            </tr>
          </Thead>
          <Tbody>
            {anchors.map(({ day, seq, hash, line }) => (
              <Tr key={day}>
                <Td>
                  <DateText value={day} />
                </Td>
                <Td className="tabular-nums">{seq.toLocaleString("en-GB")}</Td>
                <Td className="min-w-64">
                  <HashText value={hash} />
                </Td>
                <Td>
                  <CopyButton text={line} label="Copy the line" />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Card>
  );
}
