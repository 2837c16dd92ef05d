import type { OpenAPIObject } from '@nestjs/swagger';
import type { DefinitionInForce } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { begin, entryIn } from '../testing/entry-desk.js';
import type { Answer } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

describe('what is changed from the version that was read', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const tagOf = ({ headers }: Answer) => String(headers['etag']);
  const key = () => ({ 'idempotency-key': randomUUID() });
  const isVersioned = ({ parameters = [] }: Operation) => parameters.some((one) => 'name' in one && one.name === 'If-Match');
  const tellsVersion = ({ responses }: Operation) =>
    Object.entries(responses).some(
      ([status, answer]) => /^20/.test(status) && answer && 'headers' in answer && 'ETag' in (answer.headers ?? {}),
    );

  it('says its version as ETag wherever it is read or changed, in every route', async () => {
    const { paths } = (await whole.visitor().get('/api/openapi.json')).json<OpenAPIObject>();
    // A step, or a part, is changed beneath what has the version.
    const readsAbove = (path: string): Operation[] => {
      const steps = path.split('/');
      return [0, 1, 2, 3].flatMap((up) => paths[steps.slice(0, steps.length - up).join('/')]?.get ?? []);
    };
    const changed = Object.entries(paths).flatMap(([path, item]) =>
      (['put', 'post', 'patch', 'delete'] as const).flatMap((method) => {
        const operation = item[method];
        if (!operation || !isVersioned(operation)) return [];
        return [{ name: `${method} ${path}`, tells: tellsVersion(operation) && readsAbove(path).some((above) => tellsVersion(above)) }];
      }),
    );
    expect(changed.length).toBeGreaterThanOrEqual(4);
    expect(changed.filter(({ tells }) => !tells)).toEqual([]);
  });

  it('is a definition: the tag that was read is taken, and another one given', async () => {
    const strategist = await whole.as('strategist');
    const path = '/api/admin/indicators/foretagsbesok/definition';
    const read = await strategist.get(path);
    const { definition, revision } = read.json<DefinitionInForce>();
    expect(tagOf(read)).toBe(`"${revision}"`);
    const english = { name: { sv: 'Företagsbesök', en: 'Visits' }, definition: { sv: 'Antal besök.', en: 'Number of visits.' } };
    const body = { definition: { ...definition, ...english, graceDays: 77 }, reason: 'Prov' };
    const changed = await strategist.put(path, body, { ...key(), 'if-match': tagOf(read) });
    expect([changed.status, tagOf(changed)]).toEqual([200, `"${revision + 1}"`]);
    expect((await strategist.put(path, body, { ...key(), 'if-match': tagOf(read) })).status).toBe(412);
  });

  it('is a target, also one that was never decided', async () => {
    const strategist = await whole.as('strategist');
    const never = await strategist.get('/api/admin/goals/fler-invanare/targets/biblioteksbesok');
    expect([never.status, tagOf(never)]).toEqual([200, '"0"']);
  });

  it('is an entry, from its first save to its last step', async () => {
    const reporter = await whole.as('reporter');
    const begun = await begin(reporter, '1901-Q1');
    const url = `/api/entries/${entryIn(begun).id}`;
    expect([begun.status, tagOf(begun), tagOf(await reporter.get(url))]).toEqual([201, '"1"', '"1"']);
    const figure = { value: 41, quality: 'final', answers: [{ kind: 'unusual-change', comment: 'Stämmer' }] };
    const saved = await reporter.put(url, figure, { 'if-match': tagOf(begun) });
    expect([saved.status, tagOf(saved)]).toEqual([200, '"2"']);
    const stale = await reporter.put(url, figure, { 'if-match': tagOf(begun) });
    expect([stale.status, stale.headers['etag']]).toEqual([412, undefined]);
    const submitted = await reporter.post(`${url}/steps`, { action: 'submit' }, { ...key(), 'if-match': tagOf(saved) });
    expect([submitted.status, tagOf(submitted)]).toEqual([200, '"3"']);
  });
});
