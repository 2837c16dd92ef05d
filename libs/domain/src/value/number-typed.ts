import { DomainError } from '../domain-error.js';
import { type Language } from '../language.js';
import { readNumber } from './number-text-reading.js';
import { isPercent } from './number-text.js';
import { unitKind, type Unit } from './number-text-unit.js';

/** Who types a number, and what it counts, where it counts something. */
export interface TypedBy {
  readonly language: Language;
  readonly unit?: Unit | undefined;
}

/** The two numbers that one text may mean. */
export interface TwoReadings {
  readonly thousands: number;
  readonly decimal: number;
}

const SPACES = /[ \u00a0\u202f\u2009]/g;
const SIGN = /^([+\-\u2212\u2013])[ \u00a0\u202f\u2009]*/;
const DECIMAL_MARK: Readonly<Record<Language, ',' | '.'>> = { sv: ',', en: '.' };
/** Thousands between whichever marks: spaces, apostrophes (Swiss), or one of the two that elsewhere mark decimals. */
const GROUPED = {
  ' ': /^\d{1,3}( \d{3})+$/,
  "'": /^\d{1,3}('\d{3})+$/,
  '.': /^\d{1,3}(\.\d{3})+$/,
  ',': /^\d{1,3}(,\d{3})+$/,
};
const ABOUT =
  /^(ca|c:a|cirka|circa|omkring|ungefär|runt|drygt|knappt|about|around|approx|approximately|roughly|some|~|≈)[.\s]*(?=[\d.,+\-\u2212\u2013])/i;
const NONE =
  /^(uppgift(en)? saknas|saknas|saknar( uppgift)?|finns (inte|ej)|inget( värde)?|okänt|vet (inte|ej)|ej mätt|inte mätt|missing|unknown|none|no (data|value)|n\/a|n\.a\.?|[-–—]|\.{2,3}|…)$/i;

/**
 * Reads a number as a person types it in a form: with a sign ("+3", "− 3"), the indicator's own unit ("12 %", "48,5 kr", "3 st"), thousands
 * between spaces, apostrophes, or the mark that is not the decimal one ("1.234,5", "1,234.5"), and without a nought before the mark (",5").
 * One mark before exactly three digits is read as decimals where it is the language's own decimal mark; the other one is refused, since only the
 * person knows. Throws `value.ambiguous-mark`, `value.approximate`, `value.said-missing`, and what `readNumber` throws.
 */
export function readTyped(text: string, { language, unit }: TypedBy): number {
  const written = text.trim();
  if (NONE.test(written)) throw new DomainError('value.said-missing', { text: written });
  const about = written.replace(ABOUT, '');
  const bare = withoutUnit(about, unit);
  const plain = plainNumber(bare, DECIMAL_MARK[language]);
  if (plain === undefined) throw new DomainError('value.ambiguous-mark', { text: written });
  const value = readNumber(plain);
  if (about !== written) throw new DomainError('value.approximate', { text: written, value });
  return value;
}

/** What a text that `readTyped` calls ambiguous may mean; nothing for any other. */
export function readingsOf(text: string, by: TypedBy): TwoReadings | undefined {
  const bare = withoutUnit(text.trim(), by.unit);
  if (plainNumber(bare, DECIMAL_MARK[by.language]) !== undefined) return undefined;
  const decimal = bare.replace(/[.,]/, '.');
  const [sign = ''] = SIGN.exec(decimal) ?? [];
  const signed = (digits: string): number => readNumber(/[-\u2212\u2013]/.test(sign) ? `-${digits}` : digits);
  const digits = decimal.slice(sign.length);
  return { thousands: signed(digits.replace('.', '')), decimal: signed(digits) };
}

/** The number that a text with "about" before it is about. */
export function approximated(text: string, by: TypedBy): number {
  return readTyped(text.trim().replace(ABOUT, ''), by);
}

/** In the notation that `readNumber` takes; as it is where it is none of ours, and nothing where only the person knows what it means. */
function plainNumber(text: string, decimalMark: ',' | '.'): string | undefined {
  const [written = '', sign = ''] = SIGN.exec(text) ?? [];
  const body = text.slice(written.length).replace(SPACES, ' ').replaceAll('\u2019', "'");
  const digits = unmarked(body, decimalMark);
  if (digits === undefined) return undefined;
  return `${/[-\u2212\u2013]/.test(sign) ? '-' : ''}${digits.startsWith(',') || digits.startsWith('.') ? `0${digits}` : digits}`;
}

function unmarked(body: string, decimalMark: ',' | '.'): string | undefined {
  const [last, first] = [Math.max(body.lastIndexOf(','), body.lastIndexOf('.')), body.search(/[.,]/)];
  if (first < 0) return withoutGroups(body) ?? body;
  const [whole, fraction] = [body.slice(0, last), body.slice(last + 1)];
  if (first === last) {
    const isMarkedLikeThousands = /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(fraction);
    if (isMarkedLikeThousands && body[last] !== decimalMark) return undefined;
    return /^\d+$/.test(fraction) ? `${withoutGroups(whole) ?? whole}.${fraction}` : body;
  }
  // Several marks of one kind stand between thousands; of two kinds the last marks the decimals.
  const all = withoutGroups(body);
  if (all !== undefined) return all;
  const groups = withoutGroups(whole);
  return groups !== undefined && !whole.includes(body[last] ?? '') && /^\d+$/.test(fraction) ? `${groups}.${fraction}` : body;
}

/** Digits whose thousands stand between one kind of marks, without them; nothing for anything else. */
function withoutGroups(text: string): string | undefined {
  return Object.values(GROUPED).some((pattern) => pattern.test(text)) ? text.replace(/\D/g, '') : undefined;
}

/** Without the unit behind the number, where it is the indicator's own; "st" counts whatever is counted. */
function withoutUnit(text: string, unit: Unit | undefined): string {
  if (!unit) return text;
  const names = [unit.sv, unit.en, unit.one?.sv, unit.one?.en, ...(isPercent(unit) ? ['%', 'procent', 'per cent', 'percent'] : [])];
  if (unitKind(unit) === 'count') names.push('st', 'st.', 'stycken');
  const lower = text.toLowerCase();
  const own = names.find((name) => name && lower.endsWith(name.toLowerCase()) && /\d[.,]?\s*$/.test(text.slice(0, -name.length)));
  return own ? text.slice(0, -own.length).trim() : text;
}
