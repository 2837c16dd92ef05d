import { DomainError } from '../domain-error.js';
import { type Language } from '../language.js';
import { readTyped, type TypedBy } from './number-typed.js';
import { decimalText, roundTo } from './value-scaled.js';
import { checkValue, MAX_DECIMALS } from './value.js';

/** A sum that was typed where a number is asked for: what it makes, and itself in one notation whoever typed it (`48+1.5*2`). */
export interface TypedSum {
  readonly value: number;
  readonly calculation: string;
}

/** Longer than what anybody adds up in a field; the rest belongs in a spreadsheet. */
export const LONGEST_SUM = 200;

const SIGNS: Readonly<Record<string, string>> = { '−': '-', '–': '-', '×': '*', '·': '*', x: '*', X: '*', '÷': '/' };
const SHOWN: Readonly<Record<string, string>> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' };
/** A number with whatever marks and spaces stand in it, one sign, or a character that belongs to no sum. */
const TOKEN = /[\d.,](?:[\d.,'’\s]*[\d.,])?|\S/gu;
const isNumber = (token: string | undefined): token is string => token !== undefined && /^\d/.test(token);

/** Whether a text asks to be worked out: it begins as a formula of a spreadsheet does. */
export function isSum(text: string): boolean {
  return text.trimStart().startsWith('=');
}

/**
 * Works out a sum as a person types it, with the four ways of counting and parentheses: `=48+1`, `=1 234,5 × 2`, `=(3−1)÷4`. Its numbers are read as
 * `readTyped` reads them. What comes out is rounded to as many decimals as can be stored. Throws `value.not-a-sum`, `value.divided-by-zero`, and what
 * `readTyped` throws.
 */
export function readSum(text: string, { language }: Pick<TypedBy, 'language'>): TypedSum {
  const written = text.trim().replace(/^=\s*/, '');
  if (written.length > LONGEST_SUM) throw new DomainError('value.not-a-sum', { text: written.slice(0, 40) });
  const tokens = (written.match(TOKEN) ?? []).map((token) =>
    /\d/.test(token) ? decimalText(readTyped(token, { language })) : (SIGNS[token] ?? token),
  );
  const calculation = tokens.join('');
  return { value: calculated(calculation), calculation };
}

/** What a calculation in our own notation makes. Throws `value.not-a-sum`, `value.divided-by-zero` and what `checkValue` throws. */
export function calculated(calculation: string): number {
  if (!/^[\d.+\-*/()]+$/.test(calculation)) throw notASum(calculation);
  const reader = new SumReader(calculation.match(/\d+(?:\.\d+)?|\D/g) ?? []);
  return checkValue(roundTo(reader.whole(), MAX_DECIMALS));
}

/** A calculation as a reader's language writes it: `48 + 1,5 × 2`. */
export function calculationText(calculation: string, language: Language): string {
  const spaced = calculation.replace(/(?<=[\d)])[+\-*/]/g, (sign) => SHOWN[sign] ?? sign).replaceAll('-', '−');
  return language === 'sv' ? spaced.replaceAll('.', ',') : spaced;
}

const notASum = (text: string): DomainError => new DomainError('value.not-a-sum', { text: text.slice(0, 40) });

/** Reads the tokens of a calculation from the left: products before sums, and what stands in parentheses first. */
class SumReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  whole(): number {
    const value = this.sum();
    if (this.at < this.tokens.length) throw this.refusal();
    return value;
  }

  private sum(): number {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) value += sign === '+' ? this.product() : -this.product();
    return value;
  }

  private product(): number {
    let value = this.factor();
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/')) {
      const factor = this.factor();
      if (sign === '/' && factor === 0) throw new DomainError('value.divided-by-zero');
      value = sign === '*' ? value * factor : value / factor;
    }
    return value;
  }

  private factor(): number {
    if (this.take('-')) return -this.factor();
    if (this.take('(')) {
      const value = this.sum();
      if (!this.take(')')) throw this.refusal();
      return value;
    }
    const token = this.tokens[this.at++];
    if (!isNumber(token)) throw this.refusal();
    return Number(token);
  }

  private take(...signs: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !signs.includes(token)) return undefined;
    this.at++;
    return token;
  }

  private refusal(): DomainError {
    return notASum(this.tokens.join(''));
  }
}
