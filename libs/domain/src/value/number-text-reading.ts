import { DomainError } from '../domain-error.js';
import { type Language } from '../language.js';
import { checkValue, MAX_DECIMALS } from './value.js';
import { decimalText } from './value-scaled.js';

/**
 * Ordinary, non-breaking, narrow non-breaking and thin space: what stands between thousands in texts and spreadsheets.
 */
const SPACE = '[ \\u00a0\\u202f\\u2009]';
/** A real minus, a hyphen, or the dash that word processors make of one. */
const NUMBER = new RegExp(`^([-\\u2212\\u2013])?(\\d{1,3}(?:${SPACE}\\d{3})+|\\d+)(?:[.,](\\d+))?$`);

/** What English readers take for thousands, and Swedish ones for three decimals; no thousands begin with a nought. */
const ENGLISH_THOUSANDS = /^[-\u2212\u2013]?[1-9]\d{0,2},\d{3}$/;

/**
 * Reads a number as people and files write it: "1 234,5", "1234.5", "−51,6". A comma and a point are both the decimal
 * mark and never separate thousands, so "1.234" is one and a bit, and "1.234,5" or "1,234,567" is refused, since
 * guessing would be off by a factor of thousands. For the same reason "1,234" is refused in English, where it is how our own
 * pages print a thousand. A plus sign is refused too: it writes a change, not a value. Throws
 * `value.not-a-number`, `value.ambiguous-comma`, `value.too-large` or `value.too-precise` (also when digits would be lost in storing it).
 */
export function readNumber(text: string, language: Language = 'sv'): number {
  if (language === 'en' && ENGLISH_THOUSANDS.test(text.trim())) throw new DomainError('value.ambiguous-comma', { text });
  const match = NUMBER.exec(text.trim());
  if (!match || text.length > 100) throw new DomainError('value.not-a-number', { text: text.slice(0, 100) });
  const [, minus, digits = '', decimals = ''] = match;
  const whole = digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const fraction = decimals.replace(/0+$/, '');
  const plain = fraction ? `${whole}.${fraction}` : whole;
  const value = checkValue(Number(minus ? `-${plain}` : plain));
  if (decimalText(Math.abs(value)) !== plain) throw new DomainError('value.too-precise', { value, decimals: MAX_DECIMALS });
  return value;
}
