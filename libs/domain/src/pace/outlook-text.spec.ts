import { type Direction } from '../indicator/indicator.js';
import { type Localized } from '../language.js';
import { parsePeriod } from '../time/period-code.js';
import { type Target } from '../target/target.js';
import { outlookOf, type Outlook } from './outlook.js';
import { aheadSentences, chanceText, outlookSentences, paceSentences, probabilityText } from './outlook-text.js';

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
  readonly min?: number;
  readonly max?: number;
}

function outlook(
  values: readonly number[],
  target?: Target,
  { direction = 'increase', unit = residents, decimals = 0, ...limits }: Style = {},
): Outlook {
  const rules = { ...limits, direction, decimals, cadence: 'year', reporting: 'period', aggregation: 'last', breaks: [] } as const;
  const points = values.map((value, index) => ({ period: parsePeriod(String(2026 - values.length + index)), value }));
  return outlookOf({ rules, unit, points, target });
}

describe('sentences about pace and chance', () => {
  it('tell the whole in Swedish', () => {
    expect(readable(outlookSentences(outlook(population, reach(15800)), 'sv'))).toEqual([
      'Från 2019 till 2025 minskade värdet med i genomsnitt 53 invånare om året, en tydlig försämring.',
      'Den senaste ändringen, 57 färre än 2024, ligger inom normal årsvariation.',
      'För att nå målvärdet 15 800 invånare till 2030 måste värdet öka med 95 invånare om året. Så snabbt har det inte ökat under något av de 6 senaste åren.',
      'Fortsätter det i samma takt blir värdet 2030 omkring 15 060 invånare. Med 80 procents sannolikhet hamnar det mellan 14 650 och 15 470 invånare; hur ofta sådana intervall har hållit står under Så räknar vi.',
      'Chansen att nå målvärdet i tid är mycket liten (2 %).',
    ]);
  });

  it('tell the whole in English', () => {
    expect(outlookSentences(outlook(population, reach(15800)), 'en')).toEqual([
      'From 2019 to 2025 the value fell by 53 residents a year on average, a clear worsening.',
      'The latest change, 57 fewer than in 2024, is within ordinary yearly variation.',
      'To reach the target of 15,800 residents by 2030 the value must rise by 95 residents a year. It has not risen that fast in any of the last 6 years.',
      'At the same pace the value in 2030 will be about 15,060 residents. There is an 80% chance that it will be between 14,650 and 15,470 residents; how often such intervals have held is described under How we count.',
      'The chance of reaching the target in time is very low (2%).',
    ]);
  });

  it('say why there is no clear trend, and speak of places in a ranking', () => {
    const rank = outlook([220, 200, 236, 210, 179], reach(150), { direction: 'decrease', unit: { sv: 'placering' }, min: 1, max: 290 });
    expect(readable(paceSentences(rank, 'sv'))).toEqual([
      'Från 2021 till 2025 förbättrades placeringen med i genomsnitt 10 steg om året. Det är ingen tydlig trend, eftersom enskilda år brukar avvika med omkring 31 steg från en jämn takt.',
      'Den senaste ändringen, 31 placeringar bättre än 2024, ligger inom normal årsvariation.',
    ]);
    expect(readable(aheadSentences(rank, 'sv')).slice(0, 2)).toEqual([
      'För att nå målvärdet placering 150 till 2030 måste placeringen förbättras med 29 steg på 5 år. Minst så snabbt har den förbättrats under 3 av de 4 senaste åren.',
      'Variationen är så stor att det inte går att göra någon meningsfull prognos.',
    ]);
    expect(readable(aheadSentences(rank, 'en')).slice(0, 1)).toEqual([
      'To reach the target of rank 150 by 2030 the rank must improve by 29 places in 5 years. It has improved at least that fast in 3 of the last 4 years.',
    ]);
  });

  it('give no projection that reaches from the end of the scale beyond every value there was', () => {
    const rate = outlook([8.8, 5, 7.1, 4.2, 6.3], reach(4), { direction: 'decrease', unit: { sv: '%' }, decimals: 1, min: 0 });
    expect(aheadSentences(rate, 'sv').slice(1)).toEqual(['Variationen är så stor att det inte går att göra någon meningsfull prognos.']);
    expect(rate.ahead?.projection?.low).toBe(0);
    const falling = outlook([40, 30, 21, 10, 2], reach(1), { direction: 'decrease', min: 0 });
    expect(aheadSentences(falling, 'sv').join(' ')).toContain('mellan 0 och');
  });

  it('speak of percentage points between percentages', () => {
    const share = outlook([60, 61.5], reach(70), { unit: { sv: '%' }, decimals: 1 });
    expect(readable(outlookSentences(share, 'sv'))).toEqual([
      'Från 2024 till 2025 ökade värdet med 1,5 procentenheter.',
      'Det finns för få mätpunkter, 2 av minst 5, för att bedöma trend och chans.',
      'För att nå målvärdet 70,0 % till 2030 måste värdet öka med 1,70 procentenheter om året. Så snabbt ökade det inte mellan 2024 och 2025.',
    ]);
  });

  describe('about how often it has happened', () => {
    const since = (years: readonly number[], values: readonly number[], to: number) => {
      const points = years.map((year, index) => ({ period: parsePeriod(String(year)), value: values[index] ?? 0 }));
      const rules = { direction: 'increase', decimals: 0, cadence: 'year', reporting: 'period', aggregation: 'last', breaks: [] } as const;
      const told = outlookOf({ rules, unit: residents, points, target: reach(to) });
      return (['sv', 'en'] as const).map((language) => aheadSentences(told, language)[0]?.split(/(?<=\.) /)[1]);
    };
    const cases: [what: string, years: number[], values: number[], to: number, sv: string, en: string][] = [
      ['once of once', [2024, 2025], [10, 20], 60, 'Minst så snabbt ökade det mellan 2024 och 2025.', 'It rose at least that fast between 2024 and 2025.'],
      ['never of once', [2024, 2025], [10, 11], 60, 'Så snabbt ökade det inte mellan 2024 och 2025.', 'It did not rise that fast between 2024 and 2025.'],
      ['each year', [2023, 2024, 2025], [10, 20, 30], 60, 'Minst så snabbt har det ökat under vart och ett av de 2 senaste åren.', 'It has risen at least that fast in each of the last 2 years.'],
      ['some years', [2023, 2024, 2025], [10, 20, 21], 60, 'Minst så snabbt har det ökat under 1 av de 2 senaste åren.', 'It has risen at least that fast in 1 of the last 2 years.'],
      ['never, with years between', [2014, 2018, 2022], [10, 11, 12], 60, 'Så snabbt har det inte ökat mellan några av de 3 mätningarna.', 'It has not risen that fast between any of the 3 measurements.'],
      ['sometimes, with years between', [2014, 2018, 2022], [10, 90, 92], 98, 'Minst så snabbt har det ökat 1 gång av 2.', 'It has risen at least that fast 1 time out of 2.'],
      ['always, with years between', [2014, 2018, 2022], [10, 90, 180], 230, 'Minst så snabbt har det ökat båda gångerna.', 'It has risen at least that fast both times.'],
    ]; // prettier-ignore
    for (const [what, years, values, to, sv, en] of cases)
      it(`speak plainly: ${what}`, () => expect(since(years, values, to)).toEqual([sv, en]));
  });

  describe('about few whole things', () => {
    const groups = { sv: 'grupper', en: 'groups', one: { sv: 'grupp', en: 'group' } };
    const cases: [what: string, values: number[], to: string, sv: [string, string], en: [string, string]][] = [
      ['speak of all that changed and of all that is left', [5, 6, 6, 7, 8], '2028', ['Från 2021 till 2025 ökade värdet med 3 grupper, en tydlig förbättring.', 'måste värdet öka med 2 grupper på 3 år. Minst så snabbt'], ['From 2021 to 2025 the value rose by 3 groups, a clear improvement.', 'must rise by 2 groups in 3 years. It has risen at least']],
      ['speak of a year as one', [5, 6, 6, 7, 8], '2026', ['ökade värdet med 3 grupper', 'öka med 2 grupper på 1 år. Så snabbt har'], ['rose by 3 groups', 'by 2 groups in 1 year. It has not']],
      ['never say that a year differs by none', [8, 8, 8, 8, 8, 8, 9], '2028', ['omkring 0,4 grupper från en jämn takt', 'öka med 1 grupp på 3 år'], ['about 0.4 groups', 'by 1 group in 3 years']],
    ]; // prettier-ignore
    for (const [what, values, to, sv, en] of cases)
      it(what, () => {
        const told = outlook(values, reach(10, to), { unit: groups });
        for (const [language, [pace, ahead]] of [['sv', sv], ['en', en]] as const) {
          expect(paceSentences(told, language)[0]).toContain(pace);
          expect(aheadSentences(told, language)[0]).toContain(ahead);
        }
      }); // prettier-ignore

    it('speak of months where it is no whole year', () => {
      const values = [6, 6, 7, 7, 7, 8].map((value, index) => ({ period: parsePeriod(`${2021 + index}-Q2`), value }));
      const rules = {
        direction: 'increase',
        decimals: 0,
        cadence: 'quarter',
        reporting: 'period',
        aggregation: 'last',
        breaks: [],
      } as const;
      const told = outlookOf({ rules, unit: groups, points: values, target: reach(10, '2027-Q4') });
      expect(aheadSentences(told, 'sv')[0]).toContain('måste värdet öka med 2 grupper på 1,5 år. Så snabbt har det inte ökat');
      expect(aheadSentences(told, 'en')[0]).toContain('must rise by 2 groups in 1.5 years. It has not risen that fast');
    });
  });

  it('write no decimals where three digits say enough', () => {
    const lit = outlook([0, 250, 520], undefined, { unit: { sv: 'meter' } });
    expect(readable(paceSentences(lit, 'sv'))[0]).toContain('med i genomsnitt 260 meter om året');
    const price = outlook([1375000, 1742000, 1649000, 1503000, 1758000], undefined, { unit: { sv: 'kr' } });
    expect(readable(paceSentences(price, 'sv'))[0]).toMatch(/ökade värdet med i genomsnitt 95 750 kr om året.*omkring 250 000 kr från/);
  });

  it('tell a pace that agrees with the values as they are shown, whatever decimals they have behind', () => {
    const rate = { unit: { sv: '%' }, decimals: 1, direction: 'decrease' } as const;
    const told = outlook([6.0, 6.3, 6.449], reach(5), rate);
    expect(readable(paceSentences(told, 'sv'))[0]).toBe('Från 2023 till 2025 ökade värdet med i genomsnitt 0,20 procentenheter om året.');
    expect(readable(aheadSentences(told, 'sv'))[0]).toContain('måste värdet minska med 0,28 procentenheter om året');
    const reached = readable(aheadSentences(outlook([6, 5.5, 5.04], reach(5), rate), 'sv'))[0];
    expect(reached).toBe('2025 var värdet redan lika bra som målet för 2030.');
  });

  it('tell two paces by one rounding, and which is the faster where their numbers do not', () => {
    const rules = {
      direction: 'increase',
      decimals: 1,
      cadence: 'irregular',
      reporting: 'period',
      aggregation: 'none',
      breaks: [],
    } as const;
    const told = (first: number, last: number) => {
      const values = [first, 21.9, last].map((value, at) => ({ period: parsePeriod(String(2013 + 4 * at)), value }));
      const one = outlookOf({ rules, unit: { sv: '%', en: '%' }, points: values, target: reach(27, '2029') });
      return [readable(paceSentences(one, 'sv'))[0], readable(aheadSentences(one, 'sv'))[0], aheadSentences(one, 'en')[0]];
    };
    expect(told(20.23, 23.6)).toEqual([
      'Från 2013 till 2021 ökade värdet med i genomsnitt 0,43 procentenheter om året.',
      'För att nå målvärdet 27,0 % till 2029 måste värdet öka något snabbare än hittills, med 0,43 procentenheter om året. Minst så snabbt har det ökat 1 gång av 2.',
      'To reach the target of 27.0% by 2029 the value must rise slightly faster than so far, by 0.43 percentage points a year. It has risen at least that fast 1 time out of 2.',
    ]);
    expect(told(20.2, 23.6)[1]).toContain('måste värdet öka med 0,43 procentenheter om året.');
    expect(told(20.17, 23.6)[1]).toContain('måste värdet öka något långsammare än hittills, med 0,43 procentenheter om året.');
    // The values as they are shown, 20,1 and 23,6, would say that it has gone faster than it must.
    expect(told(20.149, 23.55).slice(0, 2)).toEqual([
      'Från 2013 till 2021 ökade värdet med i genomsnitt 0,43 procentenheter om året.',
      jasmine.stringContaining('måste värdet öka något snabbare än hittills, med 0,43'),
    ]);
  });

  it('say from when they count where that is long ago, and what is left where little time is', () => {
    const told = (final: string, today: string) => readable(aheadSentences(outlook(population, reach(15800, final)), 'sv', today))[0];
    expect(told('2030', '2027-12-01')).toContain('öka med 95 invånare om året. Så');
    expect(told('2030', '2028-02-01')).toContain('öka med 95 invånare om året, räknat från 2025. Så');
    expect(told('2027', '2026-11-28')).toContain('öka med 237 invånare om året. Så');
    expect(told('2027', '2027-02-01')).toBe('473 invånare återstår till målet för 2027.');
    expect(aheadSentences(outlook(population, reach(15800)), 'en', '2028-02-01')[0]).toContain(
      'by 95 residents a year, counted from 2025. ',
    );
  });

  it('write no third decimal', () => {
    const turnout = outlook([86.62, 87.3, 88.24], undefined, { unit: { sv: '%' }, decimals: 2 });
    expect(readable(paceSentences(turnout, 'sv'))[0]).toContain('ökade värdet med i genomsnitt 0,81 procentenheter om året');
  });

  it('say nothing of a change when there was none', () => {
    const still = outlook([20, 22, 19, 20, 20]);
    expect(paceSentences(still, 'sv')).toEqual([
      jasmine.stringMatching(/^Från 2021 till 2025 var värdet i genomsnitt oförändrat\. Det är ingen tydlig trend/),
      'Att värdet är detsamma som 2024 ligger inom normal årsvariation.',
    ]);
    expect(paceSentences(still, 'en')[1]).toBe('That the value is the same as in 2024 is within ordinary yearly variation.');
  });

  it('say that a target is reached already', () => {
    expect(readable(aheadSentences(outlook(population, reach(15000)), 'sv'))[0]).toBe('2025 var värdet redan bättre än målet för 2030.');
  });

  it('ask for what is left, not for a pace, when less than a year is left', () => {
    const values = [600, 640, 700, 760, 800, 900].map((value, index) => ({ period: parsePeriod(`${2021 + index}-Q2`), value }));
    const rules = { direction: 'increase', decimals: 0, cadence: 'quarter', reporting: 'period', aggregation: 'last', breaks: [] } as const;
    const told = outlookOf({ rules, unit: { sv: 'meter', en: 'metres' }, points: values, target: reach(1750, '2026-Q4') });
    expect(readable(aheadSentences(told, 'sv'))[0]).toBe('850 meter återstår till målet för kvartal 4 2026.');
    expect(readable(aheadSentences(told, 'en'))[0]).toBe('850 metres remain to the target for quarter 4 2026.');
  });

  it('say of a target that is passed already whether it will stay so', () => {
    const told = outlook([179, 172, 181, 170, 178], reach(175), { direction: 'increase' });
    const [reached, stays, heading] = readable(aheadSentences(told, 'sv'));
    expect(reached).toBe('2025 var värdet redan bättre än målet för 2030.');
    expect(stays).toMatch(/^Om det är det också 2030 är ovisst \(\d\d %\)\.$/);
    expect(heading).toMatch(/^Fortsätter det i samma takt/);
    expect(readable(aheadSentences(told, 'en'))[1]).toMatch(/^Whether it still will be in 2030 is uncertain \(\d\d%\)\.$/);
    const sure = outlook([170, 181, 190, 202, 210], reach(175), { direction: 'increase' });
    expect(readable(aheadSentences(sure, 'sv'))[1]).toMatch(/^Chansen att det är det också 2030 är mycket stor \(/);
  });

  it('say why there is no chance', () => {
    expect(aheadSentences(outlook(population, reach(15800, '2025')), 'sv')).toEqual([
      'Målets slutperiod är nådd, så ingen chans framåt beräknas.',
    ]);
    expect(paceSentences(outlook([1, 2, 3, 4, 5]), 'en').at(-1)).toBe(
      'The value has changed by exactly the same amount every year, so trend and chance cannot be judged.',
    );
  });

  it('say why nothing is projected across a series break', () => {
    const rules = { direction: 'increase', decimals: 0, cadence: 'year', reporting: 'period', aggregation: 'none' } as const;
    const breaks = [{ firstPeriod: parsePeriod('2024'), reason: { sv: 'Ny enkät' } }];
    const points = [78, 79].map((value, index) => ({ period: parsePeriod(String(2022 + index)), value }));
    const told = outlookOf({ rules: { ...rules, breaks }, unit: { sv: 'index' }, points, target: reach(80, '2027') });
    expect(aheadSentences(told, 'sv')).toEqual([
      'Serien har ett brott 2024: värden före och efter kan inte jämföras. Därför görs ingen prognos.',
    ]);
    expect(aheadSentences(told, 'en')).toEqual([
      'The series has a break in 2024: values before and after it cannot be compared. So nothing is projected.',
    ]);
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
      /^Chansen att värdet 2027 ligger mellan 15 000 och 15 500 invånare är (stor|mycket stor) \(\d+ %\)\.$/,
    );
  });

  it('are silent without a value or a target', () => {
    expect(outlookSentences(outlook([], reach(1)), 'sv')).toEqual([]);
    expect(aheadSentences(outlook(population), 'sv')).toEqual([]);
  });
});

describe('words for a chance', () => {
  it('name it', () => {
    expect(chanceText('uncertain', 'sv')).toBe('oviss');
  });
  for (const [probability, text] of [
    [0.0004, 'under 1 %'],
    [0.0217, '2 %'],
    [0.5, '50 %'],
    [0.99951, 'över 99 %'],
  ] as const) {
    it(`write ${probability} as "${text}"`, () => expect(readable([probabilityText(probability, 'sv')])).toEqual([text]));
  }
});
