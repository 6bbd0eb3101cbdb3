import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText, dayInWords } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { ComparedTruce, TruceSort } from "@/lib/agreements/truces/domain/comparison";
import { compareHref, type TruceAddress } from "./truce-address";
import { Ending, InForce, Reports, Verified } from "./truce-outcomes";

type Props = { rows: readonly ComparedTruce[]; address: TruceAddress };

/** All truces with exact values; a press on a column's name orders by it, another turns the order round. */
export function TruceTable({ rows, address }: Props) {
  const head = (sort: TruceSort, label: string) => <SortHead key={sort} sort={sort} label={label} address={address} />;
  return (
    <Table caption="Truces on record">
      <Thead>
        <Tr>
          <Th>Truce</Th>
          {head("signed", "Signed or announced")}
          {head("inForce", "In force")}
          {head("reported", "First reported violation")}
          {head("verified", "First verified violation (V4 or above)")}
          {head("end", "End or last word")}
          <Th>Followed until</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((truce) => (
          <Tr key={truce.code} id={truce.code}>
            <Th scope="row" className="min-w-44">
              <TextLink href={`/agreements/${encodeURIComponent(truce.code)}`}>{truce.title}</TextLink>
              <span className="block text-xs font-normal text-ink-soft">{truce.conflict}</span>
            </Th>
            <Td>
              <DateText value={truce.signedOn} />
              {truce.signedNote !== null && <span className="block max-w-44 text-xs text-ink-soft">{truce.signedNote}</span>}
            </Td>
            <Td className="min-w-40">
              <InForce truce={truce} />
            </Td>
            <Td className="min-w-56">
              <Reports truce={truce} />
            </Td>
            <Td className="min-w-40">
              <Verified truce={truce} />
            </Td>
            <Td className="min-w-44">
              <Ending truce={truce} />
            </Td>
            <Td className="min-w-32">{truce.reported.kind === "EXCLUDED" ? <span className="block min-w-44 text-xs text-ink-soft">Left out of the curves. {truce.reported.reason}</span> : dayInWords(truce.followedUntil)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function SortHead({ sort, label, address }: { sort: TruceSort; label: string; address: TruceAddress }) {
  const isCurrent = address.sort === sort;
  const isDescending = isCurrent && !address.isDescending;
  return (
    <Th aria-sort={isCurrent ? (address.isDescending ? "descending" : "ascending") : undefined}>
      <TextLink href={`${compareHref({ ...address, sort, isDescending })}#truces`} scroll={false} className="inline-block max-w-40 align-bottom whitespace-normal">
        {label}
      </TextLink>
      {isCurrent && <span aria-hidden="true">{address.isDescending ? " ↓" : " ↑"}</span>}
    </Th>
  );
}
