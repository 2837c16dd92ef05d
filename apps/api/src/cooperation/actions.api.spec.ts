import type { ActionDesk, ActionInput, ActionList, ActionView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Person } from '../testing/office.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const DESK = '/api/action-desk/actions';
const LED: Partial<ActionInput> = { lead: 'utvecklingsavdelningen' };
/** What an official sends: meetings in a village this spring. */
const meetings = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...{ goal: 'fler-invanare', title: { sv: 'Möten i Frödinge' }, partners: ['argus'], startsOn: '2026-02-01', endsOn: '2026-06-30' },
  ...{ status: 'ongoing', territory: '0884-frodinge', indicator: 'folkmangd', ...LED, ...changes },
});
const coded = ({ status, problem }: Answer): unknown[] => [status, problem.code];
const DAY_MS = 86_400_000;

describe('an action', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());
  afterEach(() => whole.later(0));

  const traces = async () =>
    (
      await whole.rows<Record<string, number>>(
        'select (select count(*)::int from action_revision) as said, (select count(*)::int from action) as actions, (select count(*)::int from action_partner) as partners, (select count(*)::int from audit_event) as audit, (select count(*)::int from idempotency_key) as keys',
      )
    )[0];
  const refused = async (work: () => Promise<Answer>): Promise<Answer> => {
    const before = await traces();
    const answer = await work();
    expect(await traces()).toEqual(before);
    return answer;
  };
  const planned = async (changes: Record<string, unknown> = {}, who: Person = 'reporter'): Promise<ActionView> => {
    const answer = await (await whole.as(who)).post(DESK, meetings(changes));
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json<ActionView>();
  };
  const revise = (who: Visitor, { slug, revision }: ActionView, changes: Record<string, unknown>, key = randomUUID()): Promise<Answer> =>
    who.put(`${DESK}/${slug}`, meetings(changes), { 'if-match': `"${revision}"`, 'idempotency-key': key });
  const read = async (slug: string, query = ''): Promise<ActionView> =>
    (await whole.visitor().get(`/api/actions/${slug}${query}`)).json<ActionView>();
  const list = async (query: string): Promise<string[]> =>
    (await whole.visitor().get(`/api/actions?${query}`)).json<ActionList>().items.map(({ slug }) => slug);

  it('that is entered is public at once, in the name of the department and of no person', async () => {
    const view = await planned({ title: { sv: 'Åtgärd för ö & å!', en: 'An action' }, description: { sv: 'Tre möten.' } });
    const shown = await read('atgard-for-o-a');
    expect(shown).toEqual(view);
    expect(shown).toEqual(
      jasmine.objectContaining({
        ...{ slug: 'atgard-for-o-a', title: { sv: 'Åtgärd för ö & å!', en: 'An action' }, description: { sv: 'Tre möten.' }, revision: 1 },
        ...{ goal: { slug: 'fler-invanare', name: { sv: 'fler-invanare' }, isInForce: true }, status: 'ongoing', isExample: false },
        territory: { code: '0884-frodinge', name: { sv: 'Frödinge' } },
        indicator: { slug: 'folkmangd', name: { sv: 'Folkmängd 31 december', en: 'Population 31 December' } },
      }),
    );
    expect([shown.lead.slug, shown.partners.map(({ slug }) => slug)]).toEqual(['utvecklingsavdelningen', ['argus']]);
    expect(shown.history.map(({ by, changed }) => [by?.slug, changed])).toEqual([['utvecklingsavdelningen', []]]);
    expect(JSON.stringify(shown)).not.toContain('reporter');
  });

  it('is found by its goal, by whoever leads or takes part, and by its place', async () => {
    const { slug } = await planned({ title: { sv: 'Sökt' } });
    for (const query of ['goal=fler-invanare', 'actor=argus', 'actor=utvecklingsavdelningen', 'territory=0884-frodinge', 'goal=fler-invanare&actor=argus'])
      expect(await list(`${query}&limit=1000`)).withContext(query).toContain(slug); // prettier-ignore
    for (const query of ['goal=fler-gaster', 'actor=kultur', 'territory=0884-djursdala', 'goal=fler-gaster&actor=argus', 'goal=inget'])
      expect(await list(`${query}&limit=1000`)).withContext(query).not.toContain(slug); // prettier-ignore
  });

  it('is no more found by a partner who left it', async () => {
    const view = await planned({ title: { sv: 'Utan Årets grupp' } });
    expect((await revise(await whole.as('reporter'), view, { partners: ['kultur'] })).status).toBe(200);
    expect([(await list('actor=argus')).includes(view.slug), (await list('actor=kultur')).includes(view.slug)]).toEqual([false, true]);
  });

  it('comes once however often it is sent, and two of one title have addresses of their own', async () => {
    const reporter = await whole.as('reporter');
    const key = { 'idempotency-key': randomUUID() };
    const same = meetings({ title: { sv: 'Samma rubrik' } });
    const [first, again] = [await reporter.post(DESK, same, key), await reporter.post(DESK, same, key)];
    expect([first.status, again.json<ActionView>()]).toEqual([201, first.json<ActionView>()]);
    const both = await Promise.all([reporter.post(DESK, same), reporter.post(DESK, same)]);
    const slugs = [first, ...both].map((answer) => answer.json<ActionView>().slug);
    expect(slugs.sort()).toEqual(['samma-rubrik', 'samma-rubrik-2', 'samma-rubrik-3']);
    expect(coded(await refused(() => reporter.post(DESK, { ...same, status: 'done' }, key)))).toEqual([422, 'idempotency.other-request']);
  });

  it('keeps everything that was said of it, and is read as it was known', async () => {
    const view = await planned({ title: { sv: 'Med historia' } });
    const instant = new Date().toISOString();
    const change = { title: { sv: 'Med historia' }, status: 'delayed', note: 'Lokalen var upptagen.', endsOn: '2026-12-31' };
    const later = (await revise(await whole.as('reviewer'), view, change)).json<ActionView>();
    expect(later.history.map(({ revision, status, note, changed }) => ({ revision, status, note, changed }))).toEqual([
      { revision: 2, status: 'delayed', note: 'Lokalen var upptagen.', changed: ['status', 'note', 'endsOn'] },
      { revision: 1, status: 'ongoing', note: undefined, changed: [] },
    ] as never);
    const { status, revision, history } = await read(view.slug, `?known=${instant}`);
    expect([status, revision, history.length]).toEqual(['ongoing', 1, 1]);
  });

  it('is told before and after in the audit trail, with the person', async () => {
    const view = await planned({ title: { sv: 'I spåret' } });
    await revise(await whole.as('reporter'), view, { title: { sv: 'I spåret' }, status: 'done' });
    const events = await whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '%"action:${view.slug}"%' order by record_id`,
    );
    const told = events.map(
      ({ payload }) => JSON.parse(payload) as { action: string; by: string; facts: { changes: { differences: object[] }[] } },
    );
    const [{ id }] = (await whole.rows<{ id: string }>(`select id from account where username = 'reporter'`)) as [{ id: string }];
    expect(told.map(({ action, by }) => [action, by])).toEqual([
      ['action.plan', id],
      ['action.revise', id],
    ]);
    expect(told[1]?.facts.changes[0]?.differences).toEqual([{ field: 'status', before: 'pågår', after: 'klar' }]);
  });

  it('changes only from the revision that is there: of two who change it at once one is shown what the other wrote', async () => {
    const view = await planned({ title: { sv: 'Två på en gång' } });
    const [one, other] = [await whole.as('reporter'), await whole.as('colleague')];
    const wording = (sv: string) => ({ title: { sv: 'Två på en gång' }, note: sv });
    const answers = await Promise.all([revise(one, view, wording('Den enas ord')), revise(other, view, wording('Den andras ord'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const loser = answers.find(({ status }) => status === 412);
    expect([loser?.problem.code, (await read(view.slug)).revision]).toEqual(['action.stale', 2]);
    const desk = (await one.get(`${DESK}/${view.slug}`)).json<ActionView>();
    expect(desk.note).toMatch(/^Den (enas|andras) ord$/);
    const reporter = await whole.as('reporter');
    const blind = () => reporter.put(`${DESK}/${view.slug}`, meetings(), { 'idempotency-key': randomUUID() });
    expect((await refused(blind)).status).toBe(428);
  });

  it('changed twice by one request is changed once, and a change of nothing is none', async () => {
    const view = await planned({ title: { sv: 'En gång' } });
    const [reporter, key] = [await whole.as('reporter'), randomUUID()];
    const change = { title: { sv: 'En gång' }, status: 'done' };
    const [first, again] = [await revise(reporter, view, change, key), await revise(reporter, view, change, key)];
    expect([first.status, again.json<ActionView>()]).toEqual([200, first.json<ActionView>()]);
    const done = first.json<ActionView>();
    expect([view.endedOn, done.endedOn]).toEqual([undefined, done.movedOn]);
    expect((await revise(reporter, done, change)).json<ActionView>().revision).toBe(2);
  });

  it('stands still after ninety days without a word, and is past its end after its last day', async () => {
    const view = await planned({ title: { sv: 'Står still' }, startsOn: '2026-01-01', endsOn: '2999-12-31' });
    const after = async (days: number) => {
      whole.later(days * DAY_MS);
      const { standstillDays, isPastItsEnd } = await read(view.slug);
      return [standstillDays, isPastItsEnd];
    };
    expect([await after(89), await after(90)]).toEqual([[undefined, false], [90, false]] as never); // prettier-ignore
    whole.later(0);
    const ended = await planned({ title: { sv: 'Förbi sitt slut' }, endsOn: '2026-02-01' });
    expect(ended.isPastItsEnd).toBe(new Date().toISOString() > '2026-02-02');
  });

  describe('is entered and changed', () => {
    const who: [person: Person, lead: string, outcome: unknown[]][] = [
      ['reporter', 'utvecklingsavdelningen', [201, undefined]],
      ['reviewer', 'utvecklingsavdelningen', [201, undefined]],
      ['strategist', 'utvecklingsavdelningen', [201, undefined]],
      ['strategist', 'argus', [201, undefined]],
      ['reporter', 'kultur', [403, 'action.foreign-lead']],
      ['reporter', 'argus', [403, 'action.foreign-lead']],
      ['neighbour', 'utvecklingsavdelningen', [403, 'action.foreign-lead']],
      ['politician', 'utvecklingsavdelningen', [403, 'permission.forbidden']],
      ['partner', 'argus', [403, 'permission.forbidden']],
      ['administrator', 'utvecklingsavdelningen', [403, 'permission.forbidden']],
      ['nobody', 'utvecklingsavdelningen', [403, 'permission.forbidden']],
    ];
    for (const [person, lead, outcome] of who) {
      it(`${outcome[0] === 201 ? 'by' : 'not by'} a ${person} for ${lead}`, async () => {
        const visitor = await whole.as(person);
        const partners: string[] = [];
        const send = () => visitor.post(DESK, meetings({ lead, partners }));
        expect(coded(outcome[0] === 201 ? await send() : await refused(send))).toEqual(outcome);
        const view = await planned({ lead, partners, title: { sv: `För ${person}` } }, 'strategist');
        const change = () => revise(visitor, view, { lead, partners, status: 'done' });
        const [status, code] = outcome[0] === 201 ? [200, undefined] : [403, 'permission.forbidden'];
        expect(coded(status === 200 ? await change() : await refused(change))).toEqual([status, code]);
      });
    }

    it('by whoever is signed in only', async () => {
      expect(coded(await refused(() => whole.visitor().post(DESK, meetings())))).toEqual([401, 'session.missing']);
    });

    it('and handed to another actor by a strategist only', async () => {
      const view = await planned({ title: { sv: 'Lämnas över' } });
      const change = { title: { sv: 'Lämnas över' }, lead: 'kultur' };
      const reporter = await whole.as('reporter');
      expect(coded(await refused(() => revise(reporter, view, change)))).toEqual([403, 'action.foreign-lead']);
      expect((await revise(await whole.as('strategist'), view, change)).json<ActionView>().lead.slug).toBe('kultur');
      expect((await planned({ lead: 'kultur', title: { sv: 'Kulturens' } }, 'neighbour')).history[0]?.by?.slug).toBe('kultur');
    });

    it('from a desk that shows what one answers for', async () => {
      const mine = await planned({ title: { sv: 'På bordet' } });
      const desk = async (person: Person) => (await (await whole.as(person)).get('/api/action-desk')).json<ActionDesk>();
      const [reporter, neighbour, strategist] = [await desk('reporter'), await desk('neighbour'), await desk('strategist')];
      const slugs = ({ items }: ActionDesk): string[] => items.map(({ slug }) => slug);
      expect([reporter, neighbour, strategist].map((one) => slugs(one).includes(mine.slug))).toEqual([true, false, true]);
      expect(reporter.leads.map(({ slug }) => slug)).toEqual(['utvecklingsavdelningen']);
      expect(strategist.leads.length).toBe(strategist.actors.length);
      expect([reporter.goals.map(({ slug }) => slug), reporter.territories.map(({ code }) => code)]).toEqual([
        ['fler-invanare', 'gemenskap', 'fler-gaster'],
        ['0884-djursdala', '0884-frodinge', '0884'],
      ]);
      expect(coded(await (await whole.as('politician')).get('/api/action-desk'))).toEqual([403, 'permission.forbidden']);
    });
  });

  describe('is refused in words, place by place, and nothing of it is stored', () => {
    const places: [what: string, changes: Record<string, unknown>, place: string, code: RegExp][] = [
      ['that ends before it begins', { endsOn: '2026-01-31' }, 'endsOn', /^action\.ends-before-it-begins$/],
      ['led by nobody', { lead: 'ingen' }, 'lead', /^reference\.unknown$/],
      ['with an unknown partner', { partners: ['argus', 'ingen'] }, 'partners.1', /^reference\.unknown$/],
      ['with a partner twice', { partners: ['argus', 'argus'] }, 'partners.1', /^name\.repeated$/],
      ['that its leader takes part in', { partners: ['utvecklingsavdelningen'] }, 'partners.0', /^action\.lead-takes-part$/],
      ['for an unknown goal', { goal: 'inget' }, 'goal', /^reference\.unknown$/],
      ['for a goal of an earlier version', { goal: 'gammalt-mal' }, 'goal', /^reference\.unknown$/],
      ['in an unknown place', { territory: '0884-ingenstans' }, 'territory', /^reference\.unknown$/],
      ['followed by an unknown indicator', { indicator: 'ingen' }, 'indicator', /^reference\.unknown$/],
      ['delayed without a word', { status: 'delayed' }, 'note', /^action\.note-missing$/],
      ['dropped with blanks for a word', { status: 'dropped', note: '   ' }, 'note', /./],
      ['of ten thousand characters', { description: { sv: 'x'.repeat(10_000) } }, 'description.sv', /./],
      ['with a title of ten thousand characters', { title: { sv: 'x'.repeat(10_000) } }, 'title.sv', /./],
      ['with English only', { title: { en: 'Meetings' } }, 'title.sv', /./],
      ['on a day that is none', { startsOn: '2026-02-30' }, 'startsOn', /./],
      ['of an unknown status', { status: 'maybe' }, 'status', /./],
      ['with a field that nobody asked for', { isExample: true }, '', /./],
      ['with a control character', { note: 'a\u0000b' }, 'note', /./],
    ];
    for (const [what, changes, place, code] of places) {
      it(what, async () => {
        const reporter = await whole.as('reporter');
        const { status, problem } = await refused(() => reporter.post(DESK, meetings(changes)));
        expect([status, problem.code]).toEqual([400, 'input.invalid']);
        expect(problem.errors).toContain(jasmine.objectContaining({ path: place, message: jasmine.stringMatching(code) }));
      });
    }

    it('when it is taken up again without a word', async () => {
      const view = await planned({ status: 'done', title: { sv: 'Klar' } });
      const reporter = await whole.as('reporter');
      const { status, problem } = await refused(() => revise(reporter, view, { title: { sv: 'Klar' }, status: 'ongoing' }));
      expect([status, problem.errors]).toEqual([400, [{ path: 'note', message: 'action.note-missing' }]]);
    });

    it('when there is none', async () => {
      expect(coded(await whole.visitor().get('/api/actions/ingen'))).toEqual([404, 'action.not-found']);
      const reporter = await whole.as('reporter');
      const headers = { 'if-match': '"1"', 'idempotency-key': randomUUID() };
      expect(coded(await refused(() => reporter.put(`${DESK}/ingen`, meetings(), headers)))).toEqual([404, 'action.not-found']);
    });
  });
});
