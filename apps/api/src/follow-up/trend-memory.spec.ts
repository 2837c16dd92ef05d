import type { SeriesPoint } from '@slusen/contracts';
import { anIndicator, aTarget } from '@slusen/testing';
import type { Indicator } from '../indicators/indicator.js';
import type { NextPublicationQuery } from '../observations/next-publication.query.js';
import type { Statements } from '../platform/statements.js';
import { Publications } from '../observations/publications.js';
import type { SeriesQuery } from '../observations/series.query.js';
import { Clock } from '../platform/clock.js';
import type { Settings } from '../platform/settings.js';
import type { GoalDefinitions } from './goal-definitions.query.js';
import { TrendMemory } from './trend-memory.js';

const TODAY = '2026-11-23';
const NOON = Date.parse('2026-11-23T11:00:00.000Z');
const HOUR = 3_600_000;
const FALLING = [15647, 15672, 15578, 15557, 15461, 15384, 15327];

function pointsOf(values: readonly number[]): SeriesPoint[] {
  return values.map((value, index) => ({
    period: String(2019 + index),
    value,
    quality: 'final',
    provenance: 'exact',
    revision: 1,
    source: 'SCB',
    recordedAt: '2026-02-20T08:00:00.000Z',
  }));
}

describe('memory of trends', () => {
  const indicator = { id: 7, rules: anIndicator({ direction: 'increase' }) } as unknown as Indicator;
  const definitions: GoalDefinitions = {
    targets: [
      { goalId: 1, indicatorId: 7, target: aTarget({ 2020: 15672, 2030: 15800 }) },
      { goalId: 2, indicatorId: 7, target: undefined },
    ],
    indicators: new Map([[7, indicator]]),
  };
  let values: readonly number[];
  let readings: number;
  let now: number;
  let next: number;
  let publications: Publications;
  let memory: TrendMemory;
  beforeEach(() => {
    [values, readings, now, next, publications] = [FALLING, 0, NOON, Infinity, new Publications({} as Statements)];
    const clock = new Clock();
    clock.now = () => new Date(now);
    const series = {
      ofIndicators: async () => {
        readings += 1;
        return new Map([[7, pointsOf(values)]]);
      },
    } as unknown as SeriesQuery;
    memory = new TrendMemory(
      series,
      { territory: '0884' } as Settings,
      clock,
      { at: async () => next } as NextPublicationQuery,
      publications,
    );
    publications.hear(true);
  });
  afterEach(() => memory.onModuleDestroy());

  const word = async () => (await memory.of(definitions, { today: TODAY, known: undefined }))(7, undefined)?.word;

  it('reads whole series once, however often it is asked', async () => {
    expect([await word(), await word()]).toEqual(['worsening', 'worsening']);
    expect(readings).toBe(1);
  });

  it('is the same for a goal with a target on the same values', async () => {
    const trendOf = await memory.of(definitions, { today: TODAY, known: undefined });
    expect(trendOf(7, definitions.targets[0]?.target)).toEqual({ word: 'worsening', way: 'down' });
  });

  it('says nothing from too few values', async () => {
    values = FALLING.slice(0, 4);
    expect(await word()).toBeUndefined();
  });

  it('reads again after a publication', async () => {
    await word();
    values = FALLING.toReversed();
    publications.announce({ indicators: ['folkmangd'] });
    expect(await word()).toBe('improving');
  });

  it('reads again when an embargo has ended, which nothing announces', async () => {
    next = NOON + HOUR;
    await word();
    [values, next, now] = [FALLING.toReversed(), Infinity, NOON + HOUR - 1];
    expect(await word()).toBe('worsening');
    now += 1;
    expect([await word(), await word()]).toEqual(['improving', 'improving']);
    expect(readings).toBe(2);
  });
});
