import { flattened, type IncidentFormValues } from "./form-values";

/** What this form does not edit, sent back as it is. */
export function CarriedFields({ values: { externalId } }: { values: IncidentFormValues }) {
  return [...flattened({ externalId })].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
