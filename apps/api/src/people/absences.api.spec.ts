import type { OwnAbsences, PeopleList, SessionView, TaskList } from '@slusen/contracts';
import { addDays, stockholmDate, type ErrorCode } from '@slusen/domain';
import type { Person as Office } from '../testing/office.js';
import { coded, type Answer } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const ABSENCES = '/api/account/absences';
const dayIn = (days: number) => addDays(stockholmDate(new Date().toISOString()), days);

describe('one’s own absence', () => {
  let whole: WholeApplication;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    whole = await wholeApplication();
    const { items } = (await (await whole.as('administrator')).get('/api/admin/people?limit=1000')).json<PeopleList>();
    ids = new Map(items.map(({ username, id }) => [username, id]));
  }, 120_000);
  afterAll(() => whole.close());
  afterEach(async () => {
    const named = await whole.rows<{ id: number; account: string }>(
      'select y.id, a.username as account from deputy y join account a on a.id = y.account_id',
    );
    for (const { id, account } of named) await (await whole.as(account as Office)).delete(`${ABSENCES}/${id}`);
  });

  const name = async (away: Office, deputy: Office, from = 0, to = 7): Promise<Answer> =>
    (await whole.as(away)).post(ABSENCES, { deputy: ids.get(deputy), from: dayIn(from), to: dayIn(to) });
  const own = async (who: Office): Promise<OwnAbsences> => (await (await whole.as(who)).get(ABSENCES)).json<OwnAbsences>();
  const names = (people: readonly { name: string }[]): string[] => people.map((one) => one.name).sort();

  it('offers the colleagues of the department, and takes one of them with their tasks, told by mail and in the trail', async () => {
    expect(names((await own('neighbour')).colleagues)).toEqual(['critic']);
    expect(names((await own('reporter')).colleagues)).toEqual(['both', 'colleague', 'reviewer', 'second']);
    expect((await own('administrator')).colleagues).toEqual([]);
    await whole.rows(`update account set email = 'critic@exempel.se' where username = 'critic'`);
    const named = await name('neighbour', 'critic');
    expect(named.status).withContext(named.text).toBe(201);
    expect(named.json<OwnAbsences>().deputies).toEqual([
      jasmine.objectContaining({ person: { id: ids.get('critic')!, name: 'critic' }, from: dayIn(0), to: dayIn(7), isAway: false }),
    ]);
    expect(names((await own('critic')).deputyFor.map(({ person }) => person))).toEqual(['neighbour']);
    const { items } = (await (await whole.asAnew('critic')).get('/api/tasks')).json<TaskList>();
    expect(new Set(items.map(({ inPlaceOf }) => inPlaceOf?.join()))).toEqual(new Set(['neighbour']));
    expect(await whole.rows(`select kind, subject, address from mail`)).toEqual([
      { kind: 'deputy', subject: 'Du är ersättare för neighbour', address: 'critic@exempel.se' },
    ]);
    const [event] = await whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '%name-deputy%' order by record_id desc limit 1`,
    );
    expect(JSON.parse(event!.payload)).toEqual(
      jasmine.objectContaining({ action: 'account.name-deputy', by: ids.get('neighbour'), subject: `account:${ids.get('neighbour')}` }),
    );
  });

  it('says of whose the tasks are only where nobody else’s role is needed for them', async () => {
    await name('reporter', 'colleague');
    const { items, people } = (await (await whole.asAnew('colleague')).get('/api/tasks')).json<TaskList>();
    expect(items.filter(({ inPlaceOf }) => inPlaceOf)).toEqual([]);
    expect(people).toEqual([
      { department: 'utvecklingsavdelningen', reporters: ['both', 'colleague', 'reporter'], reviewers: ['both', 'reviewer', 'second'] },
    ]);
  });

  it('ends when whoever was away says so', async () => {
    const { deputies } = (await name('neighbour', 'critic')).json<OwnAbsences>();
    const neighbour = await whole.as('neighbour');
    expect((await neighbour.delete(`${ABSENCES}/${deputies[0]!.id}`)).status).toBe(204);
    expect((await (await whole.asAnew('critic')).get('/api/session')).json<SessionView>().roles.map(({ role }) => role)).toEqual([
      'reviewer',
    ]);
    expect(coded(await (await whole.as('critic')).delete(`${ABSENCES}/${deputies[0]!.id}`))).toEqual([404, 'deputy.not-found']);
  });

  const refused: [what: string, away: Office, deputy: Office, from: number, to: number, code: ErrorCode][] = [
    ['somebody of another department', 'neighbour', 'reporter', 0, 7, 'deputy.not-colleague'],
    ['somebody who holds nothing', 'neighbour', 'nobody', 0, 7, 'deputy.not-colleague'],
    ['anybody, by an administrator of accounts only', 'administrator', 'reporter', 0, 7, 'deputy.not-colleague'],
    ['themselves', 'neighbour', 'neighbour', 0, 7, 'deputy.self'],
    ['until a day before the first', 'neighbour', 'critic', 7, 0, 'deputy.backwards'],
    ['until yesterday', 'neighbour', 'critic', -7, -1, 'deputy.over'],
    ['for years', 'neighbour', 'critic', 0, 400, 'deputy.too-long'],
  ];
  for (const [what, away, deputy, from, to, code] of refused) {
    it(`does not make a deputy of ${what}`, async () => {
      expect((await name(away, deputy, from, to)).problem.code).toBe(code);
      expect(await whole.rows('select 1 from deputy')).toEqual([]);
    });
  }

  it('does not make a deputy of somebody who is away then, and tells of one who says so later', async () => {
    await name('colleague', 'second', 3, 5);
    expect((await name('reporter', 'colleague', 5, 9)).problem.code).toBe('deputy.away');
    expect((await name('reporter', 'colleague', 6, 9)).status).toBe(201);
    expect((await name('colleague', 'second', 9, 9)).status).toBe(201);
    expect((await own('reporter')).deputies.map(({ isAway }) => isAway)).toEqual([true]);
  });

  it('of two who name each other at once makes one of them a deputy', async () => {
    for (let round = 0; round < 5; round++) {
      const both = await Promise.all([name('neighbour', 'critic', round, round), name('critic', 'neighbour', round, round)]);
      expect(both.map((one) => coded(one)[1] ?? 'named').sort()).toEqual(['deputy.away', 'named']);
    }
  });

  it('named twice at once is named once', async () => {
    const both = await Promise.all([name('neighbour', 'critic'), name('neighbour', 'critic')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
