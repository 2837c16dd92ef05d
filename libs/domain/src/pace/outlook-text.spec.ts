import { type Direction } from '../indicator.js';
import { type Localized } from '../language.js';
import { parsePeriod } from '../period-code.js';
import { type Target } from '../target.js';
import { outlookOf, type Outlook } from './outlook.js';
import {
  aheadSentences,
  chanceText,
  outlookSentences,
  paceSentences,
  probabilityText,
  trendWord,
} from './outlook-text.js';

/** Non-breaking spaces are asserted where numbers are made; here ordinary ones keep the sentences readable. */
const readable = (sentences: readonly string[]) => sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '));

const population = [15647, 15672, 15578, 15557, 15461, 15384, 15327];
const residents = { sv: 'invånare', en: 'residents' };
const decision = { measure: 'value', tolerance: 0, decision: 'KF 2017 § 100', isExample: false } as const;
const reach = (value: number, period = '2030'): Target => ({
  ...decision,
  kind: 'point',
  path: 'linear',
  baseline: { period: parsePeriod('2019'), value: 0 },
  milestones: [],
  final: { period: parsePeriod(period), value },
});

interface Style {
  readonly direction?: Direction;
  readonly unit?: Localized;
  readonly decimals?: number;
}

function outlook(
  values: readonly number[],
  target?: Target,
  { direction = 'increase', unit = residents, decimals = 0 }: Style = {},
): Outlook {
  const rules = { direction, decimals, cadence: 'year', reporting: 'period', aggregation: 'last', breaks: [] } as const;
  const points = values.map((value, index) => ({ period: parsePeriod(String(2026 - values.length + index)), value }));
  return outlookOf({ rules, unit, points, target });
}

describe('sentences about pace and chance', () => {
  it('tell the whole in Swedish', () => {
    expect(readable(outlookSentences(outlook(population, reach(15800)), 'sv'))).toEqual([
      'Från 2019 till 2025 ändrades värdet med i genomsnitt −53,3 invånare om året, en tydlig försämring.',
      'Den senaste ändringen, −57 invånare sedan 2024, ligger inom normal årsvariation.',
      'För att nå målvärdet 15 800 invånare till 2030 krävs +94,6 invånare om året. Det har hänt 0 av 6 gånger hittills.',
      'Fortsätter det i samma takt blir värdet omkring 15 060 invånare 2030. Med 80 procents sannolikhet hamnar det mellan 14 652 och 15 469.',
      'Chansen att nå målvärdet i tid är mycket liten (2,2 %).',
    ]);
  });

  it('tell the whole in English', () => {
    expect(outlookSentences(outlook(population, reach(15800)), 'en')).toEqual([
      'From 2019 to 2025 the value changed by −53.3 residents a year on average, a clear worsening.',
      'The latest change, −57 residents since 2024, is within ordinary yearly variation.',
      'Reaching the target of 15,800 residents by 2030 takes +94.6 residents a year. That has happened 0 out of 6 times so far.',
      'At the same pace the value will be about 15,060 residents in 2030. It will lie between 14,652 and 15,469 with a probability of 80 percent.',
      'The chance of reaching the target in time is very small (2.2%).',
    ]);
  });

  it('say why there is no clear trend, and speak of places in a ranking', () => {
    const rank = outlook([220, 200, 236, 210, 179], reach(150), { direction: 'decrease', unit: { sv: 'placering' } });
    expect(readable(paceSentences(rank, 'sv'))).toEqual([
      'Från 2021 till 2025 ändrades värdet med i genomsnitt −10,3 placeringar om året. Det är ingen tydlig trend, för ett vanligt år avviker med omkring 31,2 placeringar från den takten.',
      'Den senaste ändringen, −31 placeringar sedan 2024, ligger inom normal årsvariation.',
    ]);
    expect(readable(aheadSentences(rank, 'sv'))[0]).toBe(
      'För att nå målvärdet placering 150 till 2030 krävs −5,8 placeringar om året. Det har hänt 3 av 4 gånger hittills.',
    );
  });

  it('speak of percentage points between percentages', () => {
    const share = outlook([60, 61.5], reach(70), { unit: { sv: '%' }, decimals: 1 });
    expect(readable(outlookSentences(share, 'sv'))).toEqual([
      'Från 2024 till 2025 ändrades värdet med i genomsnitt +1,50 procentenheter om året.',
      'Det finns för få mätpunkter, 2 av minst 5, för att bedöma trend och chans.',
      'För att nå målvärdet 70,0 % till 2030 krävs +1,70 procentenheter om året. Det har hänt 0 av 1 gånger hittills.',
    ]);
  });

  it('say that a target is reached already', () => {
    expect(readable(aheadSentences(outlook(population, reach(15000)), 'sv'))[0]).toBe(
      'Målvärdet till 2030, 15 000 invånare, är redan nått.',
    );
  });

  it('say why there is no chance', () => {
    expect(aheadSentences(outlook(population, reach(15800, '2025')), 'sv')).toEqual([
      'Målets slutperiod är nådd, så någon chans framåt beräknas inte.',
    ]);
    expect(paceSentences(outlook([1, 2, 3, 4, 5]), 'en').at(-1)).toBe(
      'The value has changed by exactly the same amount every year, so trend and chance cannot be judged.',
    );
  });

  it('speak of lying inside a band', () => {
    const band: Target = {
      ...decision,
      kind: 'band',
      baselinePeriod: parsePeriod('2019'),
      finalPeriod: parsePeriod('2027'),
      low: 15000,
      high: 15500,
    };
    expect(readable(aheadSentences(outlook(population, band, { direction: 'none' }), 'sv')).at(-1)).toMatch(
      /^Chansen att värdet ligger mellan 15 000 och 15 500 invånare 2027 är (stor|mycket stor) \(\d+,\d %\)\.$/,
    );
  });

  it('are silent without a value or a target', () => {
    expect(outlookSentences(outlook([], reach(1)), 'sv')).toEqual([]);
    expect(aheadSentences(outlook(population), 'sv')).toEqual([]);
  });
});

describe('words for trend and chance', () => {
  it('name the trend and the chance', () => {
    expect([trendWord('worsening', 'sv'), trendWord('no-clear-trend', 'sv'), chanceText('uncertain', 'sv')]).toEqual([
      'försämras',
      'ingen tydlig trend',
      'oviss',
    ]);
  });
  for (const [probability, text] of [
    [0.0004, 'mindre än 0,1 %'],
    [0.0217, '2,2 %'],
    [0.5, '50,0 %'],
    [0.99951, 'mer än 99,9 %'],
  ] as const) {
    it(`write ${probability} as "${text}"`, () =>
      expect(readable([probabilityText(probability, 'sv')])).toEqual([text]));
  }
});
