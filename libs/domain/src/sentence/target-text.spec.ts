import { parsePeriod } from '../time/period-code.js';
import { type BandTarget, type PointTarget, type Target } from '../target/target.js';
import { targetBreakText, targetDecisionText, targetPathText, targetText, type TargetCounted } from './target-text.js';

const INHABITANTS: TargetCounted = { unit: { sv: 'invånare', en: 'inhabitants' }, decimals: 0, reporting: 'period', direction: 'increase' };
const PER_CENT: TargetCounted = { unit: { sv: '%', en: '%' }, decimals: 1, reporting: 'period', direction: 'decrease' };
const RANK: TargetCounted = { unit: { sv: 'placering', en: 'rank' }, decimals: 0, reporting: 'period', direction: 'decrease' };
const NUMBER: TargetCounted = { unit: { sv: 'antal', en: 'number' }, decimals: 0, reporting: 'period', direction: 'increase' };
const BAND: BandTarget = {
  ...{ kind: 'band', measure: 'value', low: 2, high: 2.5, tolerance: 0.5, decision: 'KF § 1', isExample: false },
  ...{ baselinePeriod: parsePeriod('2025'), finalPeriod: parsePeriod('2030') },
};

/** A path through the values of the years. */
function aTarget(path: Readonly<Record<string, number>>, different: Partial<PointTarget> = {}): PointTarget {
  const [baseline, ...rest] = Object.entries(path).map(([code, value]) => ({ period: parsePeriod(code), value }));
  const final = rest.pop();
  if (!baseline || !final) throw new Error('A target needs a baseline and a final value.');
  const decided = { kind: 'point', path: 'linear', measure: 'value', tolerance: 0, decision: 'KF § 1', isExample: false } as const;
  return { ...decided, baseline, milestones: rest, final, ...different };
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const TEXTS: readonly [target: Target, counted: TargetCounted, sv: string, en: string][] = [
  [aTarget({ 2024: 8.4, 2030: 6 }), PER_CENT, '6,0 % 2030, från 8,4 % 2024', '6.0% in 2030, from 8.4% in 2024'],
  [aTarget({ 2025: 15327, 2030: 15800 }), INHABITANTS, '15 800 invånare 2030, från 15 327 invånare 2025', '15,800 inhabitants in 2030, from 15,327 inhabitants in 2025'],
  [aTarget({ 2025: 179, 2030: 150 }), RANK, 'placering 150 år 2030, från placering 179 år 2025', 'rank 150 in 2030, from rank 179 in 2025'],
  [aTarget({ 2025: 30, 2030: 42 }), NUMBER, '2030: 42, från 2025: 30', '2030: 42, from 2025: 30'],
  [aTarget({ '2025-M07': 80, '2027-M12': 86 }, { measure: 'rolling-12-months' }), INHABITANTS,
    '86 invånare de tolv månaderna till och med december 2027, från 80 invånare de tolv månaderna till och med juli 2025',
    '86 inhabitants in the twelve months to December 2027, from 80 inhabitants in the twelve months to July 2025'],
  [BAND, PER_CENT, 'mellan 2,0 och 2,5 %, från 2025 till och med 2030', 'between 2.0% and 2.5%, from 2025 up to and including 2030'],
]; // prettier-ignore

const PATHS: readonly [target: Target, counted: TargetCounted, sv: string, en: string][] = [
  [aTarget({ 2025: 1, 2030: 9 }), INHABITANTS, 'Målbanan är rak.', 'The path is straight.'],
  [aTarget({ 2025: 15327, 2030: 15800 }, { tolerance: 50 }), INHABITANTS, 'Målbanan är rak. Högst 50 invånare under målbanan räknas som nära.', 'The path is straight. At most 50 inhabitants below the path counts as nearly on track.'],
  [aTarget({ 2024: 8.4, 2030: 6 }, { tolerance: 0.5 }), PER_CENT, 'Målbanan är rak. Högst 0,5 procentenheter över målbanan räknas som nära.', 'The path is straight. At most 0.5 percentage points above the path counts as nearly on track.'],
  [aTarget({ 2025: 179, 2030: 150 }, { tolerance: 9 }), RANK, 'Målbanan är rak. Högst 9 placeringar sämre än målbanan räknas som nära.', 'The path is straight. At most 9 places worse than the path counts as nearly on track.'],
  [aTarget({ 2025: 15, 2027: 16, 2028: 17, 2030: 18 }), INHABITANTS, 'Målbanan är rak mellan delmålen: 16 invånare 2027; 17 invånare 2028.', 'The path is straight between the milestones: 16 inhabitants in 2027; 17 inhabitants in 2028.'],
  [aTarget({ 2025: 1, 2030: 9 }, { path: 'step' }), INHABITANTS, 'Målbanan är ett enda steg: utgångsvärdet gäller tills målet ska vara nått.', 'The path is one step: the baseline holds until the target is due.'],
  [aTarget({ 2025: 1, 2027: 2, 2030: 9 }, { path: 'step' }), INHABITANTS, 'Målbanan går i steg: 2 invånare 2027.', 'The path goes in steps: 2 inhabitants in 2027.'],
  [BAND, PER_CENT, 'Ett intervall att hålla sig inom hela tiden. Högst 0,5 procentenheter utanför intervallet räknas som nära.', 'An interval to stay within throughout. At most 0.5 percentage points outside the interval counts as nearly on track.'],
]; // prettier-ignore

describe('a target in words', () => {
  it('says that a break lies between its ends, and is silent of one that does not', () => {
    const breakIn = (code: string, language: 'sv' | 'en') =>
      targetBreakText(aTarget({ 2023: 78, 2027: 83 }), [{ firstPeriod: parsePeriod(code), reason: { sv: 'Nya områden' } }], language);
    expect(breakIn('2024', 'sv')).toBe('Serien har ett brott 2024: värden före och efter kan inte jämföras.');
    expect(breakIn('2024', 'en')).toBe('The series has a break in 2024: values before and after it cannot be compared.');
    expect([breakIn('2023', 'sv'), breakIn('2028', 'sv')]).toEqual([undefined, undefined]);
  });

  it('says by which decision it holds, and of an invented one that there is none', () => {
    const target = aTarget({ 2025: 1, 2030: 9 });
    const inBoth = (one: Target) => [targetDecisionText(one, 'sv'), targetDecisionText(one, 'en')];
    expect(inBoth(target)).toEqual(['Beslut: KF § 1.', 'Decision: KF § 1.']);
    expect(inBoth({ ...target, isExample: true })).toEqual(['Exempel, inte beslutat.', 'Example, not decided.']);
  });

  for (const [target, counted, sv, en] of TEXTS) {
    it(sv, () => expect([targetText(target, counted, 'sv'), targetText(target, counted, 'en')].map(plain)).toEqual([sv, en]));
  }
  for (const [target, counted, sv, en] of PATHS) {
    it(sv, () => expect([targetPathText(target, counted, 'sv'), targetPathText(target, counted, 'en')].map(plain)).toEqual([sv, en]));
  }
});
