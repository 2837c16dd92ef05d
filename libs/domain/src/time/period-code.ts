import { DomainError } from '../domain-error.js';
import { partsPerYear, type Period, type PeriodCadence } from './period.js';

const LETTER_OF: Readonly<Record<Exclude<PeriodCadence, 'year'>, string>> = {
  month: 'M',
  quarter: 'Q',
  tertial: 'T',
  'half-year': 'H',
};
const CADENCE_OF: Readonly<Record<string, PeriodCadence>> = {
  M: 'month',
  Q: 'quarter',
  K: 'quarter',
  T: 'tertial',
  H: 'half-year',
};

/** The codes the product itself writes, as examples for whoever was refused. */
export const PERIOD_CODES: readonly string[] = ['2026-M09', '2026-Q3', '2026-T2', '2026-H1', '2026'];
/** What an import accepts besides the codes, as examples. */
export const IMPORTED_PERIOD_FORMS: readonly string[] = ['2026K3', '2026 kv 3', '2026Q3', '2026M09', '2026T2', '2026H1'];

const CODE = /^([1-9]\d{3})(?:-(?:(M)(\d{2})|([QTH])(\d)))?$/;
const IMPORTED = /^([1-9]\d{3})(?:(M)(\d{2})|([KQTH])(\d)|[ \u00a0]kv[ \u00a0](\d))$/;

/** The code of a period: `2026-M09`, `2026-Q3`, `2026-T2`, `2026-H1` or `2026`. */
export function periodCode({ cadence, year, part }: Period): string {
  const yearText = String(year).padStart(4, '0');
  if (cadence === 'year') return yearText;
  return `${yearText}-${LETTER_OF[cadence]}${cadence === 'month' ? String(part).padStart(2, '0') : part}`;
}

/** Reads a canonical code and nothing else; throws `period.unknown` with the accepted forms. */
export function parsePeriod(code: string): Period {
  return canonical(code) ?? refuse(code, PERIOD_CODES);
}

/**
 * Reads a period as files and sources write it: a canonical code or one of the import forms (`2026K3`, `2026 kv 3`),
 * with blank space around it ignored. Throws `period.unknown` with every accepted form.
 */
export function readPeriod(text: string): Period {
  const trimmed = text.trim();
  return canonical(trimmed) ?? imported(trimmed) ?? refuse(text, [...PERIOD_CODES, ...IMPORTED_PERIOD_FORMS]);
}

function canonical(code: string): Period | undefined {
  const match = CODE.exec(code);
  return match ? toPeriod(match[1], match[2] ?? match[4], match[3] ?? match[5]) : undefined;
}

function imported(text: string): Period | undefined {
  const match = IMPORTED.exec(text);
  return match ? toPeriod(match[1], match[2] ?? match[4] ?? 'K', match[3] ?? match[5] ?? match[6]) : undefined;
}

function refuse(text: string, accepted: readonly string[]): never {
  throw new DomainError('period.unknown', { text: text.slice(0, 100), accepted });
}

function toPeriod(year: string | undefined, letter: string | undefined, part: string | undefined): Period | undefined {
  const cadence = letter === undefined ? 'year' : CADENCE_OF[letter];
  const number = part === undefined ? 1 : Number(part);
  if (!cadence || number < 1 || number > partsPerYear(cadence)) return undefined;
  return { cadence, year: Number(year), part: number };
}
