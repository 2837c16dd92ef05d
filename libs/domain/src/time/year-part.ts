/** The letters of our periods, by what columns call their parts of the year. */
const KINDS: readonly (readonly [letter: string, called: RegExp, most: number])[] = [
  ['Q', /^(?:kvartal|kv|k|quarter|qtr|q)$/, 4],
  ['T', /^(?:tertial|t)$/, 3],
  ['H', /^(?:halvår|half-year|h)$/, 2],
  ['M', /^(?:månad|mån|month|m)$/, 12],
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The code of a period whose year and part stand apart, as in many tables: "2026" and "Kvartal 3" are 2026-Q3, "2026" and "september" 2026-M09. `called` is what
 * the parts are called where only their number is given. Nothing where it is none.
 */
export function periodOfParts(year: string, part: string, called = ''): string | undefined {
  const written = part.trim().toLowerCase();
  if (!/^\d{4}$/.test(year.trim())) return undefined;
  const month = monthNamed(written);
  if (month > 0) return codeOf(year, 'M', month);
  const [, before = '', number = '', after = ''] = /^([^\d\s.]*)[\s.]*(\d{1,2})[\s.]*([^\d\s.]*)$/.exec(written) ?? [];
  const kind = before || after || called.trim().toLowerCase();
  const [letter, , most = 0] = KINDS.find(([, pattern]) => pattern.test(kind)) ?? [];
  return letter !== undefined && Number(number) >= 1 && Number(number) <= most ? codeOf(year, letter, Number(number)) : undefined;
}

const codeOf = (year: string, letter: string, part: number): string =>
  `${year.trim()}-${letter}${letter === 'M' ? String(part).padStart(2, '0') : part}`;

/** From 1; 0 where it is no month. Three letters are enough, and a whole name is only ever longer. */
function monthNamed(written: string): number {
  if (!/^\p{L}{3,9}\.?$/u.test(written)) return 0;
  const begins = (name: string): boolean => written.startsWith(name);
  return Math.max(MONTHS.findIndex(begins), ENGLISH_MONTHS.findIndex(begins)) + 1;
}
