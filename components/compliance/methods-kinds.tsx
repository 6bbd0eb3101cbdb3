import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { obligationKinds } from "@/lib/codelists/obligation-kind";
import { verificationLevels } from "@/lib/codelists/verification";

const axisLabel = { IMPLEMENTATION: "Implementation and timeliness", CONDUCT: "Conduct" } as const;

/** The kinds of duty and the ladder of verification, from the code lists. */
export function MethodsKinds() {
  return (
    <div className="mt-4 grid grid-cols-1 gap-4 lg:grid-cols-2">
      <Card title="Kinds of duty" lead="The kind decides which rules are applied.">
        <Table caption="Kinds of duty">
          <Thead>
            <Tr>
              <Th>Kind</Th>
              <Th>What is asked</Th>
              <Th>Axis</Th>
            </Tr>
          </Thead>
          <Tbody>
            {obligationKinds.map((kind) => (
              <Tr key={kind.code}>
                <Th scope="row">{kind.label}</Th>
                <Td>{kind.test}</Td>
                <Td>{axisLabel[kind.axis]}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </Card>
      <Card title="Verification" lead="What is known of a record; from V3 on it may change a state.">
        <Table caption="Verification levels">
          <Thead>
            <Tr>
              <Th>Level</Th>
              <Th>Meaning</Th>
            </Tr>
          </Thead>
          <Tbody>
            {verificationLevels.map((level) => (
              <Tr key={level.code}>
                <Th scope="row">
                  {level.short} {level.label}
                </Th>
                <Td>{level.meaning}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </Card>
    </div>
  );
}
