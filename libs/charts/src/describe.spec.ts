import { parsePeriod, periodName } from '@slusen/domain';
import { describeSeries, pointText } from './describe.js';
import { aPoint, aSeries, at, POPULATION_TARGET, quarters, years } from './series.fixtures.js';

describe('describeSeries', () => {
  it('tells the whole chart in Swedish', () => {
    expect(describeSeries(aSeries({ target: POPULATION_TARGET }))).toBe(
      'Folkmängd 31 december: 15\u00a0327 invånare år 2025. Det första värdet, för 2019, är 15\u00a0647. ' +
        'Högst 15\u00a0672 år 2020, lägst 15\u00a0327 år 2025. Målet är 15\u00a0800 invånare år 2030.',
    );
  });

  it('tells it in English', () => {
    expect(describeSeries(aSeries({ language: 'en', title: 'Population', target: POPULATION_TARGET }))).toBe(
      'Population: 15,327 inhabitants in 2025. The first value, for 2019, is 15,647. ' +
        'Highest 15,672 in 2020, lowest 15,327 in 2025. The target is 15,800 inhabitants in 2030.',
    );
  });

  it('tells breaks, missing values and how sure the last value is', () => {
    const points = [...years(2022, [78, null, 74]), aPoint('2025', 75, { quality: 'preliminary' })];
    const text = describeSeries(aSeries({ points, breaks: [{ position: at('2024'), note: 'fyra områden i stället för sex.' }] }));
    expect(text).toContain('2025 (preliminärt).');
    expect(describeSeries(aSeries({ points: [aPoint('2025', 75, { quality: 'estimated' })] }))).toContain('2025 (uppskattat).');
    expect(text).toContain('Brott i serien: fyra områden i stället för sex. Ett värde saknas.');
  });

  describe('across a break', () => {
    const cut = { breaks: [{ position: at('2024'), note: 'Fyra områden' }], unit: { sv: 'index', en: 'index' } };
    const values = (...after: number[]) => aSeries({ ...cut, points: [...years(2022, [78, 81]), ...years(2024, after)] });

    it('compares nothing: the series begins anew', () => {
      expect(describeSeries(values(74, 76, 75))).toBe(
        'Folkmängd 31 december: index\u00a075 år 2026. Det första värdet efter brottet, för 2024, är 74. Sedan dess högst 76 år 2025, lägst 74 år 2024. ' +
          'Brott i serien: Fyra områden.',
      );
      expect(describeSeries({ ...values(74, 75), language: 'en' })).toContain(
        'The first value after the break, for 2024, is 74. Since then highest 75 in 2025, lowest 74 in 2024.',
      );
    });

    it('has no ends of a single value after it', () => {
      expect(describeSeries(values(74))).toBe('Folkmängd 31 december: index\u00a074 år 2024. Brott i serien: Fyra områden.');
    });

    it('ends the target path, as the picture does', () => {
      const path = [at('2023'), at('2027')].map((position) => ({ position, value: 83 }));
      const text = describeSeries({ ...values(74), target: { label: 'Målbana', path } });
      expect(text).toContain('Målbanan slutar vid brottet.');
      expect(text).not.toContain('83');
      expect(describeSeries({ ...values(74), language: 'en', target: { label: '', path } })).toContain(
        'The target path ends at the break.',
      );
    });

    it('is not spoken of by values that all lie before it', () => {
      expect(describeSeries(aSeries({ ...cut, points: years(2022, [78, 81]) }))).toContain(
        'Det första värdet, för 2022, är 78. Högst 81 år 2023',
      );
    });
  });

  it('names a target quarter as a quarter', () => {
    const target = { label: 'Mål', path: [{ position: at('2027-Q4'), value: 60 }] };
    expect(describeSeries(aSeries({ points: quarters(2026, [1, 2]), target }))).toContain('Målet är 60 invånare kvartal 4 2027.');
  });

  it('tells the steps of a path that goes in steps', () => {
    const target = { label: 'Mål', step: true, steps: 'Målbanan går i steg: 800 meter 2025.', path: [{ position: at('2030'), value: 60 }] };
    expect(describeSeries(aSeries({ target }))).toContain('Målet är 60 invånare år 2030. Målbanan går i steg: 800 meter 2025.');
  });

  it('tells a band with both ends', () => {
    const band = { low: 20, high: 40, from: at('2020'), to: at('2028'), label: 'Mål' };
    expect(describeSeries(aSeries({ band }))).toContain('Målet är att ligga mellan 20 och 40 invånare.');
  });

  it('calls places in a ranking best and worst, since the highest number is the worst', () => {
    const ranking = { unit: { sv: 'placering', en: 'rank' }, points: years(2015, [129, 257]) };
    expect(describeSeries(aSeries(ranking))).toContain(' Bäst 129 år 2015, sämst 257 år 2016.');
    expect(describeSeries(aSeries({ ...ranking, language: 'en' }))).toContain(' Best 129 in 2015, worst 257 in 2016.');
  });

  it('names the twelve months that the first value is of', () => {
    const covered = { measure: 'rolling-12-months', reporting: 'period' } as const;
    const points = quarters(2026, [1, 2]).map((point) => ({ ...point, label: periodName(parsePeriod(point.period), 'sv', covered) }));
    expect(describeSeries(aSeries({ points, covered }))).toContain(
      'Det första värdet, för de tolv månaderna till och med mars 2026, är 1.',
    );
  });

  it('says so when there is nothing yet', () => {
    expect(describeSeries(aSeries({ points: [] }))).toBe('Folkmängd 31 december: Det finns inga värden än.');
  });
});

describe('pointText', () => {
  const percent = { unit: { sv: '%', en: '%' }, decimals: 1 };

  it('says period, value, quality, margin and note', () => {
    const point = aPoint('2026-Q3', 7.25, { quality: 'preliminary', margin: 0.6, note: 'rättad' });
    expect(pointText(aSeries({ ...percent, points: [point] }), 0)).toBe(
      'kvartal 3 2026: 7,3\u00a0%, preliminärt, felmarginal ±0,6 procentenheter, rättad',
    );
  });

  it('says that a value is missing, and why', () => {
    expect(pointText(aSeries({ points: [aPoint('2025', null, { missing: 'not-applicable' })] }), 0)).toBe(
      '2025: värde saknas, ej tillämplig',
    );
  });

  it('says nothing outside the series', () => {
    expect(pointText(aSeries(), 99)).toBe('');
  });
});
