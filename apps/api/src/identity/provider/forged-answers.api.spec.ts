import { PASSWORD } from '../../testing/office.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { IdentityProvider } from './identity-provider.js';
import { LyingProvider, type Lie } from './lying-provider.fixtures.js';
import { comeBack, ledTo, sessionOf, setOut, withProvider } from './provider-trips.fixtures.js';

const HOUR = 3600;
const now = (): number => Math.floor(Date.now() / 1000);
const back = (change: (query: URLSearchParams) => void): Lie => ({ back: change });
const claims = (said: Record<string, unknown>): Lie => ({ claims: said });
const sub = (said: unknown): Lie => claims({ sub: said });

/** What somebody could send or say who is not who they say, or what comes of a provider that is broken. */
const FORGED: readonly [what: string, lie: Lie][] = [
  ['another state', back((query) => query.set('state', 'made up'))],
  ['no state', back((query) => query.delete('state'))],
  ['the state twice', back((query) => query.append('state', query.get('state') ?? ''))],
  ['no code', back((query) => query.delete('code'))],
  ['the code twice', back((query) => query.append('code', 'another'))],
  ['the issuer of another provider beside the code', back((query) => query.set('iss', 'https://ond.example'))],
  ['no issuer beside the code, though it is announced', back((query) => query.delete('iss'))],
  ['an error beside the code', back((query) => query.set('error', 'invalid_request'))],
  ['an answer in a token of its own', back((query) => query.set('response', 'a.b.c'))],
  ['another nonce', claims({ nonce: 'made up' })],
  ['no nonce', claims({ nonce: undefined })],
  ['a token of another issuer', claims({ iss: 'https://ond.example' })],
  ['a token of nearly the same issuer', claims({ iss: 'http://127.0.0.1:1/' })],
  ['a token of no issuer', claims({ iss: undefined })],
  ['a token for somebody else', claims({ aud: 'another-system' })],
  ['a token for nobody', claims({ aud: undefined })],
  ['a token for several that was given to another', claims({ aud: ['slusen', 'another-system'], azp: 'another-system' })],
  ['a token that has run out', claims({ iat: now() - 2 * HOUR, exp: now() - HOUR })],
  ['a token that never runs out', claims({ exp: undefined })],
  ['a token that holds only later', claims({ nbf: now() + HOUR })],
  ['a token of no time', claims({ iat: undefined })],
  ['a token that nobody signed', { signed: 'not at all' }],
  ['a token that nobody signed, in capitals', { signed: 'not at all', header: { alg: 'None' } }],
  ['a token that another signed', { signed: 'by another key' }],
  ['a token by a key that the provider does not have', { signed: 'by another key', header: { kid: 'key-2' } }],
  ['a token signed with what both know', { signed: 'with the shared secret' }],
  ['a token signed with what everybody knows', { signed: 'with the public key as a secret' }],
  ['a token that was changed after it was signed', { signed: 'before it was changed' }],
  ['a token that wants something unknown understood', { header: { crit: ['b64'], b64: false } }],
  ['no token', { exchange: { id_token: undefined } }],
  ['a token that is none', { exchange: { id_token: 'a.b' } }],
  ['a token of another kind', { exchange: { token_type: 'mac' } }],
  ['a code that the provider does not know', { answers: { '/token': { status: 400, body: '{"error":"invalid_grant"}' } } }],
  ['a page instead of a token', { answers: { '/token': { type: 'text/html', body: '<h1>Välkommen</h1>' } } }],
  ['a way to another place instead of a token', { answers: { '/token': { status: 302, location: 'https://ond.example/token' } } }],
  ['no keys', { keys: { keys: [] } }],
  ['keys that are none', { answers: { '/keys': { body: '[]' } } }],
  ['a provider that calls itself otherwise', { itself: { issuer: 'https://ond.example' } }],
  ['nobody', sub(undefined)],
  ['a nameless one', sub('')],
  ['a number', sub(17)],
  ['two lines', sub('eva\r\nadministrator')],
  ['half a letter', sub('eva\ud800')],
  ['what no database keeps', sub('eva\u0000')],
  ['a name without end', sub('x'.repeat(256))],
  ['a name of two lines', claims({ name: 'Eva\nBcc: alla@ond.example' })],
  ['a name that reads the other way', claims({ name: 'Eva \u202eadministratör' })],
  ['a user name of two lines', claims({ preferred_username: 'eva\nadministrator' })],
  ['somebody else’s particulars', { claims: { name: undefined }, userinfo: { sub: 'another', name: 'En annan' } }],
  ['groups that are none', claims({ groups: { chefer: true } })],
  ['groups of two lines', claims({ groups: ['chefer\n'] })],
];

describe('of what comes back from the municipality’s sign-in', () => {
  let provider: LyingProvider;
  let whole: WholeApplication;
  beforeAll(async () => {
    provider = await LyingProvider.start();
    whole = await wholeApplication(withProvider(provider.issuer, { OIDC_ROLES_CLAIM: 'groups', OIDC_ROLES: 'chefer=administrator' }));
  }, 120_000);
  afterAll(async () => {
    await whole.close();
    await provider.close();
  });
  beforeEach(() => {
    provider.lie = {};
    // What a provider says of itself is kept for an hour.
    whole.app.get(IdentityProvider)['known'] = undefined;
  });
  afterEach(() => whole.rows('delete from sign_in_attempt'));

  const answered = async (lie: Lie) => {
    provider.lie = lie;
    const visitor = whole.visitor();
    const out = await setOut(whole);
    if (!out.cookie) return { where: out.address, session: undefined };
    const answer = await comeBack(out, provider.visit(out.address));
    return { where: ledTo(answer), session: await sessionOf(visitor, answer) };
  };
  const count = async () =>
    (await whole.rows<object>(`select (select count(*) from account) as accounts, (select count(*) from session) as sessions`))[0];

  it('the truth is taken', async () => {
    const { where, session } = await answered({ claims: { groups: ['chefer'] } });
    expect(where).toBe('/logga-in?klar=1');
    expect(session?.roles).toEqual([{ role: 'administrator' }]);
  });

  for (const [what, lie] of FORGED) {
    it(`nothing is taken with ${what}`, async () => {
      const before = await count();
      expect(await answered(lie)).toEqual({ where: '/logga-in?fel=provider.not-proven', session: undefined });
      expect(await count()).toEqual(before ?? {});
    });
  }

  const cookies: readonly [what: string, cookie: (own: string) => string][] = [
    ['no cookie of the way there', () => ''],
    ['a made-up cookie', () => `${'x'.repeat(43)}.${Date.now().toString(36)}.sv.`],
    ['a cookie that was made younger', (own) => own.replace(/\.[0-9a-z]+\./, `.${(Date.now() + 1).toString(36)}.`)],
    ['a cookie that leads elsewhere', (own) => `${own}Ly9vbmQuZXhhbXBsZQ`],
    ['a cookie of the future', (own) => own.replace(/\.[0-9a-z]+\./, `.${(Date.now() + HOUR * 1000).toString(36)}.`)],
  ];
  for (const [what, cookie] of cookies) {
    it(`nothing is taken with ${what}`, async () => {
      const out = await setOut(whole);
      const answer = await comeBack(out, provider.visit(out.address), cookie(out.cookie));
      expect(ledTo(answer)).toMatch(/^\/logga-in\?fel=provider\.not-proven/);
      expect(await sessionOf(out.visitor, answer)).toBeUndefined();
    });
  }

  it('what was refused stands in the trail, without what was said; what nobody set out for does not', async () => {
    const refusals = () => whole.rows<{ payload: string }>(`select payload from audit_event where payload like '%session.refuse%'`);
    const before = (await refusals()).length;
    await answered(claims({ nonce: 'made up' }));
    const after = await refusals();
    expect(after.length).toBe(before + 1);
    expect(JSON.parse(after.at(-1)?.payload ?? '')).toEqual(
      jasmine.objectContaining({ subject: 'account:unknown', facts: { provider: provider.issuer } }),
    );
    await whole.visitor().get('/api/sign-in/callback?code=a&state=b');
    expect((await refusals()).length).toBe(before + 1);
  });

  it('too much from one address is slowed down', async () => {
    const visitor = whole.visitor('10.9.9.9');
    const answers: string[] = [];
    for (let times = 0; times < 62; times++) answers.push(ledTo(await visitor.get('/api/sign-in/callback?code=a&state=b')));
    expect(answers.at(0)).toBe('/logga-in?fel=provider.not-proven');
    expect(answers.at(-1)).toBe('/logga-in?fel=session.throttled');
  });

  const told: readonly [what: string, lie: Lie, code: string][] = [
    ['somebody changed their mind', back((query) => (query.delete('code'), query.set('error', 'access_denied'))), 'provider.cancelled'],
    [
      'somebody changed their mind, in words of several lines',
      back(
        (query) => (query.delete('code'), query.set('error', 'access_denied'), query.set('error_description', 'nej\r\nSet-Cookie: a=b')),
      ),
      'provider.cancelled',
    ],
    ['the provider is not well', back((query) => (query.delete('code'), query.set('error', 'temporarily_unavailable'))), 'provider.away'],
    [
      'the provider breaks when the code is exchanged',
      { answers: { '/token': { status: 503, type: 'text/html', body: 'oj' } } },
      'provider.away',
    ],
    ['the provider breaks before anything', { answers: { '/.well-known/openid-configuration': { status: 500 } } }, 'provider.away'],
  ];
  for (const [what, lie, code] of told) {
    it(`it is told that ${what}`, async () => expect(await answered(lie)).toEqual({ where: `/logga-in?fel=${code}`, session: undefined }));
  }

  describe('a provider that does not answer', () => {
    const within = async (work: () => Promise<unknown>): Promise<number> => {
      const begun = performance.now();
      await work();
      return performance.now() - begun;
    };

    it('is told of within five seconds, on the way there and on the way back, and passwords go on', async () => {
      const out = await setOut(whole);
      const to = provider.visit(out.address);
      provider.lie = { answers: { '/token': 'never', '/.well-known/openid-configuration': 'never' } };
      const back = within(async () => expect(ledTo(await comeBack(out, to))).toBe('/logga-in?fel=provider.away'));
      const password = within(async () => expect((await whole.visitor().signIn('reporter', PASSWORD)).status).toBe(201));
      expect(await password).toBeLessThan(2000);
      expect(await back).toBeLessThan(5000);
      whole.app.get(IdentityProvider)['known'] = undefined;
      const there = within(async () => expect((await setOut(whole)).address).toBe('/logga-in?fel=provider.away'));
      expect(await there).toBeLessThan(5000);
    }, 20_000);

    it('is told of at once where nobody listens', async () => {
      const other = await LyingProvider.start();
      const lonely = await wholeApplication(withProvider(other.issuer));
      await other.close();
      expect(await within(async () => expect((await setOut(lonely)).address).toBe('/logga-in?fel=provider.away'))).toBeLessThan(2000);
      await lonely.close();
    }, 60_000);
  });

  it('nobody goes anywhere where no provider is set up', async () => {
    const without = await wholeApplication();
    expect((await without.visitor().get('/api/sign-in')).json<object>()).toEqual({});
    expect((await setOut(without)).address).toBe('/logga-in?fel=provider.not-found');
    await without.close();
  }, 60_000);
});
