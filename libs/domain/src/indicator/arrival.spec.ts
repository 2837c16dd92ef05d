import { arrivalOf } from './arrival.js';

describe('how figures come', () => {
  const [official, own] = [{ officialStatistics: true }, { officialStatistics: false }];
  it('is by the hand of whoever answers for them', () => expect(arrivalOf({ rules: own })).toBe('by-hand'));
  it('is by file from the source of official statistics', () => expect(arrivalOf({ rules: official })).toBe('by-file'));
  it('is from those of others where they are computed, whatever those are', () => {
    expect([own, official].map((rules) => arrivalOf({ rules, formula: { kind: 'sum', parts: [] } }))).toEqual(['computed', 'computed']);
  });
});
