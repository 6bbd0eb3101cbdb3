/** The forms that a written place name may stand for: the whole, and the parts of one that joins both usages. */
export const spokenForms = (name: string): string[] =>
  [...new Set([name, ...name.split(/\s+\/\s+/)].map((part) => part.trim()).filter((part) => part !== ""))];
