import { DomainError, parsePeriod, type IndicatorRules } from '@slusen/domain';
import { anIndicator } from '@slusen/testing';
import { enterablePeriod } from './enterable-period.js';

describe('enterablePeriod', () => {
  const monthly = anIndicator({ cadence: 'month' });
  const survey = anIndicator({ cadence: 'irregular', irregularYears: [2022, 2026] });
  const ended = anIndicator({ cadence: 'month', endsAfter: parsePeriod('2026-M08') });
  const cases: [code: string, rules: IndicatorRules, refused: string | undefined][] = [
    ['2026-M10', monthly, undefined],
    ['2026-M11', monthly, undefined],
    ['2026-M12', monthly, 'period.not-begun'],
    ['2030-M01', monthly, 'period.not-begun'],
    ['1900-M01', monthly, undefined],
    ['1899-M12', monthly, 'period.too-early'],
    ['2026', monthly, 'period.wrong-cadence'],
    ['2026-Q3', monthly, 'period.wrong-cadence'],
    ['2022', survey, undefined],
    ['2023', survey, 'period.wrong-cadence'],
    ['2026-M08', ended, undefined],
    ['2026-M09', ended, 'period.after-end'],
  ];
  for (const [code, rules, refused] of cases) {
    it(`${refused ? `refuses ${code} as ${refused}` : `takes ${code}`} of a ${rules.cadence} indicator on 1 November 2026`, () => {
      const enter = () => enterablePeriod(code, { slug: 'besok', rules }, '2026-11-01');
      if (refused) expect(enter).toThrowMatching((error) => error instanceof DomainError && error.code === refused);
      else expect(enter().year).toBe(Number(code.slice(0, 4)));
    });
  }

  it('takes no period of an indicator that is computed, and names what from', () => {
    const part = { id: 1, slug: 'fodda', name: { sv: 'Födda' }, rules: monthly };
    const derived = {
      slug: 'summa',
      rules: monthly,
      formula: { kind: 'sum', parts: [part, { ...part, name: { sv: 'Inflyttade' } }] },
    } as const;
    expect(() => enterablePeriod('2026-M10', derived, '2026-11-01')).toThrowMatching(
      (error) => error instanceof DomainError && error.code === 'indicator.derived' && String(error.facts['parts']) === 'Födda,Inflyttade',
    );
  });
});
