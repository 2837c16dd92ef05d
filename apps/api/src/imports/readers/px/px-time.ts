import { textsOf } from './px-statements.js';

/** What a time variable says its values are, as periods of ours. */
export interface TimeScale {
  /** One for each value, where the file lists them. */
  readonly periods: readonly string[];
}

/** The letters of a time scale, and how many digits of a value are its part of the year. */
const SCALES: Readonly<Record<string, { readonly letter: string; readonly digits: number }>> = {
  A1: { letter: '', digits: 0 },
  H1: { letter: 'H', digits: 1 },
  T1: { letter: 'T', digits: 1 },
  Q1: { letter: 'Q', digits: 1 },
  M1: { letter: 'M', digits: 2 },
};

/** The time scale that `TIMEVAL` says, of so many values; nothing where it says none. */
export function timeScale(written: string | undefined, count: number): TimeScale | undefined {
  const [all, scale = ''] = /^TLIST\(\s*([A-Z]1)\s*[^)]*\)\s*,?/.exec(written ?? '') ?? [];
  if (written === undefined || all === undefined) return undefined;
  const known = SCALES[scale];
  const values = textsOf(written.slice(all.length));
  return { periods: known && values.length === count ? values.map((value) => periodOf(value, known)) : [] };
}

/** `20263` of quarters is 2026-Q3; what is written otherwise stays so. */
function periodOf(value: string, { letter, digits }: { readonly letter: string; readonly digits: number }): string {
  const [, year, part = ''] = /^(\d{4})(\d*)$/.exec(value) ?? [];
  if (year === undefined || part.length !== digits) return value;
  return digits === 0 ? year : `${year}-${letter}${part}`;
}
