import { within } from '@testing-library/dom';
import type { IndicatorPageView } from '@slusen/contracts';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aDefinition, anIndicatorPage, aKnownOutcome, aPoint } from '../../testing/figures.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { IndicatorPage } from './indicator-page.js';

type Correction = IndicatorPageView['corrections'][number];
const CORRECTION: Correction = {
  period: '2024',
  revision: 2,
  kind: 'correction',
  from: { value: 15_390, quality: 'final', provenance: 'exact' },
  to: { value: 15_384, quality: 'final', provenance: 'exact' },
  told: {
    sv: '15 390 invånare blev 15 384 invånare. Rättat den 1 mars 2026.',
    en: '15,390 inhabitants became 15,384 inhabitants. Corrected on 1 March 2026.',
  },
  reason: 'Dubbletter.',
  source: 'SCB',
  publishedAt: '2026-03-01T08:00:00.000Z',
};

describe('What everybody reads of an indicator', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/history', ok({}));
  });

  const factsIn = (element: Element): Record<string, string> =>
    Object.fromEntries([...element.querySelectorAll('dt')].map((term) => [textOf(term), toldOf(term)]));
  /** Everything that is told of a term. */
  const toldOf = (term: Element): string => {
    const next = term.nextElementSibling;
    return next?.matches('dd') ? `${textOf(next)} ${toldOf(next)}`.trim() : '';
  };

  describe('IndicatorPage', () => {
    const showIndicator = (view: Partial<IndicatorPageView> = {}, language: 'sv' | 'en' = 'sv') => {
      api.on('GET /api/indicators/folkmangd', ok(anIndicatorPage(view)));
      return showPage(IndicatorPage, { inputs: { slug: 'folkmangd' }, language });
    };

    it('is headed by the finding, with the latest value large and how settled it is', async () => {
      const { screen, element } = await showIndicator();
      expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe('15 327 invånare 2025, 57 färre än 2024');
      expect(textOf(element.querySelector('.latest'))).toBe('15 327 invånare 2025, slutligt');
      expect(document.title).toBe('Folkmängd – SLUSEN');
    });

    it('is headed in English on an English page', async () => {
      const { screen } = await showIndicator({}, 'en');
      expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe('15,327 inhabitants in 2025, 57 fewer than in 2024');
    });

    it('says why there is no latest value, instead of a figure', async () => {
      const missing = { lacking: 'sekretess', caption: '2025', apart: [] };
      const headings = { heading: 'Inget värde 2025', headline: 'Folkmängd: inget värde 2025', ...missing };
      const { element } = await showIndicator({
        headline: { sv: headings, en: headings },
        outcome: aKnownOutcome({ outcome: undefined, missing: 'confidential', missingPeriod: '2025' }),
      });
      expect(textOf(element.querySelector('.latest'))).toBe('sekretess 2025');
    });

    it('tells what does not count also where nothing does', async () => {
      const headings = {
        heading: 'Inget värde har publicerats ännu',
        headline: 'Besök: inget värde',
        apart: ['2027: inte publicerat än.'],
      };
      const { element } = await showIndicator({
        headline: { sv: headings, en: headings },
        outcome: aKnownOutcome({ outcome: undefined }),
      });
      expect(textOf(element.querySelector('.latest'))).toBe('2027: inte publicerat än.');
    });

    it('tells apart what does not count, beneath what the figure covers', async () => {
      const [heading, headline] = ['83 besök', 'Besök: 83 besök'];
      const headings = {
        heading,
        headline,
        caption: 'de tolv månaderna till och med oktober 2026, slutligt',
        apart: ['2027: inte publicerat än.'],
      };
      const { element } = await showIndicator({ headline: { sv: headings, en: headings } });
      expect(textOf(element.querySelector('.latest'))).toMatch(/oktober 2026, slutligt 2027: inte publicerat än\.$/);
    });

    it('keeps how it has gone, the trend and what lies ahead apart', async () => {
      const outlook = {
        goal: 'fler-bor-har',
        trend: { word: 'worsening', way: 'down' },
        pace: { sv: ['Värdet minskade med 67 om året.'], en: [] },
        ahead: { sv: ['Chansen att nå målet är mycket liten.'], en: [] },
      } as const;
      const { element } = await showIndicator({
        outlook: [
          { ...outlook, pace: { sv: [...outlook.pace.sv], en: [] }, ahead: { sv: [...outlook.ahead.sv], en: [] }, numbers: { values: [] } },
        ],
      });
      expect([...element.querySelectorAll('.verdict > p')].map(textOf)).toEqual([
        'Hittills: Ur fas',
        'Trend: försämras. Värdet minskade med 67 om året.',
        'Framåt: Chansen att nå målet är mycket liten.',
      ]);
    });

    it('says its pace also without any goal, and that it cannot be assessed', async () => {
      const pace = { sv: ['Värdet minskade med 67 om året.'], en: [] };
      const { screen, element } = await showIndicator({
        goals: [],
        outlook: [{ pace, ahead: { sv: [], en: [] }, numbers: { values: [] } }],
      });
      expect(screen.getByRole('heading', { name: 'Takt och trend' })).toBeTruthy();
      expect(textOf(element.querySelector('.latest'))).toContain('Kan inte bedömas.');
      expect(screen.getByRole('link', { name: 'Indikatorer' }).getAttribute('href')).toBe('/indikatorer');
    });

    it('leads up to the goal and its area', async () => {
      const { screen } = await showIndicator();
      const trail = within(screen.getByRole('navigation', { name: 'Du är här' }));
      expect(trail.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/', '/omrade/leva', '/mal/fler-bor-har']);
    });

    it('has a picture of its chart, whose address changes with the figures and only then', async () => {
      const addressOf = async (view: Partial<IndicatorPageView>): Promise<string> => {
        const { element, remove } = await showIndicator(view);
        const address = element.querySelector('picture img')?.getAttribute('src') ?? '';
        remove();
        return address;
      };
      const first = await addressOf({});
      expect(first).toMatch(/^\/diagram\/folkmangd\.svg\?goal=fler-bor-har&theme=light&size=wide&lang=sv&v=\w+$/);
    });

    it('has what stands beside the values in columns of its table, in the reader’s language', async () => {
      const head = { sv: 'Kvinnor', en: 'Women' };
      const told = { 2025: { sv: 'skyddat', en: 'protected' }, 2024: { sv: '7 690', en: '7,690' } };
      const { screen } = await showIndicator({ columns: [{ head, told }] }, 'en');
      const table = within(screen.getByRole('table', { name: /inhabitants$/ }));
      expect(table.getAllByRole('columnheader').map(textOf).slice(0, 3)).toEqual(['Period', 'Värde', 'Women']);
      const cells = table.getAllByRole('row').map((row) => textOf(within(row).queryAllByRole('cell')[1] ?? null));
      expect(cells.slice(1, 3)).toEqual(['protected', '7,690']);
    });

    it('has every figure in a table, newest first, with its source, and files with the same', async () => {
      const { screen } = await showIndicator({
        points: [aPoint('2024', 15_384), aPoint('2025', 15_327, { provenanceNote: 'Rättat för dubbletter' })],
      });
      const values = within(screen.getByRole('region', { name: 'Alla värden' }));
      const [, newest, older] = values.getAllByRole('row').map(textOf);
      expect(newest).toContain('2025 15 327');
      expect(newest).toContain('Rättat för dubbletter');
      expect(older).toContain('2024 15 384');
      expect(screen.getByRole('link', { name: 'Hämta som CSV' }).getAttribute('href')).toBe('/api/indicators/folkmangd/series.csv');
    });

    it('shows localities beside each other, sorted as the reader likes, with dashes where there is nothing', async () => {
      const place = (name: string, value: number | undefined) => ({
        territory: { code: name, name: { sv: name }, kind: 'locality' as const },
        points: value === undefined ? [] : [aPoint('2025', value)],
      });
      const { screen, settled } = await showIndicator({
        localities: [place('Ankarsrum', 1_250), place('Frödinge', undefined), place('Storebro', 900)],
      });
      const part = within(screen.getByRole('region', { name: 'I kommunens orter' }));
      part.getByRole('button', { name: '2025' }).click();
      await settled();
      expect(part.getAllByRole('rowheader').map(({ lang }) => lang)).toEqual(['sv', 'sv', 'sv']);
      expect(part.getAllByRole('row').slice(1).map(textOf)).toEqual(['Frödinge –', 'Storebro 900', 'Ankarsrum 1 250']);
    });

    it('says of localities how sure their values are, and where they were not read at their source', async () => {
      const place = (name: string, different: Partial<ReturnType<typeof aPoint>>) => ({
        territory: { code: name, name: { sv: name }, kind: 'locality' as const },
        points: [{ ...aPoint('2025', 900), ...different }],
      });
      const { screen } = await showIndicator({
        localities: [
          place('Frödinge', { quality: 'estimated' }),
          place('Storebro', { provenance: 'reported' }),
          place('Tuna', { provenance: 'reported', quality: 'preliminary' }),
        ],
      });
      const part = screen.getByRole('region', { name: 'I kommunens orter' });
      expect(within(part).getAllByRole('row').slice(1).map(textOf)).toEqual([
        'Frödinge 900 (uppskattat)',
        'Storebro 900',
        'Tuna 900 (preliminärt)',
      ]);
      expect(textOf(part)).toContain('Storebro, Tuna: återgivet, inte avstämt mot källan.');
    });

    it('marks an invented indicator, and says that its figures are', async () => {
      const { screen, element } = await showIndicator({ indicator: aDefinition({ isExample: true }) });
      expect(textOf(element.querySelector('.eyebrow'))).toBe('Folkmängd exempel');
      expect(screen.getByText('Siffrorna är påhittade.')).toBeTruthy();
    });

    describe('tells about it', () => {
      it('what it is, how often, from where and who answers for it', async () => {
        const { screen } = await showIndicator();
        const facts = factsIn(screen.getByRole('complementary', { name: 'Om indikatorn' }));
        expect(facts).toEqual({
          'Enhet och riktning': 'invånare, högre är bättre',
          Mäts: 'varje år',
          Källa: 'SCB, befolkningsstatistik',
          'Ansvarar för siffran': 'Ekonomiavdelningen',
        });
      });

      it('what more there is to tell, with a link to where one leads', async () => {
        const more = [
          { term: { sv: 'Rådighet', en: 'Influence' }, told: { sv: 'följer omvärlden', en: 'depends on the outside world' } },
          { term: { sv: 'Ersätts av', en: 'Replaced by' }, told: { sv: 'Nya besök', en: 'New visits' }, link: '/indikator/nya-besok' },
        ];
        const { screen } = await showIndicator({ facts: more });
        const about = screen.getByRole('complementary', { name: 'Om indikatorn' });
        expect(factsIn(about)).toEqual(jasmine.objectContaining({ Rådighet: 'följer omvärlden', 'Ersätts av': 'Nya besök' }));
        expect(within(about).getByRole('link', { name: 'Nya besök' }).getAttribute('href')).toBe('/indikator/nya-besok');
      });

      const awaited = (period: string, state: 'not-yet-due' | 'due' | 'overdue') => {
        const told = { sv: `${period}, väntades`, en: `${period}, was expected` };
        return { period, date: `${period}-12-31`, state, told };
      };
      for (const state of ['due', 'overdue'] as const) {
        it(`what is missing, which stands out when it is overdue, apart from what comes next: ${state}`, async () => {
          const { screen } = await showIndicator({ missingValues: [awaited('2024', state)], nextExpected: awaited('2026', 'not-yet-due') });
          const about = screen.getByRole('complementary', { name: 'Om indikatorn' });
          const facts = factsIn(about);
          expect([facts['Saknas'], facts['Nästa värde']]).toEqual(['2024, väntades', '2026, väntades']);
          expect(about.querySelector('.late') !== null).toBe(state === 'overdue');
        });
      }

      it('every value that is missing', async () => {
        const { screen } = await showIndicator({ missingValues: [awaited('2022', 'overdue'), awaited('2024', 'overdue')] });
        const facts = factsIn(screen.getByRole('complementary', { name: 'Om indikatorn' }));
        expect(facts['Saknas']).toBe('2022, väntades 2024, väntades');
      });

      it('who does what for each of two goals', async () => {
        const [goal] = anIndicatorPage().goals;
        const other = { slug: 'orter', name: { sv: 'Alla orter lever' } };
        const answersForIt = [
          { actor: { slug: 'ks', name: { sv: 'Kommunstyrelsen' } }, role: 'leads', goal: goal!.goal, isExample: false },
          { actor: { slug: 'bolag', name: { sv: 'Vimarhem AB' } }, role: 'leads', goal: other, isExample: false },
        ] as const;
        const { screen } = await showIndicator({ goals: [goal!, { ...goal!, goal: other }], answersForIt: [...answersForIt] });
        const facts = factsIn(screen.getByRole('complementary', { name: 'Om indikatorn' }));
        expect(facts['Arbetar för målet Fler bor här']).toBe('Kommunstyrelsen (leder)');
        expect(facts['Arbetar för målet Alla orter lever']).toBe('Vimarhem AB (leder)');
      });

      const told: [what: string, correction: Partial<Correction>, words: string][] = [
        [
          'made final',
          {
            kind: 'confirmation',
            told: {
              sv: '15 384 invånare, nu slutligt. Slutligt sedan den 1 mars 2026.',
              en: '15,384 inhabitants, now final. Final since 1 March 2026.',
            },
            reason: undefined,
          },
          '2024: 15 384 invånare, nu slutligt. Slutligt sedan den 1 mars 2026.',
        ],
        [
          'made final with another value',
          { kind: 'revision' },
          '2024: 15 390 invånare blev 15 384 invånare. Rättat den 1 mars 2026. Dubbletter.',
        ],
        [
          'of a locality',
          { territory: { code: '0884-tuna', name: { sv: 'Tuna' } } },
          'Tuna, 2024: 15 390 invånare blev 15 384 invånare. Rättat den 1 mars 2026. Dubbletter.',
        ],
      ];
      for (const [what, different, words] of told) {
        it(`that a value was ${what}`, async () => {
          const { screen } = await showIndicator({ corrections: [{ ...CORRECTION, ...different }] });
          expect(textOf(screen.getByRole('complementary', { name: 'Om indikatorn' }))).toContain(words);
        });
      }

      it('by the months that its figures cover, where they accumulate over the year', async () => {
        const indicator = aDefinition({ cadence: 'tertial', reporting: 'year-to-date' });
        const points = [aPoint('2025-T3', 103), aPoint('2026-T1', 42), aPoint('2026-T2', 65)];
        const corrections: Correction[] = [{ ...CORRECTION, period: '2026-T2' }];
        const { screen } = await showIndicator({ indicator, points, corrections });
        const table = screen.getByRole('table', { name: /invånare$/ });
        expect(within(table).getAllByRole('rowheader').map(textOf)).toEqual(['januari–augusti 2026', 'januari–april 2026', '2025']);
        expect(textOf(screen.getByRole('complementary', { name: 'Om indikatorn' }))).toContain('januari–augusti 2026: ');
      });

      it('in the table what was corrected, which is not what was made final or another place’s', async () => {
        const points = [
          aPoint('2023', 15_400, { revision: 2 }),
          aPoint('2024', 15_384, { revision: 3 }),
          aPoint('2025', 15_327, { revision: 2 }),
        ];
        const corrections: Correction[] = [
          { ...CORRECTION, period: '2023', kind: 'confirmation' },
          { ...CORRECTION, period: '2024', kind: 'confirmation', revision: 3 },
          CORRECTION,
          { ...CORRECTION, period: '2025', territory: { code: '0884-tuna', name: { sv: 'Tuna' } } },
        ];
        const { screen } = await showIndicator({ points, corrections });
        const marked = screen.getAllByRole('row').filter((row) => textOf(row).includes('rättat'));
        expect(marked.map((row) => textOf(row).slice(0, 4))).toEqual(['2024']);
      });

      it('what was corrected and why, and where the series breaks', async () => {
        const cut = { firstPeriod: '2020', reason: { sv: 'Ny folkbokföring' }, decision: 'KS § 3' };
        const { screen } = await showIndicator({ corrections: [CORRECTION], indicator: aDefinition({ breaks: [cut] }) });
        const about = textOf(screen.getByRole('complementary', { name: 'Om indikatorn' }));
        expect(about).toContain('2024: 15 390 invånare blev 15 384 invånare. Rättat den 1 mars 2026. Dubbletter.');
        expect(about).toContain('2020: Ny folkbokföring (KS § 3)');
      });
    });
  });
});
