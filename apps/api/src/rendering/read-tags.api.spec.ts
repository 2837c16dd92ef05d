import type { OpenAPIObject } from '@nestjs/swagger';
import { collectReads } from '../platform/read-tags.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('what a public answer was read from', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const tagsOf = async (path: string): Promise<readonly string[]> => {
    const { answer, tags } = await collectReads(() => whole.visitor().get(path));
    expect(answer.status).withContext(path).toBe(200);
    return tags;
  };
  const NAMES: Readonly<Record<string, string>> = {
    '/api/areas/{slug}': '/api/areas/leva',
    '/api/goals/{slug}': '/api/goals/fler-invanare',
    '/api/actions/{slug}': '/api/actions/besok-hos-foretag',
    '/api/actors/{slug}': '/api/actors/kultur',
    '/api/strategy/versions/{number}': '/api/strategy/versions/1',
    '/diagram/{file}': '/diagram/folkmangd.svg',
  };

  it('is declared on every route that anyone may read', async () => {
    const { paths } = (await whole.visitor().get('/api/openapi.json')).json<OpenAPIObject>();
    const open = Object.entries(paths).flatMap(([path, { get }]) => (get?.security?.length === 0 ? [path] : []));
    expect(open.length).toBeGreaterThan(8);
    for (const path of open) {
      const asked = NAMES[path] ?? path.replace('{slug}', 'folkmangd');
      expect((await tagsOf(asked)).length)
        .withContext(asked)
        .toBeGreaterThan(0);
    }
  });

  it('names the indicators that a page shows, and no others', async () => {
    expect(await tagsOf('/api/indicators/folkmangd')).toEqual(jasmine.arrayWithExactContents(['site', 'strategy', 'indicator:folkmangd']));
    expect(await tagsOf('/api/goals/fler-invanare')).toEqual(
      jasmine.arrayWithExactContents(['strategy', 'indicator:folkmangd', 'indicator:foretagsbesok']),
    );
  });

  it('is heard by whoever collects it, and by nobody else', async () => {
    const [one, other] = await Promise.all([tagsOf('/api/site'), tagsOf('/api/actors')]);
    expect([one, other]).toEqual([['site'], ['strategy']]);
  });
});
