import { type IndicatorRules } from '../indicator/indicator.js';
import { parsePeriod, periodCode } from '../time/period-code.js';
import { basedOnText, besideMarkText, statusText } from '../sentence/sentence-status.js';
import { reasonText } from './status-words.js';
import { assess } from './status-assess.js';
import { behindOf, isOutdated } from './outcome-age.js';
import { at, outcome, pointTarget, question, someRules } from './status.fixtures.js';

describe('the age of an outcome', () => {
  const elections: Partial<IndicatorRules> = { cadence: 'irregular', irregularYears: [2018, 2022], lagDays: 0, graceDays: 30 };
  // A yearly value is due 50 days after its year, overdue 31 days later, and the one before is outdated a year after that.
  const cases: [
    what: string,
    latest: string,
    rules: Partial<IndicatorRules>,
    today: string,
    age: 'new' | 'old' | 'behind' | 'outdated' | 'ended',
  ][] = [
    ['waits for the next', '2025', {}, '2027-03-21', 'new'],
    ['is behind from the day the next is overdue', '2025', {}, '2027-03-22', 'behind'],
    ['is behind for a year', '2025', {}, '2028-03-21', 'behind'],
    ['is outdated after it', '2025', {}, '2028-03-22', 'outdated'],
    ['of a month is outdated a month later', '2026-M08', { cadence: 'month', lagDays: 20, graceDays: 10 }, '2026-11-30', 'outdated'],
    ['of a month is behind the day before', '2026-M08', { cadence: 'month', lagDays: 20, graceDays: 10 }, '2026-11-29', 'behind'],
    ['of an election waits for the next', '2018', elections, '2019-06-01', 'new'],
    ['of an election is told after a year', '2018', elections, '2020-06-01', 'old'],
    ['of an election is behind when the next should have been', '2018', elections, '2023-01-31', 'behind'],
    ['of an election is outdated a year after that', '2018', elections, '2024-01-31', 'outdated'],
    ['that is the last grows old though nothing is due after it', '2025', { endsAfter: parsePeriod('2025') }, '2027-03-22', 'old'],
    ['that is the last is outdated as any other', '2025', { endsAfter: parsePeriod('2025') }, '2028-03-22', 'ended'],
    ['of the last election never is outdated, but told', '2022', elections, '2040-01-01', 'old'],
  ];
  for (const [what, latest, changes, today, age] of cases) {
    it(`${what} (${latest} on ${today})`, () => {
      const [period, rules] = [parsePeriod(latest), someRules(changes)];
      const behind = behindOf(period, rules, { today });
      expect([behind.isOld, behind.overdue !== undefined, isOutdated(period, rules, { today })]).toEqual([
        age !== 'new',
        age === 'behind' || age === 'outdated',
        age === 'outdated' || age === 'ended',
      ]);
    });
  }

  it('is told, but nothing is late before what is new had its time', () => {
    const [period, rules] = [parsePeriod('2025'), someRules({ lateAtEarliest: '2027-05-01' })];
    const on = (today: string) => [behindOf(period, rules, { today }), isOutdated(period, rules, { today })];
    expect(on('2027-04-30')).toEqual([{ isOld: true }, false]);
    expect(on('2027-05-01')).toEqual([{ overdue: { period: parsePeriod('2026'), since: '2027-05-01' }, isOld: true }, false]);
    expect(on('2028-03-22')[1]).toBeTrue();
  });

  it('names every value after it that is late, and says since when the first is', () => {
    const rules = someRules({ ...elections, irregularYears: [2014, 2018, 2022, 2026, 2030] });
    const behind = behindOf(parsePeriod('2018'), rules, { today: '2027-02-01' });
    expect(behind.overdue).toEqual({ period: parsePeriod('2022'), since: '2023-01-31', later: [parsePeriod('2026')] });
    expect(behindOf(parsePeriod('2018'), rules, { today: '2027-01-30' }).overdue?.later).toBeUndefined();
  });

  it('begins later where what is next waits to become public', () => {
    const [period, rules, lateFrom] = [
      parsePeriod('2026-M08'),
      someRules({ cadence: 'month', lagDays: 20, graceDays: 10 }),
      () => '2026-12-03',
    ];
    const on = (today: string) => [
      behindOf(period, rules, { today, lateFrom }).overdue?.since,
      isOutdated(period, rules, { today, lateFrom }),
    ];
    expect([on('2026-12-02'), on('2026-12-03'), on('2027-01-03')]).toEqual([
      [undefined, false],
      ['2026-12-03', false],
      ['2026-12-03', true],
    ]);
  });

  it('is not said of a value before the latest, when that one is missing', () => {
    const missing = { ...outcome('2026', 0), value: undefined, missing: 'not-measured' } as const;
    const made = assess(question({ observations: [outcome('2025', 15327), missing], today: '2028-03-21' }));
    expect([made.isOld, made.lastReal?.value, basedOnText(made, 'sv')]).toEqual([true, 15327, undefined]);
  });

  it('is said beside the mark and in the sentence, until it is too old', () => {
    const observations = [outcome('2025', 15327), outcome('2026', 15400)];
    const [fresh, behind, outdated] = ['2028-03-20', '2028-03-21', '2029-03-21'].map((today) => assess(question({ observations, today })));
    expect([fresh, behind, outdated].map((made) => made && basedOnText(made, 'sv'))).toEqual([
      undefined,
      'enligt värdet för 2026',
      '(det senaste värdet gäller 2026)',
    ]);
    expect(basedOnText(outdated!, 'en')).toBe('(the latest value is for 2026)');
    expect([fresh, behind, outdated].map((made) => made && besideMarkText(made, 'sv'))).toEqual([
      undefined,
      'enligt värdet för 2026',
      'Det senaste värdet är för gammalt för en bedömning (det senaste värdet gäller 2026)',
    ]);
    expect(statusText(behind!, 'sv')).toContain('Värdet för 2027 är försenat sedan den 21 mars 2028.');
    expect([behind!.status, outdated!.status, outdated!.reason]).toEqual(['at-risk', 'not-assessable', 'outdated']);
    expect(statusText(outdated!, 'en')).toBe(
      'Cannot be assessed. The latest value is too old for an assessment. The value for 2027 has been overdue since 21 March 2028.',
    );
    expect(periodCode(outdated!.outcome!.period)).toBe('2026');
  });

  it('is told of no status when there is no target to rest on it', () => {
    const made = assess(question({ target: undefined, observations: [outcome('2026', 15400)], today: '2028-03-21' }));
    expect(basedOnText(made, 'sv')).toBe('(det senaste värdet gäller 2026)');
    expect(besideMarkText({ ...made, isOld: false }, 'sv')).toBe(reasonText('no-target', 'sv'));
  });

  it('names what a figure covers, and what is late', () => {
    const quarters = Array.from({ length: 8 }, (_, index) => outcome(`202${5 + Math.floor(index / 4)}-Q${(index % 4) + 1}`, 10));
    const rules = someRules({ cadence: 'quarter', aggregation: 'sum', lagDays: 50, graceDays: 30 });
    const [baseline, final] = [at('2024-Q4', 40), at('2030-Q4', 60)];
    const rolling = pointTarget({ measure: 'rolling-12-months', baseline, final });
    const summed = assess(question({ rules, observations: quarters, target: rolling, today: '2027-06-25' }));
    expect(basedOnText(summed, 'sv')).toBe('enligt värdet för de tolv månaderna till och med december 2026');
    expect(statusText(summed, 'sv')).toContain('Värdet för kvartal 1 2027 är försenat sedan den 20 juni 2027.');
    const thirds = someRules({ cadence: 'tertial', reporting: 'year-to-date', aggregation: 'sum', lagDays: 50, graceDays: 30 });
    const soFar = assess(question({ rules: thirds, target: undefined, observations: [outcome('2026-T1', 10)], today: '2026-11-25' }));
    expect(statusText(soFar, 'sv')).toContain('Värdet för januari–augusti 2026 är försenat');
  });
});
