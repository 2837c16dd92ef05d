import { SettingsModule } from '../settings/settings.module.js';
import { NOW, seedSmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { DocumentsModule } from './documents.module.js';
import { readPdf, type ReadPdf } from '../testing/read-pdf.js';

/** Everything that means something to typst, to PDF, to HTML or to a shell. */
const HOSTILE =
  '#panic("x") $x^2$ @ref <etikett> *fet* _kursiv_ `kod` \\ // bort /* bort */ = rubrik ) ] } %PDF <b>&amp; #import "/etc/passwd"';

describe('the strategy as a PDF', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await testApplication([DocumentsModule, SettingsModule], { now: NOW });
    const world = await seedSmallWorld(test.seed);
    const leadId = await test.seed.actor('byalaget', { name: 'Byalaget' });
    await test.seed.action('Möten i byarna', { goalId: world.moreInhabitants, leadId });
    await test.seed.role(world.moreInhabitants, leadId, 'delivers', 'Lånar ut sin lokal.');
    const earlier = await test.seed.strategyVersion({ strategyId: 1, number: 7, validFrom: '2016-01-01', validTo: '2016-12-31' });
    await test.seed.goal(await test.seed.area(earlier, 'farligt'), 'farligt', {
      nameSv: HOSTILE,
      descriptionSv: `${HOSTILE}\n\nStycke två: 漢字 😀.`,
    });
  }, 120_000);
  afterAll(() => test.close());

  const get = (url: string) => test.app.inject({ url });
  const read = async (url: string): Promise<ReadPdf> => readPdf((await get(url)).rawPayload);

  it('is a file of its own name that anyone may keep for a minute', async () => {
    const { statusCode, headers } = await get('/strategi.pdf');
    expect([statusCode, headers['content-type'], headers['content-disposition'], headers['cache-control']]).toEqual([
      ...[200, 'application/pdf', 'inline; filename="strategi-version-2.pdf"', 'public, max-age=60'],
    ]);
  });

  it('is one that everyone can read: tagged, with title, language, bookmarks and headed tables', async () => {
    const { isForEveryone, isTagged, title, language, bookmarks, tags } = await read('/strategi.pdf');
    expect({ isForEveryone, isTagged, title, language }).toEqual({ isForEveryone: true, isTagged: true, title: 'SLUS', language: 'sv' });
    expect(bookmarks).toEqual([
      'Syfte',
      '1 leva',
      '1.1 fler-invanare',
      '1.2 gemenskap',
      '2 verka',
      '2.1 fler-gaster (exempel)',
      'Versioner',
    ]);
    for (const tag of ['H1', 'H2', 'H3', 'P', 'Table', 'TH', 'TD', 'L', 'TOC', 'Link']) expect(tags).toContain(tag);
  });

  it('has the decision, every goal, target and role, what is done, and the numbers of its pages', async () => {
    const { text, pages } = await read('/strategi.pdf');
    for (const said of [
      ...[
        'Styrdokument',
        'Beslutad av: kommunfullmäktige',
        '§ 12',
        'KS 2025/100',
        'från 1 januari 2026, tills vidare',
        'Ersätter: version 1',
      ],
      ...['15 800 invånare 2030, från 15 672 invånare 2020', 'Målbanan är rak. Högst 50 invånare under målbanan räknas som nära.'],
      ...['Målet mäts inte, och det är ett val:', 'Det som räknas går inte att räkna.'],
      ...[
        'Leder: Utvecklingsavdelningen',
        'Medverkar: Årets grupp (exempel)',
        'Levererar: Byalaget – Lånar ut sin lokal.',
        'Möten i byarna',
        'pågår',
        `Sida 1 av ${pages}`,
      ],
    ])
      expect(text).toContain(said);
  });

  it('is in English where English is asked for, and says that the rest is in Swedish', async () => {
    const { text, language } = await read('/strategi.pdf?lang=en');
    expect(language).toBe('en');
    for (const said of [
      'Governing document',
      'Decided by: the municipal council',
      '15,800 inhabitants in 2030',
      'Parts of the strategy exist in Swedish only',
    ])
      expect(text).toContain(said);
    expect((await get('/strategi.pdf?lang=en')).headers['content-disposition']).toContain('strategi-version-2-en.pdf');
  });

  it('is there of an earlier version, which says that it holds no more', async () => {
    const { text } = await read('/strategi.pdf?version=1');
    expect(text).toContain('Den här versionen gäller inte nu: ersatt av en senare version.');
    expect(text).toContain('16 000 invånare 2025, från 15 672 invånare 2020');
    expect(text).not.toContain('Möten i byarna');
  });

  it('prints hostile words as the words that they are, and a box for a sign that no face has', async () => {
    const { text, isForEveryone } = await read('/strategi.pdf?version=7');
    expect(text.replaceAll(' ', '')).toContain(HOSTILE.replaceAll(' ', ''));
    expect(text).toContain('Stycke två: □□ □.');
    expect(isForEveryone).toBeTrue();
  });

  it('is set once for what it says, however many ask for it', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => get('/strategi.pdf?version=1&lang=en')));
    for (const { rawPayload } of others) expect(rawPayload.equals(first!.rawPayload)).toBeTrue();
  });

  it('is refused when it is longer than can be set, with what to do instead', async () => {
    const endless = await test.seed.strategyVersion({ strategyId: 1, number: 8, validFrom: '2015-01-01', validTo: '2015-12-31' });
    await test.seed.goal(await test.seed.area(endless, 'langt'), 'langt', { descriptionSv: 'Fler ska bo här. '.repeat(30_000) });
    const answer = await get('/strategi.pdf?version=8');
    const { code, detail } = answer.json<{ code: string; detail: string }>();
    expect([answer.statusCode, code]).toEqual([422, 'strategy.too-long']);
    expect(detail).toContain('its page /strategi can be printed');
  });

  for (const [query, status, code] of [
    ['version=99', 404, 'version.not-found'],
    ['version=x', 404, 'version.not-found'],
    ['lang=fi', 400, 'input.invalid'],
    ['page=1', 400, 'input.invalid'],
  ] as const) {
    it(`is refused for ?${query}`, async () => {
      const answer = await get(`/strategi.pdf?${query}`);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    });
  }
});
