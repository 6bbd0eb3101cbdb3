/** What is asked of a database before load data goes into it. */
export type Ground = {
  /** The demonstration accounts are on: nobody works here in earnest. */
  readonly isDemo: boolean;
  /** Records that are neither demonstration nor load data. */
  readonly ownRecords: number;
  readonly isForced: boolean;
};

/** Why load data may not go into this database; undefined where it may. A team's own records never get made-up neighbours by accident. */
export function whyNotFill({ isDemo, ownRecords, isForced }: Ground): string | undefined {
  if (isForced || isDemo || ownRecords === 0) return undefined;
  return `This database holds ${ownRecords} records of people's own and is no demonstration: made-up records don't belong beside them. Use another database, or say --force.`;
}
