import { seriesView, type SeriesView } from '@slusen/contracts';
import { Publications } from '../observations/publications.js';
import { NOW, seedSmallWorld, type SmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { OpenDataModule } from './open-data.module.js';

describe('figures in the public API', () => {
  let test: TestApplication;
  let world: SmallWorld;
  beforeAll(async () => {
    test = await testApplication([OpenDataModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
  }, 120_000);
  afterAll(() => test.close());

  const get = async (url: string) => test.app.inject({ url });

  describe('series', () => {
    const series = async (query = '') => seriesView.parse((await get(`/api/indicators/folkmangd/series${query}`)).json());

    it('is the municipality as a whole when nothing else is asked for', async () => {
      const { territory, breakdown, points } = await series();
      expect([territory, breakdown, points.length]).toEqual(['0884', '', 7]);
    });

    it('is another territory’s or a part’s on demand', async () => {
      await test.seed.figures({ indicator: world.population, breakdown: 'kon=kvinnor' }, { 2025: 7600 });
      expect((await series('?territory=0884-frodinge')).points.map(({ value }) => value)).toEqual([296, 302]);
      expect((await series('?breakdown=kon=kvinnor')).points.map(({ value }) => value)).toEqual([7600]);
    });

    it('says its licence, and what was noted of a figure of the whole', async () => {
      await test.seed.pointNote(world.population, { period: '2020', textSv: 'Pandemiåret' });
      test.app.get(Publications).announce('everything');
      await test.seed.figures({ indicator: world.population, breakdown: 'kon=man' }, { 2020: 7800 });
      const notes = (view: SeriesView) => view.points.flatMap(({ period, note }) => (note ? [`${period} ${note.sv}`] : []));
      const whole = await series();
      expect([whole.licence, notes(whole)]).toEqual(['CC0-1.0', ['2020 Pandemiåret']]);
      expect(notes(await series('?breakdown=kon=man'))).toEqual([]);
      expect(notes(await series('?territory=0884-frodinge'))).toEqual([]);
      expect((await get('/api/indicators/folkmangd/series.csv')).body).toMatch(/,2020,15672,.*,Pandemiåret,CC0-1\.0\r\n/);
    });

    it('has the current revision of each period and nothing that is not public yet', async () => {
      const indicator = await test.seed.indicator('revisioner');
      await test.seed.figures({ indicator }, { 2023: 1, 2024: 2 });
      await test.seed.figures({ indicator }, { 2023: 3 }, { revision: 2 });
      await test.seed.figures({ indicator }, { 2024: 4 }, { revision: 2, publishAt: new Date('2999-01-01') });
      const { points } = (await get('/api/indicators/revisioner/series')).json();
      expect(points.map(({ value, revision }: { value: number; revision: number }) => [value, revision])).toEqual([
        [3, 2],
        [2, 1],
      ]);
    });

    const refused: [url: string, status: number, code: string][] = [
      ['/api/indicators/finns-inte/series', 404, 'indicator.not-found'],
      ['/api/indicators/folkmangd/series?territory=9999', 404, 'territory.not-found'],
      ['/api/indicators/folkmangd/series?territory=', 400, 'input.invalid'],
      ['/api/indicators/folkmangd/series?okand=1', 400, 'input.invalid'],
      ['/api/indicators/finns-inte/series.csv', 404, 'indicator.not-found'],
      ['/api/indicators/folkmangd/series.excel.csv?territory=9999', 404, 'territory.not-found'],
    ];
    for (const [url, status, code] of refused) {
      it(`answers ${status} for ${url}`, async () => {
        const answer = await get(url);
        expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
        expect(answer.headers['cache-control']).toBe('no-store');
      });
    }
  });

  describe('series as a file', () => {
    it('is named after the indicator, and the territory when it is another', async () => {
      const name = async (url: string) => (await get(`/api/indicators/${url}`)).headers['content-disposition'];
      expect(await name('folkmangd/series.csv')).toBe('attachment; filename="folkmangd.csv"');
      expect(await name('folkmangd/series.excel.csv?territory=0884-frodinge')).toBe(
        'attachment; filename="folkmangd_0884-frodinge.excel.csv"',
      );
    });

    it('is text in UTF-8 with the series in it, and may be kept', async () => {
      const { headers, body } = await get('/api/indicators/folkmangd/series.csv');
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['etag']).toMatch(/^"[\w-]{43}"$/);
      expect(body).toContain('0884,Vimmerby,folkmangd,2025,15327,invånare,SCB,final,exact');
    });

    it('has the localities and others after the municipality, unless one of them is asked for', async () => {
      await test.seed.territory('00', { name: 'Riket', kind: 'country' });
      await test.seed.figures({ indicator: world.population, territory: '00' }, { 2025: 10600000 });
      const areas = async (query: string): Promise<string[]> => {
        const { body } = await get(`/api/indicators/folkmangd/series.csv${query}`);
        return [
          ...new Set(
            body
              .trim()
              .split('\r\n')
              .slice(1)
              .map((line) => line.split(',')[1] ?? ''),
          ),
        ];
      };
      expect(await areas('')).toEqual(['Vimmerby', 'Djursdala', 'Frödinge', 'Riket']);
      expect(await areas('?territory=0884')).toEqual(['Vimmerby']);
      expect(await areas('?territory=0884-frodinge')).toEqual(['Frödinge']);
    });

    it('has semicolons and a byte order mark for Excel', async () => {
      const { body } = await get('/api/indicators/folkmangd/series.excel.csv');
      expect(body.startsWith('\ufeffOmråde;Slag av område;Indikator;')).toBeTrue();
      expect(body).toContain('Vimmerby;den egna kommunen;Folkmängd 31 december;;2025;15327;;invånare;slutligt;exakt');
    });
  });
});
