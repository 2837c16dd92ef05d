/** How something of a file was read that could have been read otherwise; whoever answers for the file should know. */
export interface FileNote {
  readonly code: keyof typeof NOTES;
  /** What is written there, and what it was read as. */
  readonly from: string;
  readonly to: string;
}

const NOTES = {
  'period.days-as-months': 'The days in the column of periods were read as months',
  'period.days-as-years': 'The days in the column of periods were read as years',
} as const;

/** One line for people: what was read how, with an example. */
export const noteText = ({ code, from, to }: FileNote): string => `${NOTES[code]}: ${from} as ${to}.`;
