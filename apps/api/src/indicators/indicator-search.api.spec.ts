import type { AsOf } from '../platform/as-of.js';
import { NOW, seedSmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { IndicatorsModule } from './indicators.module.js';
import { IndicatorSearchQuery } from './indicator-search.query.js';

const now: AsOf = { today: '2026-11-23', known: undefined };

describe('a search among indicators', () => {
  let test: TestApplication;
  const ids = new Map<string, number>();
  beforeAll(async () => {
    test = await testApplication([IndicatorsModule], { now: NOW });
    await seedSmallWorld(test.seed);
    const words: readonly (Parameters<typeof test.seed.indicator>[1] & { slug: string })[] = [
      { slug: 'bibliotek', nameSv: 'Besök på bibliotek', nameEn: 'Library visits', definitionSv: 'Antal besökare på huvudbiblioteket.', unitSv: 'besök' },
      { slug: 'badhus', nameSv: 'Badhusets besökare', nameEn: 'Pool visitors', definitionSv: 'Räknat i kassan.', unitSv: 'personer' },
      { slug: 'foretag', nameSv: 'Nya företag', nameEn: null, definitionSv: 'Ett besök av oss räknas inte.', sourceName: 'Bolagsverket' },
      { slug: 'procent', nameSv: '100 % förnybart', definitionSv: 'Andel_av_elen' },
      { slug: 'kafe', nameSv: 'Caféer', definitionSv: 'Kafé, café och kaffebar', synonyms: { sv: ['fikaställen'], en: ['coffee houses'] } },
    ]; // prettier-ignore
    for (const { slug, ...different } of words) ids.set(slug, await test.seed.indicator(slug, different));
  }, 120_000);
  afterAll(() => test.close());

  const search = (q: string, { limit = 50, offset = 0 } = {}, asOf = now) =>
    test.app.get(IndicatorSearchQuery).run({ q, limit, offset }, asOf);
  const found = async (q: string) => {
    const slugs = new Map([...ids].map(([slug, id]) => [id, slug]));
    return (await search(q)).ids.flatMap((id) => slugs.get(id) ?? []);
  };

  const cases: readonly [what: string, q: string, slugs: string[]][] = [
    ['a name that begins with the word, then one that holds it, then a definition', 'besök', ['bibliotek', 'badhus', 'foretag']],
    ['without marks over letters and in capitals', 'BESOK', ['bibliotek', 'badhus', 'foretag']],
    ['with its marks written apart', 'beso\u0308k', ['bibliotek', 'badhus', 'foretag']],
    ['the definite form of what stands in the indefinite', 'biblioteket', ['bibliotek']],
    ['the singular of what stands in the plural, in English', 'coffee houses', ['kafe']],
    ['the plural of what stands in the singular, in English', 'libraries', ['bibliotek']],
    ['every word, wherever it stands', 'kassan visitors', ['badhus']],
    ['words in any order', 'bibliotek besök', ['bibliotek']],
    ['the source', 'bolagsverket', ['foretag']],
    ['the name in addresses', 'badhus', ['badhus']],
    ['a sign that SQL takes for anything', '%', ['procent']],
    ['a sign that SQL takes for any letter', 'andel_av', ['procent']],
    ['not what only looks alike', 'andelxav', []],
    ['an accent of another language', 'cafe', ['kafe']],
    ['another word for it', 'fikaställe', ['kafe']],
    ['another word for it in English', 'coffee house', ['kafe']],
    ['nothing for how it is stored', '"sv"', []],
    ['nothing for a word that stands nowhere', 'flygplats', []],
    ['nothing for one word of two', 'besök flygplats', []],
  ];
  for (const [what, q, slugs] of cases) it(`finds ${what}`, async () => expect(await found(q)).toEqual(slugs));

  it('finds everything for nothing, by the alphabet', async () => {
    const all = await search('  ', { limit: 1000 });
    const [{ count }] = await test.dataSource.query<[{ count: number }]>('select count(*)::int as count from indicator');
    expect([all.total, all.ids.length]).toEqual([count, count]);
    const named = all.ids.filter((id) => [...ids.values()].includes(id));
    const names = await test.dataSource.query<{ name_sv: string }[]>(
      'select d.name_sv from unnest($1::int[]) with ordinality w (id, place) join indicator_definition d on d.indicator_id = w.id order by place',
      [named],
    );
    const given = names.map(({ name_sv }) => name_sv);
    expect(given).toEqual([...given].sort(new Intl.Collator('sv').compare));
  });

  it('gives parts that together are the whole, and the same total in each', async () => {
    const whole = await search('');
    const offsets = Array.from({ length: Math.ceil(whole.total / 2) }, (_, at) => at * 2);
    const parts = await Promise.all(offsets.map((offset) => search('', { limit: 2, offset })));
    expect(parts.flatMap((part) => part.ids)).toEqual(whole.ids);
    expect(new Set(parts.map(({ total }) => total))).toEqual(new Set([whole.total]));
    expect(await search('', { offset: 1000 })).toEqual({ total: whole.total, ids: [] });
  });

  it('finds what is written with any letter of Europe, as it is written', async () => {
    const letters = Array.from({ length: 0x24f - 0x20 }, (_, at) => String.fromCodePoint(0x21 + at)).filter(
      (letter) => !/[\p{Cc}\p{Z}]/u.test(letter),
    );
    const words = [...letters, ...'αΩжЯЁẞ'].map((letter) => `q${letter}q`);
    const id = await test.seed.indicator('bokstaver', { nameSv: words.join(' '), nameEn: null });
    const missed: string[] = [];
    for (const word of words) if (!(await search(word)).ids.includes(id)) missed.push(word);
    expect(missed).toEqual([]);
  });

  it('looks at what indicators were called at the moment that is asked for', async () => {
    const before = new Date(Date.now() - 1000).toISOString();
    await test.seed.indicator('framtida', { nameSv: 'Framtidens mått' });
    const at = (known: string) => search('framtidens', {}, { today: now.today, known });
    expect([(await at(before)).total, (await at(new Date(Date.now() + 1000).toISOString())).total]).toEqual([0, 1]);
  });
});
