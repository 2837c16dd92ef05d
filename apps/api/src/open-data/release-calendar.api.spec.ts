import { indicatorPage, releaseCalendar, type ExpectedFigure, type ReleaseCalendar } from '@slusen/contracts';
import ICAL from 'ical.js';
import { PublicPagesModule } from '../public-pages/public-pages.module.js';
import { NOW, seedSmallWorld, type SmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { OpenDataModule } from './open-data.module.js';

describe('when figures are expected', () => {
  let test: TestApplication;
  let world: SmallWorld;
  beforeAll(async () => {
    test = await testApplication([PublicPagesModule, OpenDataModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
    const owned = { ownerId: await test.seed.actor('biblioteket') };
    await test.seed.indicator('utlan', { ...owned, nameSv: 'Utlån, böcker', cadence: 'quarter', lagDays: 20, graceDays: 10 });
    await test.seed.indicator('slut', { ...owned, endsAfter: '2024', endReasonSv: 'Enkäten lades ner' });
    await test.seed.indicator('val', { ...owned, cadence: 'irregular', lagDays: -20, irregularYears: [2022, 2026, 2027, 2031] });
    await test.seed.indicator('andras', { ownerId: null });
    await test.seed.indicator('besok', { ...owned, perLocality: ['0884-frodinge'] });
    const val = await test.seed.indicator('skattesats', { ...owned, lagDays: -340, nameEn: 'Tax rate' });
    await test.seed.figures({ indicator: val }, { 2025: 22.06, 2026: 22.06 });
    await test.seed.indicator('andel', { ...owned, formula: { kind: 'sum', parts: ['utlan', 'folkmangd'] } });
  }, 120_000);
  afterAll(() => test.close());

  const get = (url: string) => test.app.inject({ url });
  const calendar = async (query = ''): Promise<ReleaseCalendar> => releaseCalendar.parse((await get(`/api/calendar${query}`)).json());
  const of = (figures: readonly ExpectedFigure[], slug: string): string[] =>
    figures.filter(({ indicator }) => indicator.slug === slug).map(({ period, date }) => `${period} ${date}`);
  const events = (text: string): ICAL.Event[] =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

  it('lists every figure of the coming twelve months by day, and apart what has passed its day', async () => {
    const { passed, coming, today, until } = await calendar();
    expect([today, until]).toEqual(['2026-11-23', '2027-11-23']);
    expect(of(passed, 'utlan')).toEqual(['2026-Q3 2026-10-20']);
    expect(of(coming, 'utlan')).toEqual(['2026-Q4 2027-01-20', '2027-Q1 2027-04-20', '2027-Q2 2027-07-20', '2027-Q3 2027-10-20']);
    expect(passed.filter(({ state }) => state === 'due').map(({ period }) => period)).toContain('2026-M09');
    const dates = coming.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
  });

  it('knows the years of what is measured now and then, and what is published ahead of its period', async () => {
    const { passed, coming } = await calendar();
    expect([of(passed, 'val'), of(coming, 'val')]).toEqual([['2022 2022-12-11'], ['2026 2026-12-11']]);
    expect([of(passed, 'skattesats'), of(coming, 'skattesats')]).toEqual([[], ['2027 2027-01-25']]);
  });

  it('has what never came of a series that has ended, and nothing after its last period', async () => {
    const { passed, coming } = await calendar();
    expect([of(passed, 'slut'), of(coming, 'slut')]).toEqual([['2024 2024-12-31'], []]);
  });

  it('leaves out what is computed and what only others have', async () => {
    const { passed, coming } = await calendar();
    const slugs = [...passed, ...coming].map(({ indicator }) => indicator.slug);
    for (const slug of ['andel', 'andras']) expect(slugs).withContext(slug).not.toContain(slug);
  });

  it('says of each indicator first what its own page says', async () => {
    const { passed, coming } = await calendar();
    const all = [...passed, ...coming];
    const slugs = [...new Set(all.map(({ indicator }) => indicator.slug))];
    expect(slugs.sort()).toEqual(['besok', 'folkmangd', 'gastnatter', 'skattesats', 'slut', 'utlan', 'val']);
    for (const slug of slugs) {
      const { missingValues, nextExpected } = indicatorPage.parse((await get(`/api/indicators/${slug}`)).json());
      const own = all.filter(({ indicator }) => indicator.slug === slug).map(({ told }) => told);
      const page = [...missingValues, ...(nextExpected ? [nextExpected] : [])].map(({ told }) => told);
      expect(own.slice(0, page.length)).withContext(slug).toEqual(page);
    }
  });

  it('is narrowed to what measures an area; another area narrows nothing', async () => {
    const leva = await calendar('?area=leva');
    expect(leva.areas.map(({ slug }) => slug)).toEqual(['leva', 'verka']);
    expect([leva.area, of(leva.coming, 'folkmangd'), of(leva.coming, 'utlan')]).toEqual(['leva', ['2026 2027-02-19'], []]);
    const unknown = await calendar('?area=finns-inte');
    expect([unknown.area, unknown.coming.length]).toEqual([undefined, (await calendar()).coming.length]);
  });

  it('tells nothing of a figure that waits for its publication', async () => {
    const before = await calendar();
    await test.seed.figures({ indicator: world.population }, { 2026: 15300 }, { publishAt: new Date('2027-01-15T07:00:00Z') });
    expect(await calendar()).toEqual(before);
  });

  it('is a calendar that others read: whole days, names that stay, in the language of its address', async () => {
    const { passed, coming } = await calendar();
    const answer = await get('/kalender.ics');
    const expected = [...passed, ...coming].map(({ indicator, period, date }) => [`${indicator.slug}.${period}@127.0.0.1`, date]);
    const read = events(answer.body);
    expect(read.map(({ uid, startDate }) => [uid, startDate.toString()])).toEqual(expected);
    expect(read.every(({ startDate }) => startDate.isDate)).toBeTrue();
    expect(read.every(({ component }) => component.getFirstPropertyValue('last-modified') !== null)).toBeTrue();
    const loans = read.find(({ uid }) => uid.startsWith('utlan.2026-Q4'));
    expect(loans?.summary).toBe('Utlån, böcker: kvartal 4 2026');
    expect(loans?.description).toBe('Kvartal 4 2026, väntas den 20 januari 2027. Källa: SCB');
    const english = events((await get('/en/kalender.ics')).body);
    expect(english.find(({ uid }) => uid.startsWith('skattesats'))?.summary).toBe('Tax rate: 2027');
    expect(english.map(({ uid }) => uid)).toEqual(read.map(({ uid }) => uid));
    const narrowed = await get('/kalender.ics?area=leva');
    expect(narrowed.body).toContain('NAME:Vimmerby kommun: när siffrorna väntas (leva)');
    expect(new Set(events(narrowed.body).map(({ uid }) => uid.split('.')[0]))).toEqual(new Set(['folkmangd']));
  });

  it('says of each event when it was last said: with its definition, or on the day that passed', async () => {
    const { passed, coming } = await calendar();
    const recorded = coming.find(({ indicator }) => indicator.slug === 'utlan')?.changedAt;
    const late = passed.find(({ indicator }) => indicator.slug === 'utlan');
    expect([late?.lateSince, late?.changes]).toEqual(['2026-10-31', 0]);
    expect(late?.changedAt).toBe(recorded && recorded > '2026-10-30T23:00:00.000Z' ? recorded : '2026-10-30T23:00:00.000Z');
    const [event] = events((await get('/kalender.ics')).body).filter(({ uid }) => uid.startsWith('utlan.2026-Q3'));
    const said = (name: string) => (event?.component.getFirstPropertyValue(name) as ICAL.Time | undefined)?.toJSDate().toISOString();
    const toTheSecond = late?.changedAt.replace(/\.\d+Z$/, '.000Z');
    expect([said('dtstamp'), said('last-modified'), event?.sequence]).toEqual([toTheSecond, toTheSecond, 0]);
  });

  it('is kept and asked for again as other public files are', async () => {
    const { headers } = await get('/kalender.ics');
    expect([headers['content-type'], headers['cache-control']]).toEqual(['text/calendar; charset=utf-8', 'public, max-age=60']);
    const again = await test.app.inject({ url: '/kalender.ics', headers: { 'if-none-match': headers.etag as string } });
    expect(again.statusCode).toBe(304);
  });
});
