import { DIRECTIONS, TRENDS, trendWay } from '@slusen/domain';
import { faultsOf, specContract } from './contract.fixtures.js';
import { trendView } from './trends.js';

describe('a trend', () => {
  specContract(trendView, { word: 'worsening', way: 'down' }, { unknown: 'stripped' });

  it('is any that the domain tells, with the way of its arrow', () => {
    for (const word of TRENDS)
      for (const direction of DIRECTIONS) {
        const trend = { word, way: trendWay(word, direction) };
        expect(trendView.parse(trend)).toEqual(trend);
      }
  });

  it('is neither good nor bad, nor of another way', () => {
    expect(faultsOf(trendView, { word: 'good', way: 'up' })).toEqual(['word: invalid_value']);
    expect(faultsOf(trendView, { word: 'rising', way: 'forward' })).toEqual(['way: invalid_value']);
  });
});
