import type { DisposalList } from '@slusen/contracts';
import { stockholmDate, type ErrorCode } from '@slusen/domain';
import type { WholeApplication } from '../testing/whole-application.js';
import { DECISION, DisposalDesk, DISPOSALS, keyed, NOTE } from './disposal-desk.fixtures.js';

describe('a disposal', () => {
  let desk: DisposalDesk;
  let whole: WholeApplication;
  beforeEach(async () => {
    desk = await DisposalDesk.open();
    whole = desk.whole;
  }, 120_000);
  afterEach(() => desk.close());

  it('of events removes who signed in and when, and leaves rights, figures and the chain', async () => {
    await whole.as('reporter');
    await whole.visitor().signIn('reporter', 'fel lösenord här');
    const { administrator, day } = await desk.nextYear();
    const told = await desk.preview(administrator, { kind: 'events', before: day });
    expect(told.counts[0]!.rows).toBeGreaterThan(1);
    expect(told.examples.map(({ what }) => what)).toContain('session.open');

    const answer = await desk.dispose(administrator, { kind: 'events', before: day });
    expect(answer.status).withContext(answer.text).toBe(201);
    expect(answer.json<DisposalList>().items[0]).toEqual(
      jasmine.objectContaining({
        kind: 'events',
        before: day,
        decision: DECISION,
        by: 'administrator',
        removed: [{ table: 'audit_event', rows: told.counts[0]!.rows }],
      }),
    );
    const left = await whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '{"action":"session.%' order by record_id`,
    );
    for (const { payload } of left)
      expect(payload).toMatch(/^\{"action":"session\.[a-z]+","by":null,"facts":\{\},"subject":"disposal:1"\}$/);
    expect(await desk.faults()).toEqual(desk.faultsBefore);
    expect((await desk.dispose(administrator, { kind: 'events', before: day })).problem.code).toBe('disposal.nothing');
  }, 60_000);

  it('of working material removes discarded drafts and why something came back, and leaves what was approved', async () => {
    const discarded = await desk.entered([['reporter', 'discard']]);
    const approved = await desk.entered([
      ['reporter', 'submit'],
      ['reviewer', 'return', 'Anna räknade fel'],
      ['reporter', 'submit'],
      ['reviewer', 'approve'],
    ]);
    const open = await desk.entered([
      ['reporter', 'submit'],
      ['reviewer', 'return', 'Vänta på Bo'],
    ]);
    const place = { indicator: approved.indicator.slug, period: approved.period };
    const said = await (await whole.as('reporter')).post('/api/threads', { ...place, text: 'Anna vet.' }, keyed());
    expect(said.status).withContext(said.text).toBe(201);
    const underway = { indicator: open.indicator.slug, period: open.period };
    await (await whole.as('reporter')).post('/api/threads', { ...underway, text: 'Bo vet.' }, keyed());
    const { administrator, day } = await desk.nextYear();
    await whole.rows(`update entry set updated_at = updated_at - interval '1 day' where id = $1`, [discarded.id]);
    await whole.rows(
      `insert into entry_attachment (id, place, entry_id, name, type, size, sha256, content)
       values (gen_random_uuid(), 1, $1, 'lista.pdf', 'application/pdf', 3, sha256('abc'), 'abc')`,
      [discarded.id],
    );
    const answer = await desk.dispose(administrator, { kind: 'working-material', before: day });
    expect(answer.json<DisposalList>().items[0]!.removed).toEqual([
      { table: 'entry', rows: 1 },
      { table: 'figure_message', rows: 1 },
      { table: 'returned_reason', rows: 1 },
    ]);
    expect((await whole.rows<{ text: string }>('select text from figure_message order by id')).map(({ text }) => text)).toEqual([
      NOTE,
      'Bo vet.',
    ]);

    expect(await whole.rows('select 1 from entry where id = $1', [discarded.id])).toEqual([]);
    expect(await whole.rows('select 1 from entry_attachment where entry_id = $1', [discarded.id])).toEqual([]);
    expect(await whole.rows(`select 1 from audit_event where position($1 in payload) > 0`, [discarded.id])).toEqual([]);
    const reasons = await whole.rows<{ entry: string; reason: string }>(
      `select entry_id as entry, reason from entry_event where action = 'return' order by id`,
    );
    expect(reasons).toEqual([
      { entry: approved.id, reason: NOTE },
      { entry: open.id, reason: 'Vänta på Bo' },
    ]);
    expect(await whole.rows(`select 1 from audit_event where payload like '%Anna räknade fel%'`)).toEqual([]);
    const [figure] = await whole.rows<{ value: string }>('select value::text from observation where entry_id = $1', [approved.id]);
    expect(Number(figure!.value)).toBe(40);
    expect(await desk.faults()).toEqual(desk.faultsBefore);
  }, 60_000);

  it('of mails removes those that are over, with whom they were to', async () => {
    const by = await whole.as('administrator');
    await by.post('/api/admin/people', { name: 'Åsa Ek', email: 'asa@exempel.se', roles: [] }, keyed());
    await by.post('/api/admin/people', { name: 'Bo Ek', email: 'bo@exempel.se', roles: [] }, keyed());
    await whole.rows(`update mail set sent_at = now(), text = null where address = 'asa@exempel.se'`);
    const { administrator, day } = await desk.nextYear();
    await desk.dispose(administrator, { kind: 'mails', before: day });
    // What waits still lets somebody in.
    expect(await whole.rows('select address from mail')).toEqual([{ address: 'bo@exempel.se' }]);
    expect(await desk.faults()).toEqual(desk.faultsBefore);
  }, 60_000);

  const refused: [what: string, body: object, code: ErrorCode][] = [
    ['without a decision', { kind: 'mails', before: '2020-01-01' }, 'input.invalid'],
    ['of a kind that is never removed', { kind: 'observations', before: '2020-01-01', decision: DECISION }, 'input.invalid'],
    ['of the leaver, who is asked for on their page', { kind: 'leaver', before: '2020-01-01', decision: DECISION }, 'input.invalid'],
    [
      'of what is still needed',
      { kind: 'events', before: stockholmDate(new Date().toISOString()), decision: DECISION },
      'disposal.too-late',
    ],
    [
      'by a decision that is to come',
      { kind: 'events', before: '2020-01-01', decision: { ...DECISION, decidedOn: '2199-01-01' } },
      'disposal.not-decided',
    ],
    ['where there is nothing', { kind: 'events', before: '2020-01-01', decision: DECISION }, 'disposal.nothing'],
  ];
  for (const [what, body, code] of refused) {
    it(`is refused ${what}, and leaves no trace`, async () => {
      const administrator = await whole.as('administrator');
      expect((await administrator.post(DISPOSALS, body, keyed())).problem.code).toBe(code);
      expect(await whole.rows('select 1 from disposal')).toEqual([]);
    });
  }

  it('is done once, however often it is sent', async () => {
    await whole.as('reporter');
    const { administrator, day } = await desk.nextYear();
    const key = keyed();
    const body = { kind: 'events', before: day, decision: DECISION };
    const [one, again] = [await administrator.post(DISPOSALS, body, key), await administrator.post(DISPOSALS, body, key)];
    expect([one.status, again.status]).toEqual([201, 201]);
    expect((await whole.rows('select 1 from disposal')).length).toBe(1);
  }, 60_000);

  it('does not make legal what somebody changed by hand before', async () => {
    await whole.as('reporter');
    const { administrator, day } = await desk.nextYear();
    await whole.rows('alter table audit_event disable trigger user');
    await whole.rows(
      `update audit_event set payload = replace(payload, '"facts":{}', '"facts":{"x":1}') where payload like '{"action":"session.open"%'`,
    );
    expect((await desk.dispose(administrator, { kind: 'events', before: day })).status).toBe(500);
    expect(await whole.rows('select 1 from disposal')).toEqual([]);
  }, 60_000);
});
