import { type Localized } from '../language.js';
import { NBSP } from '../value/number-text.js';
import { differencesOf, type Wording } from './difference.js';
import { dated, inBothLanguages, listed, written, yesOrNo } from './writing.js';

interface Bench {
  readonly name: Localized;
  readonly seats: number;
  readonly owner?: string;
}
const WORDING: Wording<Bench> = [
  ...inBothLanguages<Bench>('namn', ({ name }) => name),
  ['platser', ({ seats }) => written(seats)],
  ['ägare', ({ owner }, nameOf) => owner && nameOf(owner)],
];
const BENCH: Bench = { name: { sv: 'Parkbänk' }, seats: 3 };

describe('what differs', () => {
  it('is nothing where the same is said', () => expect(differencesOf(WORDING, [BENCH, structuredClone(BENCH)])).toEqual([]));

  it('is each field that is written otherwise, in the order of the wording', () => {
    const after = { seats: 4, name: { sv: 'Bänk', en: 'Bench' } };
    expect(differencesOf(WORDING, [BENCH, after])).toEqual([
      { field: 'namn', before: 'Parkbänk', after: 'Bänk' },
      { field: 'namn på engelska', before: undefined, after: 'Bench' },
      { field: 'platser', before: '3', after: '4' },
    ]);
  });

  it('from nothing is all that is said, and to nothing all that was', () => {
    expect(differencesOf(WORDING, [undefined, BENCH])).toEqual([
      { field: 'namn', before: undefined, after: 'Parkbänk' },
      { field: 'platser', before: undefined, after: '3' },
    ]);
    expect(differencesOf(WORDING, [BENCH, undefined]).map(({ before, after }) => [before, after])).toEqual([
      ['Parkbänk', undefined],
      ['3', undefined],
    ]);
    expect(differencesOf(WORDING, [undefined, undefined])).toEqual([]);
  });

  it('names others as people do, or by their slug where nobody says how', () => {
    const after = { ...BENCH, owner: 'gatukontoret' };
    expect(differencesOf(WORDING, [BENCH, after]).map((one) => one.after)).toEqual(['gatukontoret']);
    expect(differencesOf(WORDING, [BENCH, after], () => 'Gatukontoret').map((one) => one.after)).toEqual(['Gatukontoret']);
  });
});

describe('how the fields of a wording are written', () => {
  it('numbers with all their decimals', () => {
    expect([15800, 0.25, -3, 0].map(written)).toEqual([`15${NBSP}800`, '0,25', '−3', '0']);
  });
  it('values with when they are meant', () => {
    expect(dated({ period: '2030', value: 15800 })).toBe(`15${NBSP}800 (2030)`);
    expect(dated({ period: '2030-Q4', value: 2.5 })).toBe('2,5 (kv 4 2030)');
  });
  it('lists with commas, and an empty one as nothing', () => {
    expect([listed(['2018', '2022']), listed(['2018']), listed([])]).toEqual(['2018, 2022', '2018', undefined]);
  });
  it('yes and no', () => expect([true, false].map(yesOrNo)).toEqual(['ja', 'nej']));
});
