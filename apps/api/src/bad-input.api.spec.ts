import type { OpenAPIObject } from '@nestjs/swagger';
import { problem } from '@slusen/contracts';
import fc from 'fast-check';
import { attacksOn, routesOf, type Attack, type DescribedRoute } from './testing/bad-input.js';
import { begin, entryIn, submitted } from './testing/entry-desk.js';
import { PASSWORD, PEOPLE, type Person } from './testing/office.js';
import { Visitor, type Answer } from './testing/visitor.js';
import { wholeApplication, type WholeApplication } from './testing/whole-application.js';

const INSIDE =
  /\bat [\w.<>]+ \(|node_modules|\.m?js:\d|relation "|column "|syntax error|duplicate key|violates|FST_|TypeError|QueryFailed|\$argon2/;
const TABLES = [
  'account',
  'account_role',
  'audit_event',
  'entry',
  'entry_author',
  'entry_event',
  'external_identity',
  'finished_trip',
  'idempotency_key',
  'import_run',
  'indicator',
  'indicator_definition',
  'machine_key',
  'observation',
  'recovery_code',
  'second_factor',
  'series_head',
  'session',
  'territory',
  'actor',
  'goal',
  'target',
];
/** Attacks on each route by each person; with a dozen persons every route gets about a hundred. */
const EACH = 8;

describe('bad input', () => {
  let whole: WholeApplication;
  let targets: (readonly [route: DescribedRoute, attacks: fc.Arbitrary<Attack>])[];
  const visitors = new Map<Person | undefined, Visitor>();
  beforeAll(async () => {
    whole = await wholeApplication();
    const routes = routesOf((await whole.visitor().get('/api/openapi.json')).json<OpenAPIObject>());
    const reporter = await whole.as('reporter');
    const entries = [
      entryIn(await begin(reporter, '2020-Q1')),
      await submitted(reporter, '2020-Q2'),
      await submitted(await whole.as('neighbour'), '2020-Q3', { indicator: 'biblioteksbesok' }),
    ];
    const known = [
      'folkmangd',
      'foretagsbesok',
      'leva',
      'fler-invanare',
      'argus',
      'foretagsbesok.svg',
      'foretagsbesok.png',
      ...entries.map(({ id }) => id),
    ];
    targets = routes.map((route) => [route, attacksOn(route, known)] as const);
  }, 120_000);
  afterAll(() => whole.close());

  /** All but the trail of refused sign-ins, which is what is to be stored of them. */
  const count = async () => {
    const counts = TABLES.map((table) => `(select count(*) from ${table} t where t::text not like '%session.refuse%') as ${table}`);
    return JSON.stringify((await whole.rows(`select ${counts.join(', ')}`))[0]);
  };
  /** What the tables held after the last request; undefined once one was let through, which may have stored something. */
  let held: string | undefined;
  /** Someone's browser. Whether the session still holds is asked after requests that can have ended it. */
  const unsure = new Set<Visitor>();
  const signedIn = async (person: Person | undefined): Promise<Visitor> => {
    const visitor = visitors.get(person);
    if (visitor && !unsure.delete(visitor)) return visitor;
    const returning = visitor ?? whole.visitor();
    visitors.set(person, returning);
    if (person && (await returning.get('/api/session')).status === 401) {
      await returning.signIn(person, PASSWORD);
      held = undefined;
    }
    return returning;
  };

  /** What is wrong with an answer to bad input. */
  function* faultsOf(path: string, { status, headers, text, problem: said }: Answer): Generator<string> {
    if (status >= 500) yield `it answered ${status}`;
    if (INSIDE.test(text)) yield 'it told of the inside';
    // An address outside the API that leads nowhere is shown as a page.
    if (status < 400 || (!path.startsWith('/api/') && /^text\/html/.test(String(headers['content-type'])))) return;
    if (headers['content-type'] !== 'application/problem+json; charset=utf-8') yield `its type was ${String(headers['content-type'])}`;
    if (!problem.safeParse(said).success || said.status !== status) yield 'it was no problem document';
    if (said.instance !== `urn:request:${String(headers['x-request-id'])}`) yield 'it did not name the request';
    if (headers['cache-control'] !== 'no-store') yield 'it could be kept';
  }

  /** Sends one request; throws with the whole of it when the answer is not as it should be, or something was stored. */
  async function attack({ method }: DescribedRoute, { path, query, body, headers }: Attack, person: Person | undefined): Promise<void> {
    const visitor = await signedIn(person);
    const before = method === 'GET' ? '' : (held ?? (await count()));
    const answer = await visitor.ask(method, query ? `${path}?${query}` : path, { body, headers });
    const faults = [...faultsOf(path, answer)];
    if (answer.status < 400 || answer.status === 401) unsure.add(visitor);
    if (method !== 'GET') {
      held = answer.status >= 400 ? await count() : undefined;
      if (held !== undefined && held !== before) faults.push('something was stored');
    }
    if (faults.length > 0)
      throw new Error(
        `${faults.join(', ')}: ${method} ${path}?${query.slice(0, 200)} ${JSON.stringify(headers)} ${String(body).slice(0, 300)} → ${answer.text.slice(0, 400)}`,
      );
  }

  // The routes are known once the application runs, so each person is one spec.
  for (const person of [undefined, ...(Object.keys(PEOPLE) as Person[]).filter((name) => !['colleague', 'second'].includes(name))]) {
    it(`from ${person ?? 'someone without an account'} on every route is refused clearly, and nothing is stored`, async () => {
      expect(targets.length).toBeGreaterThan(20);
      for (const [route, attacks] of targets) {
        await fc.assert(
          fc.asyncProperty(attacks, (one) => attack(route, one, person)),
          { numRuns: EACH, endOnFailure: true },
        );
      }
    }, 120_000);
  }

  it('leaves the process and its data as they were', async () => {
    const visitor = whole.visitor();
    for (const url of ['/live', '/ready', '/api/start', '/api/indicators/foretagsbesok'])
      expect((await visitor.get(url)).status)
        .withContext(url)
        .toBe(200);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  describe('of a kind of its own:', () => {
    const coded = ({ status, problem: { code } }: Answer) => [status, code];

    it('more than a mebibyte', async () => {
      const reporter = await signedIn('reporter');
      expect(coded(await reporter.post('/api/entries', `{"comment":"${'x'.repeat(1024 * 1024)}"}`))).toEqual([413, 'http.413']);
    });
    it('nested without end', async () => {
      const reporter = await signedIn('reporter');
      const deep = `{"indicator":${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
      expect(coded(await reporter.post('/api/entries', deep))).toEqual([400, 'input.invalid']);
    });
    it('a way out of the API, with something asked', async () => {
      for (const url of ['/api?q=a', '/api/?q=a', '/api/entries/..?q=%00', '/api'])
        expect(coded(await whole.visitor().get(url)))
          .withContext(url)
          .toEqual([404, 'http.404']);
    });
    const figure = (more: string) => `{"indicator":"foretagsbesok","period":"2021-Q1","quality":"final"${more}}`;
    const bodies: readonly [what: string, body: string, type?: string, status?: number, code?: Answer['problem']['code']][] = [
      ['a prototype', figure(',"__proto__":{"value":1}')],
      ['a name twice', figure(',"value":1,"value":2')],
      ['a name twice, once in disguise', figure(',"value":1,"v\\u0061lue":2')],
      ['more digits than a number keeps', figure(',"value":0.1000000000000000055')],
      ['a text that turns the next one around', figure(',"comment":"a\\u202eb"')],
      ['a link with a user', figure(',"link":"https://scb.se@example.com/"')],
      ['a link with a password', figure(',"link":"https://a:b@example.com/"')],
      ['a link that is none', figure(',"link":"https://"')],
      ['a period before the year 1900', figure('').replace('2021', '1899'), 'application/json', 422, 'period.too-early'],
      ['another encoding by name', figure(''), 'application/json; charset=utf-16', 415, 'http.415'],
      ['another encoding in quotes', figure(''), 'application/json; charset="iso-8859-1"', 415, 'http.415'],
    ];
    for (const [what, body, type = 'application/json', status = 400, code = 'input.invalid'] of bodies) {
      it(`${what}, in a body`, async () => {
        const reporter = await signedIn('reporter');
        expect(coded(await reporter.post('/api/entries', body, { 'content-type': type }))).toEqual([status, code]);
      });
    }
    it('a period before the year 1900, in the address of a form', async () => {
      const reporter = await signedIn('reporter');
      expect(coded(await reporter.get('/api/entry-form?indicator=foretagsbesok&period=1899-Q4'))).toEqual([422, 'period.too-early']);
    });
    it('a property of every object, as a name', async () => {
      const reporter = await signedIn('reporter');
      for (const name of Object.getOwnPropertyNames(Object.prototype))
        for (const path of [
          'goals',
          'areas',
          'actors',
          'indicators',
          'entries',
          'entry-form?indicator=folkmangd&period=2024&breakdown=',
          '',
        ])
          expect((await reporter.get(`/api/${path}${path.endsWith('=') ? '' : '/'}${name}`)).status)
            .withContext(`${path} ${name}`)
            .toBeLessThan(500);
    });
    it('a name twice in the query', async () => {
      expect(coded(await whole.visitor().get('/api/indicators?q=a&q=b'))).toEqual([400, 'input.invalid']);
    });
    it('a parameter nobody asked for', async () => {
      for (const url of ['/api/indicators?sida=2', '/api/indicators/folkmangd/series?from=2020'])
        expect(coded(await whole.visitor().get(url)))
          .withContext(url)
          .toEqual([400, 'input.invalid']);
    });
    for (const method of ['PATCH', 'PUT', 'DELETE', 'POST'] as const) {
      it(`${method} where there is nothing to change`, async () => {
        const { status, problem: said } = await (await signedIn('reporter')).ask(method, '/api/start', { body: {} });
        expect([status, said.code]).toEqual([404, 'http.404']);
      });
    }
  });
});
