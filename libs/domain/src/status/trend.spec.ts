import { type Direction } from '../indicator/indicator.js';
import { trendWay, type Trend, type TrendWay } from './trend.js';

describe('trendWay', () => {
  const cases: [trend: Trend, direction: Direction, way: TrendWay][] = [
    ['improving', 'increase', 'up'],
    ['worsening', 'increase', 'down'],
    ['improving', 'decrease', 'down'],
    ['worsening', 'decrease', 'up'],
    ['rising', 'none', 'up'],
    ['falling', 'none', 'down'],
    ['no-clear-trend', 'increase', 'level'],
  ];
  for (const [trend, direction, way] of cases) {
    it(`points ${way} when it is ${trend} and ${direction} is better`, () => expect(trendWay(trend, direction)).toBe(way));
  }
});
