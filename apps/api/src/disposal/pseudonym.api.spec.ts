import type { AuditList, EntryView, Person, PseudonymPreview } from '@slusen/contracts';
import { addDays, stockholmDate, type ErrorCode } from '@slusen/domain';
import canonicalize from 'canonicalize';
import { randomUUID } from 'node:crypto';
import { CreateAccount } from '../identity/create-account.js';
import { OPERATOR } from '../identity/account.js';
import { DisableAccount } from '../identity/disable-account.js';
import { MakeMachineKey } from '../identity/machines/make-machine-key.js';
import { newClient } from '../platform/connection.js';
import { Transactions } from '../platform/transactions.js';
import { setUpSecondFactor } from '../testing/second-factor.js';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { historyFaults } from './history-faults.fixtures.js';

const PEOPLE = '/api/admin/people';
const DECISION = { body: 'Kommunstyrelsen', decidedOn: '2026-11-17', reference: '§ 12' };
const PASSWORD = 'ett hemligt lösenord';

/** Every column that can hold a text, of every table there is, those of jobs too. */
const TEXT_COLUMNS = `
  select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
   where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
     and format_type(a.atttypid, null) in ('text', 'character varying', 'json', 'jsonb', 'text[]')`;

describe('somebody who left', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  let hired = 0;
  beforeAll(async () => {
    whole = await wholeApplication();
    administrator = await whole.as('administrator');
  }, 120_000);
  afterAll(() => whole.close());

  const read = async (id: string) => (await administrator.get(`${PEOPLE}/${id}`)).json<Person>();
  const version = (of: Pick<Person, 'version'>) => ({ 'if-match': `"${of.version}"` });
  const disable = async (id: string) => administrator.put(`${PEOPLE}/${id}/access`, { isDisabled: true }, version(await read(id)));
  const reduce = async (id: string, decision: object = DECISION) =>
    administrator.put(`${PEOPLE}/${id}/pseudonym`, { decision }, version(await read(id)));

  /** Somebody invited who chose a password, entered a figure, turned on a second factor, asked for another link and mistyped a password. */
  async function worked(name: string, email: string): Promise<{ id: string; entry: EntryView }> {
    const roles = [{ role: 'reporter', department: 'kultur' }];
    const { id } = (await administrator.post(PEOPLE, { name, email, roles })).json<Person>();
    const [mail] = await whole.rows<{ text: string }>('select text from mail where account_id = $1', [id]);
    const token = /#(\S+)/.exec(mail!.text)![1];
    await whole.visitor().post('/api/password-links/used', { token, password: PASSWORD });
    const visitor = whole.visitor();
    expect((await visitor.signIn(email, PASSWORD)).status).toBe(201);
    await setUpSecondFactor(visitor);
    const figure = { indicator: 'biblioteksbesok', period: `${2010 + ++hired}-Q1`, value: 8900, quality: 'final', answers: [] };
    const entry = (await visitor.post('/api/entries', figure)).json<EntryView>();
    await visitor.post(`/api/entries/${entry.id}/steps`, { action: 'submit' }, { 'if-match': `"${entry.version}"` });
    await whole.visitor().signIn(email, 'fel lösenord här');
    await whole.visitor().post('/api/password-resets', { email });
    await administrator.post(`${PEOPLE}/${id}/links`, undefined);
    return { id, entry };
  }

  /** Where a word stands in any column of any table. */
  async function placesOf(word: string): Promise<string[]> {
    const columns = await whole.rows<{ table: string; column: string }>(TEXT_COLUMNS);
    const found = await Promise.all(
      columns.map(async ({ table, column }) => {
        const [line] = await whole.rows<{ n: number }>(
          `select count(*)::int as n from ${table} where position(lower($1) in lower(${column}::text)) > 0`,
          [word],
        );
        return line!.n > 0 ? [`${table}.${column}`] : [];
      }),
    );
    return found.flat();
  }

  const faults = () => historyFaults(whole.database.ownerUrl);

  it('is in no column of any table any more, and verify finds nothing that it did not find before', async () => {
    const before = await faults();
    const { id, entry } = await worked('Ragnhild Ökenspång', 'ragnhild.okenspang@exempel.se');
    expect((await placesOf('ökenspång')).length).toBeGreaterThan(1);
    expect((await placesOf('ragnhild.okenspang')).length).toBeGreaterThan(1);
    await disable(id);

    const answer = await reduce(id);
    expect(answer.status).withContext(answer.text).toBe(200);
    const person = answer.json<Person>();
    expect(person).toEqual(
      jasmine.objectContaining({
        name: jasmine.stringMatching(/^Tidigare användare \d+$/),
        state: 'disabled',
        openSessions: [],
        hasSecondFactor: false,
      }),
    );
    expect(person.email).toBeUndefined();
    expect(person.pseudonymisedAt).toBeDefined();
    for (const word of ['ökenspång', 'ragnhild', 'okenspang'])
      expect(await placesOf(word))
        .withContext(word)
        .toEqual([]);
    expect(await faults()).toEqual(before);

    const reviewed = (await (await whole.as('critic')).get(`/api/entries/${entry.id}`)).json<EntryView>();
    expect(JSON.stringify(reviewed)).toContain(person.name);
    const { items } = (await administrator.get('/api/admin/audit?limit=100')).json<AuditList>();
    expect(items.filter(({ by }) => by?.id === id).map(({ by }) => by!.name)).toContain(person.name);
    const told = items.find(({ action }) => action === 'account.pseudonymise');
    expect(told).toEqual(jasmine.objectContaining({ subject: `account:${id}` }));
    expect(told!.facts).toEqual(jasmine.objectContaining({ decision: DECISION }));
  }, 60_000);

  const administratorId = async (): Promise<string> =>
    (await whole.rows<{ id: string }>(`select id from account where username = 'administrator'`))[0]!.id;
  const keepAnswer = async (answer: object): Promise<void> =>
    void (await whole.rows(`insert into idempotency_key (account_id, key, fingerprint, answer) values ($1, $2, '', $3)`, [
      await administratorId(),
      randomUUID(),
      JSON.stringify(answer),
    ]));
  const tell = async (subject: string, facts: object): Promise<void> => {
    const told = canonicalize({ action: 'account.old', by: await administratorId(), facts, subject });
    await whole.rows('select seal($1)', [told]);
  };

  it('who was named in events and kept answers of earlier versions is named there no more', async () => {
    const { id, entry } = await worked('Torvald Granlund', 'torvald.granlund@exempel.se');
    await disable(id);
    await tell(`account:${id}`, { name: 'Torvald Granlund', username: 'torvald.granlund@exempel.se' });
    await keepAnswer({ person: { id, name: 'Torvald Granlund' } });
    await keepAnswer({ id: entry.id, history: [{ by: 'Torvald Granlund', inPlaceOf: ['Torvald Granlund'] }] });
    expect((await reduce(id)).status).toBe(200);
    for (const word of ['torvald', 'granlund']) expect(await placesOf(word)).toEqual([]);
    const found = (await faults()).join('\n');
    expect(found).not.toMatch(/unbroken|gone was removed/);
  }, 60_000);

  it('takes nothing from namesakes, nor from things of the same name', async () => {
    const [{ id }, namesake] = [await worked('Nils Holm', 'nils.holm@exempel.se'), randomUUID()];
    await disable(id);
    await tell(`account:${namesake}`, { name: 'Nils Holm' });
    await tell('actor:nils-holm', { name: 'Nils Holm' });
    await keepAnswer({ person: { id: namesake, name: 'Nils Holm' } });
    expect((await reduce(id)).status).toBe(200);
    expect((await whole.rows(`select 1 from audit_event where payload like '%"name":"Nils Holm"%'`)).length).toBe(2);
    expect((await whole.rows(`select 1 from idempotency_key where answer::text like '%"name": "Nils Holm"%'`)).length).toBe(1);
  }, 60_000);

  it('takes with them what was told before', async () => {
    const { id } = await worked('Moa Lind', 'moa.lind@exempel.se');
    await whole.rows(`insert into deputy (account_id, deputy_id, valid_from, valid_to) values ($1, $2, '2026-01-01', '2026-01-02')`, [
      id,
      await administratorId(),
    ]);
    await disable(id);
    await tell(`account:${id}`, { name: 'Moa Lind' });
    const told = (await administrator.get(`${PEOPLE}/${id}/pseudonym/preview`)).json<PseudonymPreview>().removed;
    expect(told.map(({ table }) => table)).toEqual(
      jasmine.arrayContaining(['deputy', 'mail', 'named_event', 'second_factor', 'sign_in_attempt']),
    );
    await reduce(id);
    const [event] = await whole.rows<{ removed: Record<string, number> }>(
      `select payload::jsonb #> '{facts,removed}' as removed from audit_event where payload like '{"action":"account.pseudonymise"%' order by record_id desc limit 1`,
    );
    const { account: _, ...removed } = event!.removed;
    expect(Object.entries(removed).flatMap(([table, rows]) => (rows > 0 ? [{ table, rows }] : []))).toEqual(
      jasmine.arrayWithExactContents([...told]),
    );
  }, 60_000);

  it('is no business system: its account is not found, and nothing is done', async () => {
    const { id } = await whole.app
      .get(MakeMachineKey)
      .make(OPERATOR, {
        username: 'tidboken',
        name: 'Tidboken',
        department: 'kultur',
        lastDay: addDays(stockholmDate(new Date().toISOString()), 30),
      })
      .then(() => whole.rows<{ id: string }>(`select id from account where username = 'tidboken'`))
      .then(([one]) => one!);
    await whole.app.get(DisableAccount).disable(OPERATOR, 'tidboken');
    const answer = await administrator.put(`${PEOPLE}/${id}/pseudonym`, { decision: DECISION }, { 'if-match': '"2"' });
    expect(answer.problem.code).toBe('account.not-found');
    expect((await administrator.get(`${PEOPLE}/${id}/pseudonym/preview`)).problem.code).toBe('account.not-found');
    expect(await whole.rows('select name from account where id = $1', [id])).toEqual([{ name: 'Tidboken' }]);
  });

  it('is told of beforehand: what goes, what stays, and where the name was written by hand', async () => {
    const { id } = await worked('Fredrika Bremer', 'fredrika@exempel.se');
    const neighbour = await whole.as('neighbour');
    const figure = {
      indicator: 'biblioteksbesok',
      period: '2025-Q2',
      value: 8100,
      quality: 'final',
      answers: [],
      comment: 'Enligt Fredrika Bremer',
    };
    expect((await neighbour.post('/api/entries', figure)).status).toBe(201);
    const preview = (await administrator.get(`${PEOPLE}/${id}/pseudonym/preview`)).json<PseudonymPreview>();
    expect(preview.pseudonym).toMatch(/^Tidigare användare \d+$/);
    expect(preview.removed.map(({ table }) => table)).toContain('second_factor');
    expect(preview.texts).toEqual([{ table: 'entry', column: 'comment', rows: 1 }]);
    expect(preview.copiesKept).toBe(30);
  }, 60_000);

  describe('stays who they are', () => {
    const cases: [what: string, decision: object, code: ErrorCode][] = [
      ['while their account is open', DECISION, 'disposal.not-disabled'],
      ['by a decision that is to come', { ...DECISION, decidedOn: '2199-01-01' }, 'disposal.not-decided'],
      ['without the number of the decision', { body: 'KS', decidedOn: '2026-01-01', reference: ' ' }, 'input.invalid'],
    ];
    for (const [what, decision, code] of cases) {
      it(what, async () => {
        const id = await whole.app
          .get(Transactions)
          .run(() =>
            whole.app.get(CreateAccount).create(OPERATOR, { username: randomUUID(), name: 'Någon', password: PASSWORD, roles: [] }),
          );
        const answer = await reduce(id, decision);
        expect(answer.problem.code).toBe(code);
        expect((await read(id)).name).toBe('Någon');
      });
    }

    it('whatever the program asks of the database without a disposal', async () => {
      const app = newClient(whole.database.appUrl, { application_name: 'spec' });
      await app.connect();
      try {
        for (const sql of [
          `select dispose_account(1, 'x', 'y')`,
          `select set_config('slusen.record', '1', true), set_config('slusen.disposing', '1', true); delete from audit_event`,
          `select dispose_events(1)`,
        ]) {
          await app.query('begin');
          await expectAsync(app.query(sql)).toBeRejected();
          await app.query('rollback');
        }
      } finally {
        await app.end();
      }
    });
  });

  it('is not let in, invited or reduced again', async () => {
    const { id } = await worked('Selma Lager', 'selma@exempel.se');
    await disable(id);
    await reduce(id);
    const again = await administrator.put(`${PEOPLE}/${id}/access`, { isDisabled: false }, version(await read(id)));
    expect(again.problem.code).toBe('account.pseudonymised');
    expect((await reduce(id)).problem.code).toBe('account.pseudonymised');
    expect((await administrator.post(`${PEOPLE}/${id}/links`, undefined)).problem.code).toBe('account.disabled');
  }, 60_000);
});
