import { flattened, type IncidentFormValues } from "./form-values";

/** Parts of the record that this form does not edit, sent back as they are. */
export function CarriedFields({ values: { externalId, observations } }: { values: IncidentFormValues }) {
  return [...flattened({ externalId, observations })].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
