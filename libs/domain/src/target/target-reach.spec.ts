import { type Direction } from '../indicator/indicator.js';
import { readTarget } from './target-content.js';
import { aBand, aPoint } from './target.fixtures.js';
import { reachOf, type Reach } from './target-reach.js';
import { reachWord } from './target-reach-words.js';

const point = (value: number, period: string) => readTarget(aPoint({ final: { period, value } }));
const band = (low: number, high: number, finalPeriod: string) => readTarget(aBand({ low, high, finalPeriod }));

describe('a target beside the one before it', () => {
  const points: readonly [before: [number, string], after: [number, string], direction: Direction, reach: Reach][] = [
    [[6, '2030'], [7, '2030'], 'decrease', 'easier'],
    [[6, '2030'], [7, '2030'], 'increase', 'harder'],
    [[7, '2030'], [6, '2030'], 'increase', 'easier'],
    [[6, '2030'], [6, '2030'], 'increase', 'as-hard'],
    [[6, '2030'], [6, '2032'], 'increase', 'easier'],
    [[6, '2030'], [6, '2028'], 'decrease', 'harder'],
    [[6, '2030'], [7, '2028'], 'increase', 'harder'],
    [[6, '2030'], [7, '2032'], 'increase', 'not-comparable'],
    [[6, '2030'], [7, '2030'], 'none', 'not-comparable'],
  ];
  for (const [before, after, direction, reach] of points) {
    it(`of ${before.join(' by ')} that becomes ${after.join(' by ')} where ${direction} is better is ${reach}`, () => {
      expect(reachOf(point(...before), point(...after), direction)).toBe(reach);
    });
  }

  const bands: readonly [before: [number, number, string], after: [number, number, string], reach: Reach][] = [
    [[10, 20, '2030'], [12, 18, '2030'], 'harder'],
    [[10, 20, '2030'], [10, 18, '2030'], 'harder'],
    [[10, 20, '2030'], [5, 20, '2030'], 'easier'],
    [[10, 20, '2030'], [12, 22, '2030'], 'not-comparable'],
    [[10, 20, '2030'], [10, 20, '2032'], 'harder'],
    [[10, 20, '2030'], [10, 20, '2030'], 'as-hard'],
  ];
  for (const [before, after, reach] of bands) {
    it(`of ${before.join('–')} that becomes ${after.join('–')} is ${reach}`, () => {
      expect(reachOf(band(...before), band(...after), 'none')).toBe(reach);
    });
  }

  it('of another kind, or that measures something else, is neither', () => {
    expect(reachOf(point(6, '2030'), band(5, 7, '2030'), 'increase')).toBe('not-comparable');
    expect(reachOf(point(6, '2030'), readTarget(aPoint({ measure: 'rolling-12-months' })), 'increase')).toBe('not-comparable');
  });

  it('is told in words', () => {
    expect([reachWord('easier', 'sv'), reachWord('harder', 'en')]).toEqual(['lättare att nå', 'harder to reach']);
  });
});
