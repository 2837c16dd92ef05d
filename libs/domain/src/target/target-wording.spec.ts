import fc from 'fast-check';
import { differencesOf } from '../change/difference.js';
import { expectToNameFields, expectToTellAll, someFigure, someWord } from '../change/wording.fixtures.js';
import { NBSP } from '../value/number-text.js';
import { type BandContent, type Measuring, type PointContent } from './target-content.js';
import { TARGET_WORDING } from './target-wording.js';
import { aBand, aPoint } from './target.fixtures.js';
import { MEASURES, PATHS } from './target.js';

const told = (before: Measuring | undefined, after: Measuring): string[] =>
  differencesOf(TARGET_WORDING, [before, after]).map(({ field, before: was, after: is }) => `${field} ${was ?? '–'} → ${is ?? '–'}`);

describe('a target said otherwise than before', () => {
  const without = { indicator: 'folkmangd', kind: 'none' } as const;
  const withdrawn = { indicator: 'folkmangd', kind: 'withdrawn' } as const;
  const cases: [before: Measuring, after: Measuring, lines: string[]][] = [
    [aPoint(), aPoint(), []],
    [aPoint(), aPoint({ measure: 'rolling-12-months' }), ['det som jämförs värdet → rullande tolv månader']],
    [aPoint(), aPoint({ path: 'step' }), ['målbana rak → i steg']],
    [aPoint(), aPoint({ baseline: { period: '2024', value: 15384 } }), [`utgångsvärde 15${NBSP}327 (2025) → 15${NBSP}384 (2024)`]],
    [aPoint(), aPoint({ milestones: [{ period: '2027', value: 15500 }, { period: '2028-H1', value: 15600.5 }] }), [`delmål – → 15${NBSP}500 (2027), 15${NBSP}600,5 (halvår 1 2028)`]],
    [aPoint(), aPoint({ final: { period: '2031-Q4', value: 16000 } }), [`slutvärde 15${NBSP}800 (2030) → 16${NBSP}000 (kv 4 2031)`]],
    [aPoint(), aPoint({ tolerance: 0.25 }), ['tolerans 50 → 0,25']],
    [aPoint(), aPoint({ decision: 'KF § 3' }), ['beslut KF § 112 → KF § 3']],
    [aPoint(), aPoint({ isExample: true }), ['påhittat nej → ja']],
    [aBand(), aBand({ low: 9.5, high: 21 }), ['lägst 10 → 9,5', 'högst 20 → 21']],
    [aBand(), aBand({ baselinePeriod: '2026', finalPeriod: '2031' }), ['från 2025 → 2026', 'till 2030 → 2031']],
    [without, withdrawn, ['mäts utan målvärde → inte längre']],
  ]; // prettier-ignore
  for (const [before, after, lines] of cases) {
    it(`is told as ${lines.length ? `"${lines.join('; ')}"` : 'nothing when it is the same'}`, () =>
      expect(told(before, after)).toEqual(lines));
  }

  it('that takes the place of none is told whole, and one that is withdrawn takes everything with it', () => {
    const whole = [
      'det som jämförs – → värdet',
      'målbana – → rak',
      `utgångsvärde – → 15${NBSP}327 (2025)`,
      `slutvärde – → 15${NBSP}800 (2030)`,
      'tolerans – → 50',
      'beslut – → KF § 112',
      'påhittat – → nej',
    ];
    expect(told(without, aPoint())).toEqual(['mäts utan målvärde → mot en målbana', ...whole]);
    const taken = whole.map((line) => line.replace(/^(.*?) – → (.*)$/, '$1 $2 → –'));
    expect(told(aPoint(), withdrawn)).toEqual(['mäts mot en målbana → inte längre', ...taken]);
  });

  it('that becomes an interval leaves no word of the path, and an interval none of its ends', () => {
    const fields = (before: Measuring, after: Measuring) => differencesOf(TARGET_WORDING, [before, after]).map(({ field }) => field);
    const changed = ['mäts', 'målbana', 'utgångsvärde', 'slutvärde', 'lägst', 'högst', 'från', 'till'];
    expect(fields(aPoint(), aBand())).toEqual(changed);
    expect(fields(aBand(), aPoint())).toEqual(changed);
    expect(told(undefined, aBand())[0]).toBe('mäts – → mot ett intervall');
  });

  it('is told whatever it is, and nothing that is not', () => {
    const period = fc
      .integer({ min: 1950, max: 2050 })
      .chain((year) => fc.constantFrom(`${year}`, `${year}-Q2`, `${year}-M06`, `${year}-H1`));
    const dated = fc.record({ period, value: someFigure });
    const decided = {
      indicator: fc.constant('folkmangd'),
      measure: fc.constantFrom(...MEASURES),
      tolerance: someFigure,
      decision: someWord,
      isExample: fc.boolean(),
    };
    expectToTellAll<PointContent>(
      TARGET_WORDING,
      fc.record<PointContent>({
        ...decided,
        kind: fc.constant('point'),
        path: fc.constantFrom(...PATHS),
        baseline: dated,
        milestones: fc.array(dated, { maxLength: 3 }),
        final: dated,
      }),
    );
    expectToTellAll<BandContent>(
      TARGET_WORDING,
      fc.record<BandContent>({
        ...decided,
        kind: fc.constant('band'),
        baselinePeriod: period,
        finalPeriod: period,
        low: someFigure,
        high: someFigure,
      }),
    );
  });

  it('has a name for each thing', () => expectToNameFields(TARGET_WORDING));
});
