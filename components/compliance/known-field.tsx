import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { BoardRequest } from "@/lib/compliance/schema";

type KnownFieldProps = { request: Pick<BoardRequest, "knownAtText" | "knownAtError">; label?: string };

/** The second clock: by which day (to its end, UTC) a record had to be published to count. */
export function KnownField({ request, label = "Known by" }: KnownFieldProps) {
  return (
    <Field label={label} id="knownAt" errors={request.knownAtError === undefined ? undefined : [request.knownAtError]} className="w-full min-w-0 sm:w-56">
      <TextInput key={request.knownAtText} name="knownAt" defaultValue={request.knownAtText} inputMode="numeric" placeholder="YYYY-MM-DD, or until now" autoComplete="off" />
    </Field>
  );
}
