/**
 * What a spreadsheet would run as a formula: `=`, `+`, `-`, `@` and their full-width forms, also behind blanks; a tab or a carriage
 * return at the very start; and a text that already carries the guard, so that guarding can always be undone.
 */
const start = /^'*(?:[\t\r]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
const guard = "'";

/** The text with an apostrophe in front where a spreadsheet would run it. */
export const guardFormula = (text: string): string => (start.test(text) ? guard + text : text);

/** The text as it was before `guardFormula`: exactly one apostrophe less, where one was put. */
export const unguardFormula = (text: string): string => (text.startsWith(guard) && start.test(text.slice(1)) ? text.slice(1) : text);
