import { InvalidInput } from './invalid-input.js';
import { requestKeyOf, versionIn } from './preconditions.js';
import { requireLatest } from './revisions.js';

type Request = Parameters<typeof requestKeyOf>[0];
const aRequest = ({
  headers = {},
  ...different
}: Partial<Omit<Request, 'headers'>> & { headers?: Record<string, unknown> } = {}): Request => ({
  ...{ method: 'POST', url: '/api/entries', body: { value: 1 } },
  ...different,
  headers: { 'idempotency-key': 'en-nyckel-som-duger', ...headers },
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).message;
  }
};

describe('the version that a client read', () => {
  const read: readonly [header: string, version: number][] = [
    ['"0"', 0],
    ['"3"', 3],
    ['3', 3],
    [' "12" ', 12],
    ['"007"', 7],
    ['"999999999"', 999_999_999],
  ];
  for (const [header, version] of read) it(`is ${version} in If-Match: ${header}`, () => expect(versionIn(header)).toBe(version));

  it('must be said', () => expect(codeOf(() => versionIn(undefined))).toBe('precondition.missing'));

  for (const header of ['', '*', '""', '"-1"', '"1.5"', '"1e3"', 'W/"1"', '"1", "2"', '"1234567890"', '"١"', '0x1', 'null', '"1"x'])
    it(`is none in If-Match: ${header || 'nothing'}`, () => expect(codeOf(() => versionIn(header))).toBe('precondition.malformed'));
});

describe('the key of a request', () => {
  const good = ['12345678', 'x'.repeat(100), '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'];
  for (const key of good)
    it(`is as it is sent: ${key.slice(0, 36)}`, () =>
      expect(requestKeyOf(aRequest({ headers: { 'idempotency-key': key } })).key).toBe(key));

  const bad: readonly [key: unknown, code: string][] = [
    [undefined, 'idempotency.missing'],
    ['', 'idempotency.malformed'],
    ['1234567', 'idempotency.malformed'],
    ['x'.repeat(101), 'idempotency.malformed'],
    ['med mellanslag', 'idempotency.malformed'],
    ['tabb\ttabb\ttabb', 'idempotency.malformed'],
    ['nycklarna-åäö', 'idempotency.malformed'],
    ['rad\nrad\nrad\nrad', 'idempotency.malformed'],
    [['en-nyckel', 'en-till-nyckel'], 'idempotency.malformed'],
  ];
  for (const [key, code] of bad)
    it(`is ${code} for ${JSON.stringify(key) ?? 'none'}`.slice(0, 80), () =>
      expect(codeOf(() => requestKeyOf(aRequest({ headers: { 'idempotency-key': key } })))).toBe(code),
    );

  const fingerprint = (different: Parameters<typeof aRequest>[0] = {}) => requestKeyOf(aRequest(different)).fingerprint.toString('hex');

  it('goes with one request: the same method, address, version and content', () => {
    expect(fingerprint()).toBe(fingerprint());
    const others = [
      { method: 'PUT' },
      { url: '/api/entries/1' },
      { url: '/api/entries?x=1' },
      { body: { value: 2 } },
      { body: undefined },
      { headers: { 'if-match': '"1"' } },
    ];
    const prints = [fingerprint(), ...others.map((different) => fingerprint(different))];
    expect(new Set(prints)).toHaveSize(prints.length);
  });

  it('goes with what a proxy on the way adds too', () => {
    for (const headers of [{ via: '1.1 x' }, { 'x-forwarded-for': '10.0.0.1' }, { 'user-agent': 'another' }])
      expect(fingerprint({ headers })).toBe(fingerprint());
  });

  it('is refused with a content too deep to be told again', () => {
    let body: unknown = 1;
    for (let level = 0; level < 200_000; level++) body = [body];
    const attempt = () => requestKeyOf(aRequest({ body }));
    expect(attempt).toThrowMatching((error: unknown) => error instanceof InvalidInput && error.errors[0]?.message === 'body.too-deep');
  });
});

describe('a change of what was read', () => {
  const cases: readonly [there: number, expected: number | undefined, code: string][] = [
    [3, 3, 'nothing'],
    [0, 0, 'nothing'],
    [3, undefined, 'nothing'],
    [3, 2, 'revision.stale'],
    [3, 4, 'revision.stale'],
    [1, 0, 'revision.stale'],
  ];
  for (const [there, expected, code] of cases)
    it(`from revision ${expected ?? 'just read'} where ${there} is there: ${code}`, () =>
      expect(codeOf(() => requireLatest(there, expected))).toBe(code));
});
