/**
 * The fields that the page's form has. A form that is sent before the page's script runs carries names of the framework's own
 * beside them (`$ACTION_…`), of which a strict schema knows nothing.
 */
export function givenFields(formData: FormData): FormData {
  const given = new FormData();
  for (const [name, value] of formData) if (!name.startsWith("$ACTION_")) given.append(name, value);
  return given;
}
