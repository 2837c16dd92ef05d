import { cadenceParts, cadenceWord } from './cadence-words.js';
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

  it('heads a chart of single figures, which may accumulate', () => {
    expect(cadenceParts({ cadence: 'quarter', reporting: 'period' }, 'sv')).toBe('Kvartal för kvartal');
    expect(cadenceParts({ cadence: 'tertial', reporting: 'year-to-date' }, 'sv')).toBe('Räknat från årets början');
    expect(cadenceParts({ cadence: 'tertial', reporting: 'year-to-date' }, 'en')).toBe('Counted from the beginning of the year');
  });
});
