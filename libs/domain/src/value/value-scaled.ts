/** A number in units of the last decimal of its indicator: 1.05 with two decimals is 105. Always a whole number. */
export type Scaled = number;

/** The shortest decimal text that reads back as the number, never with an exponent: `-0.0000001`. */
export function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(shift, '0')}`;
}

/** How many decimals the shortest decimal text of a number has: 0.25 → 2, 1e-7 → 7. */
export function decimalsOf(value: number): number {
  return decimalText(value).split('.')[1]?.length ?? 0;
}

/**
 * A number in whole units of its last decimal, rounded half away from zero. It is done on the decimal text, since
 * `1.005 * 100` is 100.49999999999999 for floats.
 */
export function toScaled(value: number, decimals: number): Scaled {
  const product = value * 10 ** decimals;
  // Whole numbers are most of all figures, and their product is exact.
  if (Number.isInteger(value) && Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  const text = decimalText(Math.abs(value));
  const [whole = '0', fraction = ''] = text.split('.');
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  const scaled = Number(Number(fraction[decimals] ?? 0) >= 5 ? kept + 1n : kept);
  return value < 0 && scaled !== 0 ? -scaled : scaled;
}

/**
 * The number that so many units of the last decimal are: 105 with two decimals is 1.05, exactly as it would be typed.
 */
export function fromScaled(scaled: Scaled, decimals: number): number {
  return Number(`${scaled < 0 ? '-' : ''}${scaledText(scaled, decimals)}`);
}

/** The digits of a scaled number with a decimal point and without its sign: 105 with two decimals is `1.05`. */
export function scaledText(scaled: Scaled, decimals: number): string {
  const digits = decimalText(Math.abs(scaled)).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A number rounded half away from zero to so many decimals. */
export function roundTo(value: number, decimals: number): number {
  return fromScaled(toScaled(value, decimals), decimals);
}

/** From one value to another as both are shown: 0.25 and 0.64 with one decimal are 0.3 and 0.6, so 0.3 apart and not 0.39. */
export function shownChange([from, to]: readonly [from: number, to: number], decimals: number): number {
  return fromScaled(toScaled(to, decimals) - toScaled(from, decimals), decimals);
}

const MILLION = 1_000_000n;
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** A value of at most six decimals in whole millionths, for sums and products without float errors. */
export function toMillionths(value: number): bigint {
  if (Number.isSafeInteger(value)) return BigInt(value) * MILLION;
  const [whole = '0', fraction = ''] = decimalText(Math.abs(value)).split('.');
  const millionths = BigInt(whole + fraction.slice(0, 6).padEnd(6, '0'));
  return value < 0 ? -millionths : millionths;
}

const SPARE_DIGITS = 24;

/**
 * Millionths divided by a positive whole number, as the nearest number. Divided as on paper to thirty decimals, so that
 * a tie stays a tie and large sums lose nothing.
 */
export function fromMillionths(millionths: bigint, divisor: bigint = 1n): number {
  const parts = divisor * MILLION;
  // One division of two exact numbers is rounded once, to the nearest.
  if (parts <= LARGEST && millionths <= LARGEST && millionths >= -LARGEST) return Number(millionths) / Number(parts);
  const quotient = (millionths * 10n ** BigInt(SPARE_DIGITS)) / divisor;
  const digits = String(quotient < 0n ? -quotient : quotient).padStart(SPARE_DIGITS + 7, '0');
  const point = digits.length - SPARE_DIGITS - 6;
  return Number(`${quotient < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`);
}
