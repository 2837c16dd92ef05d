import { aDefinition } from '../indicator/definition.fixtures.js';
import {
  countMeasurable,
  goalMeasurability,
  type GoalSaid,
  type MeasurabilityGap,
  type MeasurableIndicator,
  type MeasuringSaid,
} from './measurability.js';

const [ANNA, KARIN] = ['anna', 'karin'];
const POINT: MeasuringSaid = {
  indicator: 'folkmangd',
  kind: 'point',
  baseline: { period: '2025', value: 15327 },
  final: { period: '2030', value: 15800 },
};
const BAND: MeasuringSaid = {
  indicator: 'folkmangd',
  kind: 'band',
  baseline: { period: '2025' },
  final: { period: '2030' },
  low: 1,
  high: 2,
};
const known = (changes: Partial<MeasurableIndicator> = {}): MeasurableIndicator => ({
  ...aDefinition({ owner: 'ekonomi', influence: 'shared' }),
  ...{ breaks: [], reporters: [ANNA], reviewers: [KARIN] },
  ...changes,
});
const goal = (...measures: MeasuringSaid[]): GoalSaid => ({ measures });
const judge = (said: GoalSaid, indicator = known()) => goalMeasurability(said, new Map([['folkmangd', indicator]]));
const gapsOf = (said: MeasuringSaid, indicator = known()): MeasurabilityGap[] =>
  (judge(goal(said), indicator).indicators[0]?.findings ?? []).map(({ gap }) => gap);

describe('what is missing for an indicator to follow a goal up', () => {
  it('is nothing where everything is said', () => {
    expect([gapsOf(POINT), gapsOf(BAND)]).toEqual([[], []]);
  });

  const targets: readonly [what: string, said: MeasuringSaid, gaps: MeasurabilityGap[]][] = [
    ['no target at all', { indicator: 'folkmangd', kind: 'none' }, ['target', 'baseline']],
    ['a last value without a year', { ...POINT, final: { value: 15800 } }, ['target']],
    ['a last year without a value', { ...POINT, final: { period: '2030' } }, ['target']],
    ['a last value of 0', { ...POINT, final: { period: '2030', value: 0 } }, []],
    ['no baseline', { ...POINT, baseline: undefined }, ['baseline']],
    ['a baseline without a value', { ...POINT, baseline: { period: '2025' } }, ['baseline']],
    ['an interval without its upper end', { ...BAND, high: undefined }, ['target']],
    ['an interval from nowhen', { ...BAND, baseline: undefined }, ['baseline']],
  ];
  for (const [what, said, gaps] of targets) it(`with ${what}: ${gaps.join(', ') || 'nothing'}`, () => expect(gapsOf(said)).toEqual(gaps));

  const definitions: readonly [what: string, changes: Partial<MeasurableIndicator>, gaps: MeasurabilityGap[]][] = [
    ['no unit', { unit: { sv: ' ' } }, ['unit']],
    ['no direction', { direction: 'none' }, ['direction']],
    ['no source', { source: { name: '' } }, ['source']],
    ['no source, computed from others', { source: { name: '' }, formula: { kind: 'sum', parts: ['a', 'b'] } }, []],
    ['nobody who answers for it', { owner: undefined, reporters: [], reviewers: [] }, ['owner']],
    ['nobody who reports', { reporters: [] }, ['reporter']],
    ['nobody who reviews', { reviewers: [] }, ['reviewer']],
    ['one person who would review herself', { reporters: [ANNA], reviewers: [ANNA] }, ['reviewer']],
    ['two who do both', { reporters: [ANNA, KARIN], reviewers: [ANNA, KARIN] }, []],
    ['nobody who reports what is computed', { reporters: [], reviewers: [], formula: { kind: 'sum', parts: ['a', 'b'] } }, []],
    ['no years that it is measured', { cadence: 'irregular' }, ['cadence']],
    ['the years that it is measured', { cadence: 'irregular', irregularYears: [2026, 2030] }, []],
    ['nothing said of influence', { influence: undefined }, ['influence']],
  ];
  for (const [what, changes, gaps] of definitions)
    it(`with ${what}: ${gaps.join(', ') || 'nothing'}`, () => expect(gapsOf(POINT, known(changes))).toEqual(gaps));

  it('is no direction for an interval, which is kept to from both sides', () => {
    expect(gapsOf(BAND, known({ direction: 'none' }))).toEqual([]);
  });

  const breaks: readonly [first: string, said: MeasuringSaid, period: string | undefined][] = [
    ['2025', POINT, undefined],
    ['2026', POINT, '2026'],
    ['2026-M03', POINT, '2026-M03'],
    ['2030', POINT, '2030'],
    ['2031', POINT, undefined],
    ['2031', { ...POINT, final: undefined }, '2031'],
    ['2026', { ...POINT, baseline: undefined }, undefined],
  ];
  for (const [first, said, period] of breaks) {
    const span = `${said.baseline?.period ?? '?'}–${said.final?.period ?? '?'}`;
    it(`by a break from ${first} in ${span}: ${period ?? 'nothing'}`, () => {
      const { indicators } = judge(goal(said), known({ breaks: [{ firstPeriod: first }] }));
      expect(indicators[0]?.findings.find(({ gap }) => gap === 'series-break')?.period).toBe(period);
    });
  }

  it('by several breaks is told by the latest', () => {
    const { indicators } = judge(goal(POINT), known({ breaks: [{ firstPeriod: '2029' }, { firstPeriod: '2027' }] }));
    expect(indicators[0]?.findings).toEqual([{ gap: 'series-break', mendedIn: 'draft', period: '2029' }]);
  });

  const endings: readonly [after: string, said: MeasuringSaid, isMissing: boolean][] = [
    ['2029', POINT, true],
    ['2030', POINT, false],
    ['2035', { ...POINT, final: undefined }, true],
  ];
  for (const [after, said, isMissing] of endings) {
    it(`by a source that ends with ${after}, until ${said.final?.period ?? 'nowhen'}: ${isMissing ? 'the source' : 'nothing'}`, () => {
      const ending = { after, reason: { sv: 'Läggs ner' }, replacedBy: 'ny' };
      const found = judge(goal(said), known({ ending })).indicators[0]?.findings.find(({ gap }) => gap === 'source-ended');
      expect(found).toEqual(isMissing ? { gap: 'source-ended', mendedIn: 'draft', period: after, replacedBy: 'ny' } : undefined);
    });
  }

  it('is the indicator itself where there is none of that name', () => {
    expect(gapsOf({ ...POINT, indicator: 'okand' })).toEqual(['indicator']);
  });

  it('is told with where it is mended', () => {
    const { indicators } = judge(goal({ ...POINT, final: undefined }), known({ reporters: [], influence: undefined }));
    expect(indicators[0]?.findings.map(({ gap, mendedIn }) => `${gap} ${mendedIn}`)).toEqual([
      'target draft',
      'influence indicator',
      'reporter people',
    ]);
  });
});

describe('a goal without indicators', () => {
  const goals: readonly [why: string | undefined, isDeliberate: boolean, gaps: MeasurabilityGap[]][] = [
    [undefined, false, ['measure']],
    ['', false, ['measure']],
    ['  ', false, ['measure']],
    ['Det går inte att räkna.', true, []],
  ];
  for (const [why, isDeliberate, gaps] of goals) {
    it(`that says ${why === undefined ? 'nothing' : JSON.stringify(why)} of why lacks ${gaps.join() || 'nothing'}`, () => {
      const said = { measures: [], ...(why === undefined ? {} : { deliberatelyNotMeasured: { sv: why } }) };
      const { isDeliberatelyNotMeasured, findings } = judge(said);
      expect([isDeliberatelyNotMeasured, findings.map(({ gap }) => gap)]).toEqual([isDeliberate, gaps]);
    });
  }
});

describe('how much of a strategy can be followed up', () => {
  it('is counted by goal and indicator, those left out on purpose apart', () => {
    const half = judge(goal(POINT, { ...POINT, indicator: 'okand' }));
    const none = judge(goal({ ...POINT, final: undefined }));
    const forgotten = judge(goal());
    const deliberate = judge({ measures: [], deliberatelyNotMeasured: { sv: 'Därför' } });
    expect(countMeasurable([half, none, forgotten, deliberate])).toEqual({
      indicators: { measurable: 1, total: 3 },
      goals: { measurable: 1, total: 3, deliberatelyNot: 1 },
    });
  });
});
