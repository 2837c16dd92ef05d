import { DataSource } from 'typeorm';
import { indicatorList, indicatorPage, type IndicatorList, type IndicatorPageView } from '@slusen/contracts';
import { NOW, seedSmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { PublicPagesModule } from './public-pages.module.js';

describe('indicators in the public API', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await testApplication([PublicPagesModule], { now: NOW });
    await seedSmallWorld(test.seed);
  }, 120_000);
  afterAll(() => test.close());

  const get = async (url: string) => test.app.inject({ url });
  const page = async (slug: string): Promise<IndicatorPageView> => indicatorPage.parse((await get(`/api/indicators/${slug}`)).json());

  describe('list', () => {
    const list = async (query: string): Promise<IndicatorList> => indicatorList.parse((await get(`/api/indicators?${query}`)).json());

    it('finds a name without its dots and in any case', async () => {
      expect((await list('q=FOLKMANGD')).items.map(({ slug }) => slug)).toEqual(['folkmangd']);
      expect((await list('q=g%C3%A4stn%C3%A4tter')).items.map(({ slug }) => slug)).toEqual(['gastnatter']);
    });

    it('finds the English name too, and words in any order', async () => {
      expect((await list('q=december+population')).items.map(({ slug }) => slug)).toContain('folkmangd');
    });

    it('orders by the Swedish alphabet, a to ö', async () => {
      for (const name of ['Öppettider', 'Ålder', 'Ärenden', 'Zonindelning'])
        await test.seed.indicator(`s-${name.length}-${name.charCodeAt(0)}`, { nameSv: `Sorterat ${name}` });
      const { items } = await list('q=sorterat');
      expect(items.map(({ name }) => name.sv)).toEqual([
        'Sorterat Zonindelning',
        'Sorterat Ålder',
        'Sorterat Ärenden',
        'Sorterat Öppettider',
      ]);
    });

    it('puts a name that begins with the word before one that holds it, and that before a definition', async () => {
      await test.seed.indicator('rang-3', { nameSv: 'Annat', definitionSv: 'Handlar om kvarnar' });
      await test.seed.indicator('rang-2', { nameSv: 'Gamla kvarnar' });
      await test.seed.indicator('rang-1', { nameSv: 'Kvarnar i bruk' });
      expect((await list('q=kvarnar')).items.map(({ slug }) => slug)).toEqual(['rang-1', 'rang-2', 'rang-3']);
    });

    it('shows the latest value, and which newer one is missing and why', async () => {
      const indicator = await test.seed.indicator('sist-saknas', { nameSv: 'Sist saknas' });
      await test.seed.figures({ indicator }, { 2024: 12, 2025: 'confidential' });
      const [found] = (await list('q=sist+saknas')).items;
      expect(found).toEqual(
        jasmine.objectContaining({
          latest: { period: '2024', value: 12, quality: 'final', provenance: 'exact' },
          missing: { period: '2025', kind: 'confidential', told: { sv: '2025: sekretess', en: '2025: confidential' } },
          perLocality: false,
        }),
      );
    });

    it('tells one that is told locality by locality from one that has no value yet', async () => {
      await test.seed.indicator('redovisat-a', { nameSv: 'Redovisat i orter', perLocality: ['0884-frodinge'] });
      await test.seed.indicator('redovisat-b', { nameSv: 'Redovisat än' });
      const { items } = await list('q=redovisat');
      expect(items.map(({ latest, missing, perLocality }) => [latest, missing, perLocality])).toEqual([
        [undefined, undefined, true],
        [undefined, undefined, false],
      ]);
    });

    it('finds a word in its basic form when it is asked for in another', async () => {
      expect((await list('q=folkm%C3%A4ngden')).items.map(({ slug }) => slug)).toEqual(['folkmangd']);
    });

    it('gives the part that is asked for and how many there are', async () => {
      const all = await list('limit=1000');
      const part = await list('limit=1&offset=1');
      expect(part).toEqual(jasmine.objectContaining({ total: all.total, limit: 1, offset: 1 }));
      expect(part.items.map(({ slug }) => slug)).toEqual([all.items[1]?.slug ?? '']);
    });

    it('says how many there are even past the end', async () => {
      expect((await list('q=folkm%C3%A4ngd&offset=10')).total).toBe(1);
    });

    for (const query of [
      'limit=0',
      'limit=1001',
      'limit=ett',
      'offset=-1',
      'q=%00',
      'okand=1',
      `q=${'a'.repeat(101)}`,
      'limit=1&limit=2',
    ]) {
      it(`refuses ?${query.slice(0, 20)}`, async () => {
        expect((await get(`/api/indicators?${query}`)).statusCode).toBe(400);
      });
    }

    it('takes a wildcard for the sign it is', async () => {
      expect((await list('q=%25')).total).toBe(0);
    });
  });

  describe('page', () => {
    it('is headed by the finding, without any target', async () => {
      const { headline } = await page('folkmangd');
      expect(headline.sv.heading).toBe('15\u00a0327 invånare 2025, 57 färre än 2024');
      expect(headline.sv.headline).toBe('Folkmängd 31 december: 15\u00a0327 invånare 2025, 57 färre än 2024');
    });

    it('shows the goals in force only, with status and path', async () => {
      const { goals } = await page('folkmangd');
      expect(goals.map(({ goal }) => goal.slug)).toEqual(['fler-invanare']);
      expect(goals[0]?.target?.points).toEqual([
        { period: '2020', value: 15672 },
        { period: '2030', value: 15800 },
      ]);
      expect(goals[0]?.assessed.explanation.status).toBe('off-track');
    });

    it('has for each chart a finding, and what, where and when', async () => {
      const { goals, chart } = await page('folkmangd');
      expect(goals[0]?.chart?.heading).toEqual({
        sv: '409 invånare under målbanan 2025',
        en: '409 inhabitants below the target path in 2025',
      });
      expect(chart?.heading.en).toBe('320 fewer in 2025 than in 2019');
      expect(chart?.subtitle.sv).toMatch(/^Folkmängd 31 december, .+, 2019–2025, invånare$/);
    });

    it('names who answers for it: the department, then the actors of its goals', async () => {
      const { answersForIt } = await page('folkmangd');
      expect(answersForIt.map(({ actor, role, goal, isExample }) => [actor.slug, role, goal?.slug, isExample])).toEqual([
        ['utvecklingsavdelningen', 'owner', undefined, false],
        ['utvecklingsavdelningen', 'leads', 'fler-invanare', false],
        ['argus', 'participates', 'fler-invanare', true],
      ]);
    });

    it('says when the next value is due', async () => {
      expect((await page('folkmangd')).nextExpected).toEqual({
        period: '2026',
        date: '2027-02-19',
        state: 'not-yet-due',
        told: { sv: '2026, väntas den 19 februari 2027', en: '2026, expected on 19 February 2027' },
      });
    });

    it('says that a value is overdue, and which comes next', async () => {
      const { missingValues, nextExpected } = await page('gastnatter');
      expect(missingValues).toEqual([
        {
          period: '2026-M08',
          date: '2026-09-30',
          state: 'overdue',
          lateSince: '2026-10-31',
          told: {
            sv: 'augusti 2026, väntades den 30 september 2026, försenat sedan den 31 oktober 2026',
            en: 'August 2026, was expected on 30 September 2026, overdue since 31 October 2026',
          },
        },
      ]);
      expect(nextExpected?.told.sv).toBe('september 2026, väntades den 30 oktober 2026, räknas som försenat från den 30 november 2026');
    });

    it('tells pace by itself and chance for each goal', async () => {
      const { outlook } = await page('folkmangd');
      expect(outlook.map(({ goal }) => goal)).toEqual([undefined, 'fler-invanare']);
      expect(outlook[0]?.pace.sv.join(' ')).toContain('53 invånare om året');
      expect(outlook[1]?.trend).toEqual({ word: 'worsening', way: 'down' });
      expect(outlook[1]?.ahead.sv.join(' ')).toContain('mycket liten');
      expect(outlook[1]?.ahead.en.join(' ')).toContain('(2%)');
    });

    it('has the localities by the alphabet, one without statistics as not applicable', async () => {
      const { localities } = await page('folkmangd');
      expect(localities.map(({ territory }) => territory.name.sv)).toEqual(['Djursdala', 'Frödinge']);
      expect(localities[0]?.points.map(({ missing }) => missing)).toEqual(['not-applicable']);
      expect(localities[1]?.points.map(({ value }) => value)).toEqual([296, 302]);
    });

    it('of an indicator without a total is headed by what its localities show, and waits for no total', async () => {
      const perLocality = ['0884-frodinge', '0884-djursdala'];
      const indicator = await test.seed.indicator('i-orten', {
        nameSv: 'Boende i byn',
        cadence: 'irregular',
        irregularYears: [2019, 2020],
        perLocality,
      });
      await test.seed.figures({ indicator, territory: '0884-frodinge' }, { 2019: 296, 2020: 302 });
      await test.seed.figures({ indicator, territory: '0884-djursdala' }, { 2020: 'not-applicable' });
      const { headline, nextExpected, missingValues } = await page('i-orten');
      expect([headline.sv.heading, headline.en.heading]).toEqual([
        'Högre 2020 än 2019 i 1 av 1 ort',
        'Higher in 2020 than in 2019 in 1 of 1 locality',
      ]);
      expect(headline.sv.headline).toBe('Boende i byn: högre 2020 än 2019 i 1 av 1 ort');
      expect([nextExpected, missingValues]).toEqual([undefined, []]);
    });

    it('does not invent why a locality has no figures', async () => {
      await test.seed.indicator('utan-orter', { perLocality: ['0884-frodinge'] });
      expect((await page('utan-orter')).localities.map(({ points }) => points)).toEqual([[]]);
    });

    it('sums twelve months where a target is measured so', async () => {
      const { rolling } = await page('gastnatter');
      expect(rolling?.at(0)).toEqual({ period: '2025-M07', value: 83000, quality: 'final' });
      expect(rolling).toHaveSize(13);
      expect((await page('folkmangd')).rolling).toBeUndefined();
    });

    it('tells what was corrected', async () => {
      const indicator = await test.seed.indicator('rattad');
      await test.seed.figures({ indicator }, { 2024: 'not-yet-published' });
      await test.seed.figures({ indicator }, { 2024: 7 }, { revision: 2, reason: 'Nu publicerad' });
      const { corrections, points } = await page('rattad');
      expect(corrections).toEqual([
        jasmine.objectContaining({
          ...{ period: '2024', kind: 'correction', reason: 'Nu publicerad', source: 'SCB' },
          from: { missing: 'not-yet-published', quality: 'final', provenance: 'exact' },
          to: { value: 7, quality: 'final', provenance: 'exact' },
        }),
      ]);
      expect(points).toHaveSize(1);
    });

    it('tells of a locality’s corrected value too, with its name, and the day the public got it', async () => {
      const indicator = await test.seed.indicator('rattad-ort');
      const frodinge = { indicator, territory: '0884-frodinge' };
      const publishAt = new Date('2026-01-02T08:00:00Z');
      await test.seed.figures(frodinge, { 2024: 290 });
      await test.seed.figures(frodinge, { 2024: 296 }, { revision: 2, reason: 'SCB har rättat', publishAt });
      const [told, ...others] = (await page('rattad-ort')).corrections;
      expect([told?.territory?.code, told?.from.value, told?.to.value, told?.reason, others]).toEqual([
        '0884-frodinge',
        290,
        296,
        'SCB har rättat',
        [],
      ]);
      const rows = await test.app
        .get(DataSource)
        .query(
          `select greatest(o.publish_at, r.at) as at from observation o join record r on r.id = o.record_id where o.value = 296 and o.revision = 2`,
        );
      expect(told?.publishedAt).toBe((rows as { at: Date }[])[0]?.at.toISOString());
    });

    it('can be read before it has a figure or a goal', async () => {
      await test.seed.indicator('ny');
      expect(await page('ny')).toEqual(jasmine.objectContaining({ goals: [], points: [], outlook: [], localities: [] }));
    });

    it('is not found under a name that no indicator has', async () => {
      const answer = await get('/api/indicators/finns-inte');
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'indicator.not-found']);
    });
  });
});
