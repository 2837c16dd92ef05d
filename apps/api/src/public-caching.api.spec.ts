import type { OpenAPIObject } from '@nestjs/swagger';
import { PAGE_KINDS } from '@slusen/contracts/pages';
import { wholeApplication, type WholeApplication } from './testing/whole-application.js';

/** Of a route with a name in it, one that is there. */
const NAMES: Readonly<Record<string, string>> = {
  '/api/areas/{slug}': '/api/areas/leva',
  '/api/goals/{slug}': '/api/goals/fler-invanare',
  '/api/actions/{slug}': '/api/actions/besok-hos-foretag',
  '/api/actors/{slug}': '/api/actors/kultur',
  '/api/strategy/versions/{number}': '/api/strategy/versions/1',
  '/diagram/{file}': '/diagram/folkmangd.svg',
};

/** Seconds that anyone may keep it without asking again. */
function keptFor(cacheControl: unknown): number {
  const text = String(cacheControl);
  if (/no-store/.test(text)) return 0;
  if (/immutable|s-maxage|stale-/.test(text)) return Number.POSITIVE_INFINITY;
  return Number(/max-age=(\d+)/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
}

describe('what anyone may keep of what is public', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  it('is kept for a minute at most, whatever the route', async () => {
    const { paths } = (await whole.visitor().get('/api/openapi.json')).json<OpenAPIObject>();
    const open = Object.entries(paths).flatMap(([path, { get }]) => (get?.security?.length === 0 ? [path] : []));
    expect(open.length).toBeGreaterThan(8);
    const others = [
      '/api/openapi.json',
      '/accent.css',
      '/diagram/folkmangd.png',
      '/api/indicators/folkmangd?known=2026-01-01',
      '/api/goals/nej',
    ];
    for (const path of [...open.map((one) => NAMES[one] ?? one.replace('{slug}', 'folkmangd')), ...others]) {
      const { headers } = await whole.visitor().get(path);
      expect(keptFor(headers['cache-control'])).withContext(`${path}: ${headers['cache-control']}`).toBeLessThanOrEqual(60);
    }
  });

  it('is a page that is asked for again each time', () => expect(keptFor(PAGE_KINDS.public.cacheControl)).toBe(0));
});
