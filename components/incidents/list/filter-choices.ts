/** What the filters offer beside the code lists. */
export type FilterChoice = { readonly code: string; readonly label: string };
export type FilterChoices = {
  readonly units: readonly FilterChoice[];
  readonly parties: readonly FilterChoice[];
  readonly obligations: readonly FilterChoice[];
  /** States of the workflow that this reader can meet in the list; one or none hides the filter. */
  readonly workflows: readonly FilterChoice[];
};
