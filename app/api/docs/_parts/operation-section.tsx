import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import type { OperationWords } from "./operation-words";

/** A sentence in which names stand between backticks. */
function Words({ children }: { children: string }) {
  return children.split("`").map((part, index) => (index % 2 === 1 ? <code key={`${index}${part}`}>{part}</code> : part));
}

/** One operation: what it does, what it takes, what it answers. */
export function OperationSection({ operation }: { operation: OperationWords }) {
  const fields = [...operation.fields, ...operation.body];
  return (
    <section id={operation.id} aria-labelledby={`${operation.id}-title`} className="scroll-mt-4 border-t border-line py-6">
      <h3 id={`${operation.id}-title`} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base font-semibold text-ink">
        <Badge tone={operation.method === "GET" ? "neutral" : "strong"}>{operation.method}</Badge>
        <code className="break-all">/api/v1{operation.path}</code>
      </h3>
      <p className="mt-1.5 text-ink"><Words>{operation.summary}</Words>.</p>
      {operation.description !== undefined && <p className="mt-1 max-w-prose text-sm text-ink-soft"><Words>{operation.description}</Words></p>}
      {fields.length > 0 && (
        <div className="mt-4">
          <Table caption={`What ${operation.method} ${operation.path} takes`}>
            <Thead>
              <Tr>
                <Th>Name</Th>
                <Th>In</Th>
                <Th>Value</Th>
              </Tr>
            </Thead>
            <Tbody>
              {fields.map((field) => (
                <Tr key={`${field.place} ${field.name}`}>
                  <Td>
                    <code>{field.name}</code>
                    {field.isRequired && <span className="ml-1.5 text-xs text-ink-soft">required</span>}
                  </Td>
                  <Td>{field.place}</Td>
                  <Td className="min-w-64">
                    {field.type}
                    {field.description !== "" && <span className="block text-ink-soft"><Words>{field.description}</Words></span>}
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      )}
      <ul className="mt-4 grid gap-1 text-sm text-ink-soft">
        {operation.answers.map((answer) => (
          <li key={answer.status}>
            <code className="mr-2 font-semibold text-ink">{answer.status}</code>
            <Words>{answer.description}</Words>
          </li>
        ))}
      </ul>
    </section>
  );
}
