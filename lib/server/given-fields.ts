/**
 * What the form itself sends. A form that was drawn on the server carries React's own hidden fields (`$ACTION_…`) beside it, so that it
 * works before the scripts have come; a strict shape would refuse them as unknown.
 */
export function givenFields(formData: FormData): FormData {
  const given = new FormData();
  for (const [name, value] of formData) if (!name.startsWith("$ACTION")) given.append(name, value);
  return given;
}
