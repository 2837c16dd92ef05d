import { collectReads, declareRead } from './read-tags.js';
import { SnakeNaming } from './naming.js';
import { securityHeaders } from './security-headers.js';

const later = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('what a page was made of', () => {
  it('is heard from every query below, also from those that answer later, and once', async () => {
    const { answer, tags } = await collectReads(async () => {
      declareRead('strategy', 'figures');
      await later();
      declareRead('indicator:folkmangd');
      await Promise.all([later().then(() => declareRead('figures')), later().then(() => declareRead('indicator:besok'))]);
      return 7;
    });
    expect(answer).toBe(7);
    expect([...tags].sort()).toEqual(['figures', 'indicator:besok', 'indicator:folkmangd', 'strategy']);
  });

  it('is not what another page at the same time was made of', async () => {
    const made = await Promise.all(
      (['indicator:a', 'indicator:b', 'site'] as const).map((tag) =>
        collectReads(async () => {
          await later();
          declareRead(tag);
          await later();
        }),
      ),
    );
    expect(made.map(({ tags }) => tags)).toEqual([['indicator:a'], ['indicator:b'], ['site']]);
  });

  it('is nobody’s to hear where nothing is collected', async () => {
    declareRead('strategy');
    expect((await collectReads(async () => undefined)).tags).toEqual([]);
  });

  it('is not kept of a page that failed', async () => {
    const failing = collectReads(async () => {
      declareRead('site');
      throw new Error('stopped');
    });
    await expectAsync(failing).toBeRejectedWithError('stopped');
    expect((await collectReads(async () => undefined)).tags).toEqual([]);
  });
});

describe('a column', () => {
  const names: readonly [property: string, column: string][] = [
    ['slug', 'slug'],
    ['nameSv', 'name_sv'],
    ['unmeasuredReasonSv', 'unmeasured_reason_sv'],
    ['sha256', 'sha256'],
    ['publishAt', 'publish_at'],
  ];
  for (const [property, column] of names)
    it(`of ${property} is called ${column}`, () => expect(new SnakeNaming().columnName(property, undefined, [])).toBe(column));

  it('keeps the name that it is given', () => expect(new SnakeNaming().columnName('nameSv', 'namn', [])).toBe('namn'));
});

describe('the headers of every answer', () => {
  it('ask for TLS only where the public comes by it', () => {
    expect(securityHeaders(false)['strict-transport-security']).toBeUndefined();
    expect(securityHeaders(true)['strict-transport-security']).toBe('max-age=31536000');
  });

  it('let nothing of another address in, and nobody else frame the page', () => {
    const policy = Object.fromEntries(
      (securityHeaders(true)['content-security-policy'] ?? '')
        .split(';')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(policy).toEqual({
      ...{ 'default-src': `'self'`, 'script-src': `'self'`, 'style-src': `'self'`, 'img-src': `'self' data:`, 'font-src': `'self'` },
      ...{ 'connect-src': `'self'`, 'object-src': `'none'`, 'base-uri': `'self'`, 'form-action': `'self'`, 'frame-ancestors': `'none'` },
    });
  });
});
