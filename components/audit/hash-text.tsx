/** A digest in full, broken where the line ends: a part of it proves nothing. */
export const HashText = ({ value }: { value: string }) => <code className="font-mono text-xs break-all text-ink">{value}</code>;
