import { cadenceWord } from './cadence-words.js';
import { CADENCES } from './period.js';

describe('how often something is measured', () => {
  it('is told in words, in both languages', () => {
    expect(CADENCES.map((cadence) => [cadenceWord(cadence, 'sv'), cadenceWord(cadence, 'en')])).toEqual([
      ['varje månad', 'every month'],
      ['varje kvartal', 'every quarter'],
      ['varje tertial (fyra månader)', 'every four months'],
      ['varje halvår', 'every half-year'],
      ['varje år', 'every year'],
      ['vissa år', 'some years'],
    ]);
  });
});
