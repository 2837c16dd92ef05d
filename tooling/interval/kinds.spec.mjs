import { kindOf, seriesByKind } from './kinds.mjs';

const row = (different) => ({ municipality_code: '0580', indicator: 'Födda', unit: 'antal', period: '2010K1', value: '400', ...different });
const asWritten = (period) => period;

describe('the kinds of series that the interval is tried on', () => {
  for (const [indicator, unit, kind] of [
    ['Folkmängd', 'antal', 'population'],
    ['Folkmängd 31 december', 'antal', 'population'],
    ['Folkökning', 'antal', 'counts'],
    ['Sysselsättningsgrad', '%', 'rates'],
    ['Köpeskilling småhus, medelvärde', 'kr', 'prices'],
    ['Köpeskillingskoefficient småhus', 'kvot', undefined],
  ]) {
    it(`have ${indicator} (${unit}) as ${kind ?? 'none'}`, () => expect(kindOf({ indicator, unit })).toBe(kind));
  }

  it('keep areas and indicators apart, leave out what is missing', () => {
    const rows = [
      row(),
      row({ period: '2010K2', value: '' }),
      row({ period: '2010K3', value: '410.0' }),
      row({ municipality_code: '0581' }),
    ];
    const counts = seriesByKind(rows, asWritten).get('counts');
    expect(counts.map(({ past }) => past.points)).toEqual([
      [
        { period: '2010K1', value: 400 },
        { period: '2010K3', value: 410 },
      ],
      [{ period: '2010K1', value: 400 }],
    ]);
  });

  it('say what a series cannot be: below 0 unless it has been, a share above 100', () => {
    const limits = (different) => {
      const { min, max } = [...seriesByKind([row(different)], asWritten).values()][0][0].past;
      return [min, max];
    };
    expect([limits({}), limits({ value: '-4' }), limits({ unit: '%' })]).toEqual([
      [0, undefined],
      [undefined, undefined],
      [0, 100],
    ]);
  });
});
