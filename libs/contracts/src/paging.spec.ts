import { faultsOf } from './contract.fixtures.js';
import { known, pageQuery } from './paging.js';

describe('which part of a list is asked for', () => {
  const taken: [query: object, read: { limit: number; offset: number }][] = [
    [{}, { limit: 20, offset: 0 }],
    [{ limit: '1' }, { limit: 1, offset: 0 }],
    [
      { limit: '1000', offset: '9999999' },
      { limit: 1000, offset: 9_999_999 },
    ],
    [{ limit: '007' }, { limit: 7, offset: 0 }],
  ];
  for (const [query, read] of taken) {
    it(`is ${read.limit} from ${read.offset} on for ${JSON.stringify(query)}`, () => expect(pageQuery.parse(query)).toEqual(read));
  }

  const refused: [query: object, fault: string][] = [
    [{ limit: '0' }, 'limit: too_small'],
    [{ limit: '1001' }, 'limit: too_big'],
    [{ limit: '10000' }, 'limit: invalid_format'],
    [{ limit: '-1' }, 'limit: invalid_format'],
    [{ limit: '1.5' }, 'limit: invalid_format'],
    [{ limit: '1e2' }, 'limit: invalid_format'],
    [{ limit: ' 20' }, 'limit: invalid_format'],
    [{ limit: '' }, 'limit: invalid_format'],
    [{ limit: 20 }, 'limit: invalid_type'],
    [{ limit: ['20', '40'] }, 'limit: invalid_type'],
    [{ offset: '-1' }, 'offset: invalid_format'],
    [{ offset: '10000000' }, 'offset: invalid_format'],
    [{ offset: 'tio' }, 'offset: invalid_format'],
    [{ page: '2' }, ': unrecognized_keys'],
  ];
  for (const [query, fault] of refused) {
    it(`is refused for ${JSON.stringify(query)}`, () => expect(faultsOf(pageQuery, query)).toEqual([fault]));
  }
});

describe('the moment that is asked about', () => {
  it('is a text that the API reads, or none', () => {
    expect([known.parse('2026-04-27'), known.parse(undefined)]).toEqual(['2026-04-27', undefined]);
    expect(faultsOf(known, 20260427)).toEqual([': invalid_type']);
  });
});
