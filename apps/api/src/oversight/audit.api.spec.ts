import type { AuditList } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { begin, entryIn, take } from '../testing/entry-desk.js';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const AUDIT = '/api/admin/audit';

describe('the audit trail', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  beforeAll(async () => {
    whole = await wholeApplication();
    administrator = await whole.as('administrator');
    const headers = { 'if-match': '"0"', 'idempotency-key': randomUUID() };
    await administrator.put('/api/admin/settings', { accent: '#1f4e79', contactTelephone: '0492-76 90 00' }, headers);
    const reporter = await whole.as('reporter');
    await take(reporter, entryIn(await begin(reporter, '2024-Q3', { value: 77, comment: '=1+1' })), { action: 'submit' });
  }, 120_000);
  afterAll(() => whole.close());

  const found = async (query = ''): Promise<AuditList> => (await administrator.get(`${AUDIT}${query}`)).json<AuditList>();
  const actions = async (query: string): Promise<string[]> => (await found(query)).items.map(({ action }) => action);

  it('tells who did what, the latest first', async () => {
    const { items, isMore } = await found();
    expect(items.map(({ action, by }) => [action, by?.username]).slice(0, 4)).toEqual([
      ['entry.submit', 'reporter'],
      ['entry.save', 'reporter'],
      ['session.open', 'reporter'],
      ['settings.change', 'administrator'],
    ]);
    expect(items.map(({ seq }) => seq)).toEqual([...items.map(({ seq }) => seq)].sort((a, b) => b - a));
    expect(isMore).toBe(items.length === 20);
  });

  it('tells of a change what was there before and after', async () => {
    const [event] = (await found('?about=settings.change')).items;
    expect(event?.changes).toEqual([
      { subject: 'site', field: 'accent', after: '#1f4e79' },
      { subject: 'site', field: 'contactTelephone', after: '0492-76 90 00' },
    ]);
  });

  it('is searched by person, whatever the letters, and never by a pattern', async () => {
    expect(new Set((await found('?who=REPORT')).items.map(({ by }) => by?.username))).toEqual(new Set(['reporter']));
    expect(await found('?who=%25')).toEqual({ items: [], isMore: false });
    expect((await found('?who=nobody-at-all')).items).toEqual([]);
  });

  it('is searched by thing: what stands in the event, and the name of the account that it is about', async () => {
    for (const about of ['1f4e79', '1F4E79', 'SETTINGS.change', '0492-76'])
      expect(await actions(`?about=${about}`))
        .withContext(about)
        .toEqual(['settings.change']);
    expect((await found('?about=%25')).items).toEqual([]);
    const { items } = await found('?about=administrator');
    expect(items.some(({ account }) => account?.username === 'administrator')).toBeTrue();
  });

  it('is searched by time, in whole days of Stockholm', async () => {
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
    expect((await found(`?from=${today}&to=${today}`)).items.length).toBeGreaterThan(3);
    expect((await found('?to=2020-01-01')).items).toEqual([]);
    expect((await found('?from=2999-01-01')).items).toEqual([]);
  });

  it('is leafed through without a gap', async () => {
    const all = (await found('?limit=1000')).items.map(({ seq }) => seq);
    const leafed: number[] = [];
    for (let isMore = true; isMore;) {
      const last = leafed.at(-1);
      const page = await found(`?limit=2${last === undefined ? '' : `&before=${last}`}`);
      leafed.push(...page.items.map(({ seq }) => seq));
      ({ isMore } = page);
    }
    expect(leafed).toEqual(all);
  });

  it('is a file for Excel, of what was searched for, in which nothing is a formula', async () => {
    const { status, headers, text } = await administrator.get(`${AUDIT}.csv?who=reporter`);
    expect([status, headers['content-type'], headers['content-disposition'], headers['cache-control']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment; filename="handelser.csv"',
      'no-store',
    ]);
    const [head, first, ...more] = text.split('\r\n');
    expect(head).toBe('\uFEFFNummer;Tid;Vem;Som ersättare för;Vad;Händelse;Om;Före och efter;Uppgifter');
    expect(first).toMatch(/^\d+;[^;]+;[^;]*\(reporter\);;Lämnade in en inmatning;entry\.submit;entry:/);
    expect(more.length).toBe((await found('?who=reporter&limit=1000')).items.length);
    expect(text).not.toMatch(/[;\n]"?[=+@]/);
  });

  it('holds no password, token or code', async () => {
    expect((await administrator.get(`${AUDIT}?limit=1000`)).text).not.toMatch(/argon2|lösenord"/);
  });

  it('refuses what is no search', async () => {
    for (const query of ['?from=igår', '?limit=0', '?before=x', '?offset=1', '?sort=x', '?who=%00', `?about=${'x'.repeat(201)}`])
      expect((await administrator.get(`${AUDIT}${query}`)).status)
        .withContext(query)
        .toBe(400);
  });
});
