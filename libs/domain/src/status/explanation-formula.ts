import { type Explanation } from './explanation.js';
import { type Language } from '../language.js';
import { formatNumber, MINUS } from '../value/number-text.js';

/** What the formula is made of. */
export type FormulaFacts = Pick<Explanation, 'status' | 'direction' | 'decimals' | 'outcome' | 'target' | 'tolerance' | 'shortfall'>;

/**
 * The rule with its numbers put in: `15 422 − 15 327 = 95 > 50` when off track, `… = 30 ≤ 50` at risk,
 * `2,0 ≤ 2,2 ≤ 2,5` within a band. None when there is no status to explain.
 */
export function formulaText(facts: FormulaFacts, language: Language): string | undefined {
  const { outcome, target, shortfall, status, decimals, tolerance = 0 } = facts;
  if (!outcome || !target || shortfall === undefined || status === 'not-assessable') return undefined;
  const say = (value: number) => formatNumber(value, { decimals, language });
  if (target.kind === 'band' && shortfall <= 0) return `${say(target.low)} ≤ ${say(outcome.value)} ≤ ${say(target.high)}`;
  const [minuend, subtrahend] = sides(facts, outcome.value);
  const taken = subtrahend < 0 ? `(${say(subtrahend)})` : say(subtrahend);
  const difference = `${say(minuend)} ${MINUS} ${taken} = ${say(shortfall)}`;
  if (status === 'on-track') return `${difference} ≤ ${say(0)}`;
  return `${difference} ${status === 'at-risk' ? '≤' : '>'} ${say(tolerance)}`;
}

/** What is subtracted from what, so that falling short comes out positive. */
function sides({ target, direction }: FormulaFacts, outcome: number): readonly [number, number] {
  if (target?.kind === 'band') return outcome < target.low ? [target.low, outcome] : [outcome, target.high];
  const expected = target?.expected ?? NaN;
  return direction === 'increase' ? [expected, outcome] : [outcome, expected];
}
