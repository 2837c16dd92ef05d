import { createServer } from 'node:http';
import { Ledger } from './ledger.mjs';
import { Requests } from './requests.mjs';

/** An application that answers each request as the next of `script` says: a status, `cut` (done, but never answered) or `lost`. */
function scripted(script) {
  const seen = [];
  let entry = { id: 'e1', version: 0, state: 'draft', period: '2024-Q1', breakdown: 'prov=1', events: [] };
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await Array.fromAsync(request)).join('') || '{}');
    const { method, headers, url } = request;
    seen.push({ method, url, key: headers['idempotency-key'], version: headers['if-match'], body });
    const what = method === 'GET' ? 200 : script.shift();
    const done = what === 200 || what === 'cut';
    if (done && method !== 'GET')
      entry = {
        ...entry,
        version: entry.version + 1,
        value: body.value,
        events: [...entry.events, { action: 'save', at: '2026-01-01T00:00:00.000Z' }],
      };
    if (typeof what === 'string') return response.destroy();
    const problem = { code: what === 409 ? 'idempotency.running' : `http.${what}` };
    response.writeHead(what, { 'content-type': 'application/json' }).end(JSON.stringify(done ? entry : problem));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        seen,
        url: `http://127.0.0.1:${server.address().port}`,
        close: () => new Promise((end) => (server.closeAllConnections(), server.close(end))),
      }),
    );
  });
}

describe('requests that are asked again', () => {
  let app;
  afterEach(() => app.close());
  const start = async (...script) => {
    app = await scripted(script);
    return new Requests(app.url, { anna: { cookie: 'a' } });
  };

  it('carry the same key and the same words until they are answered', async () => {
    const requests = await start('lost', 503, 409, 200);
    const answer = await requests.record('anna', { value: 3 });
    expect(answer.value).toBe(3);
    expect(app.seen.length).toBe(4);
    expect(new Set(app.seen.map((request) => JSON.stringify(request))).size).toBe(1);
    expect([requests.unanswered, requests.doneUnanswered, requests.faults.length]).toEqual([1, 1, 0]);
  });

  it('have keys of their own', async () => {
    const requests = await start(200, 200);
    await requests.record('anna', { value: 3 });
    await requests.record('anna', { value: 3 });
    expect(app.seen[0].key).not.toBe(app.seen[1].key);
  });

  it('find a saved figure whose answer was cut off', async () => {
    const requests = await start('cut', 412);
    const saved = await requests.save('anna', { id: 'e1', version: 0 }, { value: 7 });
    expect([saved.version, saved.value]).toEqual([1, 7]);
    expect(app.seen.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'GET']);
  });

  it('do not take a stale version for their own when it was never cut off', async () => {
    const requests = await start(412);
    await expectAsync(requests.save('anna', { id: 'e1', version: 0 }, { value: 7 })).toBeRejectedWithError(/412/);
  });

  it('call a 500 a fault, and ask again', async () => {
    const requests = await start(500, 200);
    await requests.record('anna', { value: 3 });
    expect(requests.faults.length).toBe(1);
  });
});

describe('the ledger of what was acknowledged', () => {
  const answer = (version, state, action) => ({
    id: 'e1',
    version,
    state,
    value: 5,
    period: '2024-Q1',
    breakdown: 'prov=1',
    events: [{ action }],
  });
  const ledger = () => {
    const kept = new Ledger(['prov=1']);
    kept.acknowledge(answer(1, 'draft', 'save'));
    kept.acknowledge(answer(2, 'approved', 'approve'));
    return kept;
  };
  const stored = () => new Map([['e1 1', 'save draft 5'], ['e1 2', 'approve approved 5']]); // prettier-ignore
  const once = [{ name: 'prov=1 2024-Q1', count: 1, highest: 1 }];

  it('finds nothing where each write is there once', () => {
    expect(ledger().differences(stored(), once)).toEqual({ lost: [], doubled: [] });
  });

  it('finds a write that is not there, and one that says something else', () => {
    const without = stored();
    without.delete('e1 2');
    expect(ledger().differences(without, once).lost).toEqual(['entry e1 2: approve approved 5 was acknowledged, nothing is stored']);
    expect(ledger().differences(stored().set('e1 1', 'save draft 6'), once).lost.length).toBe(1);
  });

  it('finds a write that was done twice', () => {
    expect(ledger().differences(stored().set('e2 1', 'save draft 5'), once).doubled).toEqual([
      'entry e2 1: save draft 5 is stored, nobody was told',
    ]);
    expect(ledger().differences(stored(), [{ name: 'prov=1 2024-Q1', count: 2, highest: 2 }]).doubled.length).toBe(1);
  });

  it('finds an approval that brought no revision', () => {
    expect(ledger().differences(stored(), []).lost).toEqual(['prov=1 2024-Q1: 1 approvals were acknowledged, 0 revisions are stored']);
  });

  it('refuses one write that was acknowledged to two requests', () => {
    const kept = ledger();
    expect(() => kept.acknowledge(answer(1, 'draft', 'save'))).toThrowError(/acknowledged twice/);
  });
});
