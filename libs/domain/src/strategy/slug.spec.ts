import { slugOf } from './slug.js';

describe('a name as an address', () => {
  const cases: [name: string, slug: string][] = [
    ['Folkmängd 31 december', 'folkmangd-31-december'],
    ['  Åtgärd – för ö & å!  ', 'atgard-for-o-a'],
    ['…', ''],
    ['x'.repeat(119) + ' y', 'x'.repeat(119)],
  ];
  for (const [name, slug] of cases)
    it(`"${name.slice(0, 30)}" is ${slug.slice(0, 30) || 'nothing'}`, () => expect(slugOf(name)).toBe(slug));
});
