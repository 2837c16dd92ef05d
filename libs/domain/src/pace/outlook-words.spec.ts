import { type Direction } from '../indicator/indicator.js';
import { parsePeriod } from '../time/period-code.js';
import { type Target } from '../target/target.js';
import { type Unit } from '../value/number-text-unit.js';
import { outlookOf } from './outlook.js';
import { aheadSentences, chanceText, paceSentences, probabilityText } from './outlook-text.js';
import { CHANCE_WORDS } from './projection.js';

const RESIDENTS: Unit = { sv: 'invånare', en: 'residents' };
const RANK: Unit = { sv: 'placering', en: 'rank' };
const readable = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

interface Told {
  readonly direction?: Direction;
  readonly unit?: Unit;
  readonly target?: Target;
}
/** The outlook of yearly values until 2025. */
function outlook(values: readonly number[], { direction = 'increase', unit = RESIDENTS, target }: Told = {}) {
  const rules = { direction, decimals: 0, cadence: 'year', reporting: 'period', aggregation: 'last', breaks: [] } as const;
  const points = values.map((value, index) => ({ period: parsePeriod(String(2026 - values.length + index)), value }));
  return outlookOf({ rules, unit, points, target });
}
const RISING = [100, 111, 120, 131, 140, 151];
const FALLING = [...RISING].reverse();

describe('a clear trend in words', () => {
  const trends: [values: number[], direction: Direction, unit: Unit, sv: string, en: string][] = [
    [RISING, 'increase', RESIDENTS, 'Från 2020 till 2025 ökade värdet med i genomsnitt 10 invånare om året, en tydlig förbättring.', 'From 2020 to 2025 the value rose by 10 residents a year on average, a clear improvement.'],
    [RISING, 'decrease', RESIDENTS, 'Från 2020 till 2025 ökade värdet med i genomsnitt 10 invånare om året, en tydlig försämring.', 'From 2020 to 2025 the value rose by 10 residents a year on average, a clear worsening.'],
    [RISING, 'none', RESIDENTS, 'Från 2020 till 2025 ökade värdet med i genomsnitt 10 invånare om året, en tydlig ökning.', 'From 2020 to 2025 the value rose by 10 residents a year on average, a clear rise.'],
    [FALLING, 'none', RESIDENTS, 'Från 2020 till 2025 minskade värdet med i genomsnitt 10 invånare om året, en tydlig minskning.', 'From 2020 to 2025 the value fell by 10 residents a year on average, a clear fall.'],
    [RISING, 'decrease', RANK, 'Från 2020 till 2025 försämrades placeringen med i genomsnitt 10 steg om året, en tydlig försämring.', 'From 2020 to 2025 the rank worsened by 10 places a year on average, a clear worsening.'],
    [FALLING, 'decrease', RANK, 'Från 2020 till 2025 förbättrades placeringen med i genomsnitt 10 steg om året, en tydlig förbättring.', 'From 2020 to 2025 the rank improved by 10 places a year on average, a clear improvement.'],
  ]; // prettier-ignore
  for (const [values, direction, unit, sv, en] of trends) {
    it(`is "${sv}"`, () => {
      const told = outlook(values, { direction, unit });
      expect((['sv', 'en'] as const).map((language) => readable(paceSentences(told, language)[0]))).toEqual([sv, en]);
    });
  }
});

describe('a pace of few values in words', () => {
  const paces: [values: number[], sv: string[], en: string[]][] = [
    [[100, 120], ['Från 2024 till 2025 ökade värdet med 20 invånare.', 'Det finns för få mätpunkter, 2 av minst 5, för att bedöma trend och chans.'], ['From 2024 to 2025 the value rose by 20 residents.', 'There are too few values, 2 of at least 5, to judge trend and chance.']],
    [[100, 100], ['Från 2024 till 2025 var värdet oförändrat.', 'Det finns för få mätpunkter, 2 av minst 5, för att bedöma trend och chans.'], ['From 2024 to 2025 the value was unchanged.', 'There are too few values, 2 of at least 5, to judge trend and chance.']],
    [[100, 90, 100], ['Från 2023 till 2025 var värdet i genomsnitt oförändrat.', 'Det finns för få mätpunkter, 3 av minst 5, för att bedöma trend och chans.'], ['From 2023 to 2025 the value was unchanged on average.', 'There are too few values, 3 of at least 5, to judge trend and chance.']],
    [[100], ['Det finns för få mätpunkter, 1 av minst 5, för att bedöma trend och chans.'], ['There are too few values, 1 of at least 5, to judge trend and chance.']],
    [[1, 2, 3, 4, 5], ['Från 2021 till 2025 ökade värdet med 4 invånare.', 'Värdet har ändrats exakt lika mycket varje år, så trend och chans går inte att bedöma.'], ['From 2021 to 2025 the value rose by 4 residents.', 'The value has changed by exactly the same amount every year, so trend and chance cannot be judged.']],
  ]; // prettier-ignore
  for (const [values, sv, en] of paces) {
    it(`is "${sv.join(' ')}"`, () => {
      const told = outlook(values);
      expect(paceSentences(told, 'sv').map(readable)).toEqual(sv);
      expect(paceSentences(told, 'en').map(readable)).toEqual(en);
    });
  }

  it('tells a last change that is not ordinary', () => {
    const told = outlook([100, 101, 100, 101, 100, 101, 100, 101, 160]);
    // 51.5 from the mean of 7.5, and t(0.975; 7) · s is 49.3.
    expect(paceSentences(told, 'sv').at(-1)).toBe('Den senaste ändringen, 59 fler än 2024, ligger utanför normal årsvariation.');
    expect(paceSentences(told, 'en').at(-1)).toBe('The latest change, 59 more than in 2024, is outside ordinary yearly variation.');
  });
});

describe('what a target takes in words', () => {
  const reach = (value: number): Target => ({
    kind: 'point',
    measure: 'value',
    path: 'linear',
    tolerance: 0,
    baseline: { period: parsePeriod('2020'), value: 0 },
    milestones: [],
    final: { period: parsePeriod('2030'), value },
    decision: 'KF § 1',
    isExample: false,
  });
  const takes: [to: number, direction: Direction, unit: Unit, sv: string, en: string][] = [
    [
      201,
      'increase',
      RESIDENTS,
      'måste värdet öka något långsammare än hittills, med 10 invånare om året.',
      'the value must rise slightly more slowly than so far, by 10 residents a year.',
    ],
    [101, 'decrease', RESIDENTS, 'måste värdet minska med 10 invånare om året.', 'the value must fall by 10 residents a year.'],
    [101, 'decrease', RANK, 'måste placeringen förbättras med 10 steg om året.', 'the rank must improve by 10 places a year.'],
    [
      151,
      'increase',
      RESIDENTS,
      '2025 var värdet redan lika bra som målet för 2030.',
      'In 2025 the value was already as good as the target for 2030.',
    ],
    [
      151,
      'decrease',
      RESIDENTS,
      '2025 var värdet redan lika bra som målet för 2030.',
      'In 2025 the value was already as good as the target for 2030.',
    ],
    [
      200,
      'decrease',
      RESIDENTS,
      '2025 var värdet redan bättre än målet för 2030.',
      'In 2025 the value was already better than the target for 2030.',
    ],
  ];
  for (const [to, direction, unit, sv, en] of takes) {
    it(`says of ${to} where to ${direction} is better: "${sv}"`, () => {
      const told = outlook(RISING, { direction, unit, target: reach(to) });
      expect(readable(aheadSentences(told, 'sv')[0])).toContain(sv);
      expect(readable(aheadSentences(told, 'en')[0])).toContain(en);
    });
  }
});

describe('a place in a ranking in words', () => {
  const aim: Target = {
    ...{ kind: 'point', measure: 'value', path: 'linear', tolerance: 0, milestones: [], decision: 'KF § 1', isExample: false },
    baseline: { period: parsePeriod('2020'), value: 160 },
    final: { period: parsePeriod('2030'), value: 100 },
  };
  const told = (points: Record<string, number>) => {
    const rules = { direction: 'decrease', decimals: 0, cadence: 'year', reporting: 'period', aggregation: 'none', breaks: [] } as const;
    const values = Object.entries(points).map(([period, value]) => ({ period: parsePeriod(period), value }));
    return outlookOf({ rules, unit: RANK, points: values, target: aim });
  };

  it('is "den", and never a value', () => {
    const sentences = paceSentences(told({ 2020: 150, 2021: 158, 2022: 149, 2024: 150, 2025: 150 }), 'sv').join(' ');
    expect(sentences).toContain('var placeringen i genomsnitt oförändrad.');
    expect(sentences).toContain('Att placeringen är densamma som 2024 ligger inom normal årsvariation.');
  });

  it('is looked ahead of as one', () => {
    const withGap = told({ 2020: 160, 2021: 152, 2022: 149, 2024: 139, 2025: 136 });
    const [required = '', projection] = aheadSentences(withGap, 'sv').map(readable);
    expect(required).toMatch(/Minst så snabbt har den förbättrats 1 gång av 4\.$/);
    expect(projection).toMatch(/blir placeringen 2030 omkring \d+\. Med 80 procents sannolikhet hamnar den mellan placering \d+ och \d+;/);
    expect(readable(aheadSentences(withGap, 'en')[1])).toMatch(
      /the rank in 2030 will be about \d+\. There is an 80% chance that it will be between rank/,
    );
    const never = told({ 2018: 140, 2022: 139, 2025: 138 });
    expect(aheadSentences(never, 'sv')[0]).toMatch(/Så snabbt har den inte förbättrats mellan några av de 3 mätningarna\.$/);
  });
});

describe('a sum of twelve months in words', () => {
  const quarters = Array.from({ length: 24 }, (_, index) => ({
    period: parsePeriod(`${2020 + Math.floor(index / 4)}-Q${(index % 4) + 1}`),
    value: 10 + (index % 4) + [0, 2, 3, 7, 8, 12][Math.floor(index / 4)]!,
  }));
  const ends: Target = {
    ...{ kind: 'point', measure: 'rolling-12-months', path: 'linear', tolerance: 0, milestones: [], decision: 'KF § 1', isExample: false },
    baseline: { period: parsePeriod('2020-Q4'), value: 40 },
    final: { period: parsePeriod('2028-Q4'), value: 200 },
  };
  const told = (target: Target) => {
    const rules = { direction: 'increase', decimals: 0, cadence: 'quarter', reporting: 'period', aggregation: 'sum', breaks: [] } as const;
    return outlookOf({ rules, unit: RESIDENTS, points: quarters, target });
  };
  const ahead = (target: Target, language: 'sv' | 'en') => aheadSentences(told(target), language).map(readable).join(' ');

  it('is never said to be of its last quarter alone', () => {
    expect(ahead(ends, 'sv')).toMatch(
      /^För att nå målvärdet 200 invånare för de tolv månaderna till och med december 2028 måste värdet öka/,
    );
    expect(ahead(ends, 'sv')).toContain('i samma takt blir värdet för de tolv månaderna till och med december 2028 omkring');
    expect(ahead(ends, 'en')).toMatch(/^To reach the target of 200 residents in the twelve months to December 2028 the value must rise/);
    expect(ahead(ends, 'en')).toContain('the value in the twelve months to December 2028 will be about');
    expect(`${ahead(ends, 'sv')} ${ahead(ends, 'en')}`).not.toMatch(/kvartal|quarter/);
  });

  it('is dated by the month that it ends with', () => {
    expect(paceSentences(told(ends), 'sv')[0]).toMatch(/^Från december 2020 till december 2025 ökade värdet för tolv månader med/);
    expect(paceSentences(told(ends), 'en')[0]).toMatch(/^From December 2020 to December 2025 the value over twelve months rose by/);
  });

  it('is told alike when the target is reached already', () => {
    const low = { ...ends, final: { ...ends.final, value: 50 } } as Target;
    expect(ahead(low, 'sv')).toMatch(
      /^De tolv månaderna till och med december 2025 var värdet redan bättre än målet för de tolv månaderna till och med december 2028\. Chansen att det är det också/,
    );
  });
});

describe('figures that accumulate over the year in words', () => {
  it('are named by the months they hold', () => {
    const points = [2022, 2023, 2024, 2025].map((year) => ({ period: parsePeriod(`${year}-T2`), value: year - 2000 }));
    const rules = {
      direction: 'increase',
      decimals: 0,
      cadence: 'tertial',
      reporting: 'year-to-date',
      aggregation: 'sum',
      breaks: [],
    } as const;
    const told = outlookOf({ rules, unit: RESIDENTS, points });
    expect(paceSentences(told, 'sv')[0]).toMatch(/^Från januari–augusti 2022 till januari–augusti 2025 ökade värdet/);
  });
});

describe('a chance in words', () => {
  it('goes from very small to very large', () => {
    expect(CHANCE_WORDS.map((word) => chanceText(word, 'sv'))).toEqual(['mycket liten', 'liten', 'oviss', 'stor', 'mycket stor']);
    expect(CHANCE_WORDS.map((word) => chanceText(word, 'en'))).toEqual(['very low', 'low', 'uncertain', 'high', 'very high']);
  });

  it('is never said to be none or certain', () => {
    const said = [0, 0.0099, 0.01, 0.5, 0.99, 0.9901, 1].map((probability) => readable(probabilityText(probability, 'sv')));
    expect(said).toEqual(['under 1 %', 'under 1 %', '1 %', '50 %', '99 %', 'över 99 %', 'över 99 %']);
    expect([0, 0.614, 1].map((probability) => probabilityText(probability, 'en'))).toEqual(['under 1%', '61%', 'over 99%']);
  });
});

describe('how long there is to go in words', () => {
  const times: [final: string, sv: string, en: string][] = [
    ['2026-M12', '3 invånare på 1 år', '3 residents in 1 year'],
    ['2027-M06', '3 invånare på 1,5 år', '3 residents in 1.5 years'],
    ['2029-M06', '3 invånare på 3,5 år', '3 residents in 3.5 years'],
    ['2028-M09', '3 invånare på 2 år och 9 månader', '3 residents in 2 years and 9 months'],
  ];
  for (const [final, sv, en] of times) {
    it(`is "${sv}"`, () => {
      const target: Target = {
        ...{ kind: 'point', measure: 'value', path: 'linear', tolerance: 0, milestones: [], decision: 'KF § 1', isExample: false },
        ...{ baseline: { period: parsePeriod('2020'), value: 0 }, final: { period: parsePeriod(final), value: 8 } },
      };
      const told = outlook([1, 3, 2, 4, 3, 5], { target });
      expect(readable(aheadSentences(told, 'sv')[0])).toContain(sv);
      expect(readable(aheadSentences(told, 'en')[0])).toContain(en);
    });
  }
});
