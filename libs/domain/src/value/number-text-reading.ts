import { DomainError } from '../domain-error.js';
import { checkValue, MAX_DECIMALS } from './value.js';
import { decimalText } from './value-scaled.js';

/**
 * Ordinary, non-breaking, narrow non-breaking and thin space: what stands between thousands in texts and spreadsheets.
 */
const SPACE = '[ \\u00a0\\u202f\\u2009]';
/** A real minus, a hyphen, or the dash that word processors make of one. */
const NUMBER = new RegExp(`^([-\\u2212\\u2013])?(\\d{1,3}(?:${SPACE}\\d{3})+|\\d+)(?:[.,](\\d+))?$`);

/**
 * Reads a number as files write it: "1 234,5", "1234.5", "−51,6". A comma and a point are both the decimal
 * mark and never separate thousands, so "1.234" is one and a bit, and "1.234,5" or "1,234,567" is refused, since
 * guessing would be off by a factor of thousands (a form asks: `readTyped`). A plus sign is refused too: it writes a change, not a value. Throws
 * `value.not-a-number`, `value.too-large` or `value.too-precise` (also when digits would be lost in storing it).
 */
export function readNumber(text: string): number {
  return storable(digitsOf(text));
}

/** A number that was read, and whether digits of it had to go. */
export interface RoundedNumber {
  readonly value: number;
  readonly isRounded: boolean;
}

/**
 * Reads a number of a file like `readNumber`, but rounds one with more decimals than can be stored half away from zero: 517799.99999999994 is
 * what a program makes of 517800. Throws what `readNumber` throws for everything else.
 */
export function readRounded(text: string): RoundedNumber {
  const { minus, whole, fraction } = digitsOf(text);
  if (fraction.length <= MAX_DECIMALS) return { value: storable({ minus, whole, fraction }), isRounded: false };
  const kept = BigInt(whole + fraction.slice(0, MAX_DECIMALS)) + (Number(fraction[MAX_DECIMALS]) >= 5 ? 1n : 0n);
  const digits = String(kept).padStart(MAX_DECIMALS + 1, '0');
  const rounded = { whole: digits.slice(0, -MAX_DECIMALS), fraction: digits.slice(-MAX_DECIMALS).replace(/0+$/, '') };
  return { value: storable({ minus, ...rounded }), isRounded: true };
}

/** A number as it is written: its digits, without noughts that say nothing. */
interface Digits {
  readonly minus: boolean;
  readonly whole: string;
  readonly fraction: string;
}

function digitsOf(text: string): Digits {
  const match = NUMBER.exec(text.trim());
  if (!match || text.length > 100) throw new DomainError('value.not-a-number', { text: text.slice(0, 100) });
  const [, minus, digits = '', decimals = ''] = match;
  const whole = digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return { minus: minus !== undefined, whole, fraction: decimals.replace(/0+$/, '') };
}

/** Refuses a number that would be stored as another. */
function storable({ minus, whole, fraction }: Digits): number {
  const plain = fraction ? `${whole}.${fraction}` : whole;
  const value = checkValue(Number(minus ? `-${plain}` : plain));
  if (decimalText(Math.abs(value)) !== plain) throw new DomainError('value.too-precise', { value, decimals: MAX_DECIMALS });
  return value;
}
