import { slugOf } from './slug.js';

describe('a name as an address', () => {
  const names: readonly [name: string, slug: string][] = [
    ['Folkmängd 31 december', 'folkmangd-31-december'],
    ['  Åsa–Örebro / Ärla  ', 'asa-orebro-arla'],
    ['50 % av alla', '50-av-alla'],
    ['—', ''],
    ['x'.repeat(119) + ' y', 'x'.repeat(119)],
  ];
  for (const [name, slug] of names)
    it(`is ${slug.slice(0, 30) || 'nothing'} of ${name.slice(0, 30)}`, () => expect(slugOf(name)).toBe(slug));
});
