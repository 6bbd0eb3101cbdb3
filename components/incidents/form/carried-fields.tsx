import { flattened, type IncidentFormValues } from "./form-values";

/** Parts of the record that this form does not edit, sent back as they are: observations with their mark, and the external id. */
export function CarriedFields({ values: { externalId, observations, protectedFields } }: { values: IncidentFormValues }) {
  return [...flattened({ externalId, observations, protectedFields: { observations: protectedFields?.observations } })].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
