import type { StrategyDocument, StrategyDraft, StrategyDraftList } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Person } from '../testing/office.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PATIENCE_MS = 120_000;
const DECISION = {
  number: 3,
  body: { sv: 'kommunfullmäktige', en: 'the municipal council' },
  decidedOn: '2026-11-23',
  paragraph: '§ 140',
  validFrom: '2026-11-24',
};
const sv = (text: string) => ({ sv: text });

describe('drafts of the strategy', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  let administrator: Visitor;
  beforeEach(async () => {
    whole = await wholeApplication();
    [strategist, administrator] = [await whole.as('strategist'), await whole.as('administrator')];
  }, PATIENCE_MS);
  afterEach(() => whole.close());

  async function begun(from: 'in-force' | 'empty' = 'in-force'): Promise<StrategyDraft> {
    const answer = await strategist.post('/api/strategy-drafts', { title: 'Strategi 2027–2030', from });
    expect(answer.status).toBe(201);
    return answer.json<StrategyDraft>();
  }
  const read = async ({ id }: Pick<StrategyDraft, 'id'>) => (await strategist.get(`/api/strategy-drafts/${id}`)).json<StrategyDraft>();
  const partOf = (draft: StrategyDraft, key: string) => draft.parts.find((part) => part.key === key);
  const save = (who: Visitor, draft: StrategyDraft, key: string, content: unknown, revision?: number): Promise<Answer> =>
    who.put(
      `/api/strategy-drafts/${draft.id}/parts/${key}`,
      { content },
      { 'if-match': `"${revision ?? partOf(draft, key)?.revision ?? 0}"` },
    );
  const step = (who: Visitor, { id, version }: StrategyDraft, taken: string, headers = {}): Promise<Answer> =>
    who.post(`/api/strategy-drafts/${id}/steps`, { step: taken }, { 'if-match': `"${version}"`, ...headers });
  const publicVersion = async () =>
    (await whole.visitor().get('/api/start')).json<{ strategy: { version: number; name: { sv: string } } }>().strategy;

  it('begin with what is in force, or with nothing', async () => {
    const draft = await begun();
    expect(draft.parts.map(({ key }) => key)).toContain('goal:fler-invanare');
    expect(partOf(draft, 'decision')?.content).toEqual(jasmine.objectContaining({ number: 3 }));
    // When it is decided and from when it is in force is all that is missing.
    expect(draft.faults.map(({ part, path, code }) => `${part} ${path} ${code}`)).toEqual(['decision validFrom field.missing']);
    expect((await strategist.get('/api/strategy-drafts')).json<StrategyDraftList>().hasVersion).toBeTrue();
    const empty = await begun('empty');
    expect(empty.parts.map(({ key }) => key)).toEqual(['decision', 'outline']);
    expect(empty.faults.map(({ part }) => part)).toContain('names');
  }, PATIENCE_MS); // prettier-ignore

  it('are written part by part, by several, none of whom writes over another', async () => {
    const draft = await begun();
    const saved = await save(strategist, draft, 'names', { name: sv('En ny strategi'), purpose: sv('Att växa.') });
    expect([saved.status, saved.headers['etag']]).toEqual([200, '"2"']);
    // The other one writes in another part meanwhile, and is in nobody's way.
    expect((await save(administrator, draft, 'decision', DECISION)).status).toBe(200);
    const late = await save(administrator, draft, 'names', { name: sv('Min strategi'), purpose: sv('Annat.') });
    expect([late.status, late.problem.code]).toEqual([412, 'revision.stale']);
    expect(partOf(await read(draft), 'names')).toEqual(
      jasmine.objectContaining({ revision: 2, content: { name: sv('En ny strategi'), purpose: sv('Att växa.') } }),
    );
  }, PATIENCE_MS); // prettier-ignore

  it('keep every saving, so that one can be undone', async () => {
    const draft = await begun();
    const before = partOf(draft, 'names')?.content;
    await save(strategist, draft, 'names', { name: sv('Fel'), purpose: sv('Fel') });
    const history = (await strategist.get(`/api/strategy-drafts/${draft.id}/parts/names/revisions`)).json<{ revisions: { revision: number; content: unknown }[] }>();
    expect(history.revisions.map(({ revision }) => revision)).toEqual([2, 1]);
    await save(strategist, draft, 'names', history.revisions[1]?.content, 2);
    expect(partOf(await read(draft), 'names')).toEqual(jasmine.objectContaining({ revision: 3, content: before }));
  }, PATIENCE_MS); // prettier-ignore

  it('become the next version of the strategy by two people, one of whom proposes and the other adopts', async () => {
    let draft = await begun();
    await save(strategist, draft, 'names', { name: sv('En ny strategi'), purpose: sv('Att växa.') });
    await save(strategist, draft, 'decision', DECISION);
    const goal = partOf(draft, 'goal:fler-invanare')?.content as { measures: { indicator: string; kind: string; tolerance?: number }[] };
    const measures = goal.measures.map((one) => (one.kind === 'point' ? { ...one, tolerance: 7 } : one));
    await save(strategist, draft, 'goal:fler-invanare', { ...goal, measures });
    await whole.rows(`update account set email = username || '@hultsfred.example' where email is null returning id`);
    draft = (await step(administrator, draft, 'propose')).json<StrategyDraft>();
    expect([draft.state, draft.steps]).toEqual(['proposed', ['take-back', 'discard']]);
    const mails = await whole.rows<{ name: string; subject: string }>(
      `select a.name, m.subject from mail m join account a on a.id = m.account_id where m.kind = 'proposed' order by a.name`,
    );
    expect(draft.adopters.length).toBeGreaterThan(0);
    expect(mails.map(({ name }) => name)).toEqual(draft.adopters);
    expect(mails[0]?.subject).toBe(`${draft.proposedBy} föreslår att strategin antas`);
    expect(draft.adopters).not.toContain(draft.proposedBy ?? '');
    expect((await step(administrator, draft, 'adopt')).problem.code).toBe('permission.forbidden');
    const before = (await publicVersion()).version;
    expect(before).toBeLessThan(3);
    const headers = { 'idempotency-key': randomUUID() };
    const adopted = await step(strategist, draft, 'adopt', headers);
    expect([adopted.status, adopted.json<StrategyDraft>().state]).toEqual([200, 'adopted']);
    expect(await publicVersion()).toEqual(jasmine.objectContaining({ version: 3, name: sv('En ny strategi') }));
    // Sent again, it is answered again and done once.
    expect((await step(strategist, draft, 'adopt', headers)).status).toBe(200);
    expect((await step(strategist, draft, 'adopt')).problem.code).toBe('draft.stale');
    const [event] = await whole.rows<{ payload: string }>(`select payload from audit_event where payload like '%draft.adopt%'`);
    expect(JSON.parse(event!.payload)).toEqual(jasmine.objectContaining({ subject: `draft:${draft.id}` }));
    expect(event!.payload).toContain('kommunfullmäktige 2026-11-23 § 140');
    expect(await whole.rows('select 1 from target where tolerance = 7')).toHaveSize(goal.measures.filter(({ kind }) => kind === 'point').length);
  }, PATIENCE_MS); // prettier-ignore

  it('are not adopted by who proposed them', async () => {
    let draft = await begun();
    await save(strategist, draft, 'decision', DECISION);
    draft = (await step(strategist, draft, 'propose')).json<StrategyDraft>();
    const own = await step(strategist, draft, 'adopt');
    expect([own.status, own.problem.code]).toEqual([403, 'draft.own-proposal']);
    expect((await publicVersion()).version).toBe(2);
  }, PATIENCE_MS); // prettier-ignore

  it('never rewrite a version that is there: of two drafts begun from one, the second is the one after', async () => {
    const drafts = [await begun(), await begun()];
    for (const [at, draft] of drafts.entries()) {
      await save(strategist, draft, 'names', { name: sv(`Strategi ${at}`), purpose: sv('Att växa.') });
      await save(strategist, draft, 'decision', { ...DECISION, number: 1 });
      const proposed = (await step(administrator, draft, 'propose')).json<StrategyDraft>();
      expect((await step(strategist, proposed, 'adopt')).status).toBe(200);
      expect((await publicVersion()).version).toBe(3 + at);
    }
    const numbers = await whole.rows<{ number: number }>('select number from strategy_version order by number');
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(await whole.rows('select 1 from strategy_version_revision where revision > 1')).toEqual([]);
  }, PATIENCE_MS); // prettier-ignore

  it('say who answers for the document; a field without a word in Swedish says nothing', async () => {
    const draft = await begun();
    const written = { documentOwner: { sv: 'kommunstrategen', en: '' }, replaces: { sv: '', en: 'Vision' } };
    await save(strategist, draft, 'decision', { ...DECISION, ...written });
    const proposed = (await step(administrator, draft, 'propose')).json<StrategyDraft>();
    expect((await step(strategist, proposed, 'adopt')).status).toBe(200);
    const { documentOwner, replaces } = (await whole.visitor().get('/api/strategy/versions/3')).json<StrategyDocument>();
    expect({ documentOwner, replaces }).toEqual({ documentOwner: { sv: 'kommunstrategen' }, replaces: undefined });
  }, PATIENCE_MS); // prettier-ignore

  it('leave what is invented marked as that', async () => {
    const draft = await begun();
    const invented = (await whole.rows<{ n: number }>('select count(*)::int as n from goal_revision where is_example'))[0]!.n;
    await save(strategist, draft, 'decision', DECISION);
    const proposed = (await step(administrator, draft, 'propose')).json<StrategyDraft>();
    await step(strategist, proposed, 'adopt');
    expect(invented).toBeGreaterThan(0);
    expect((await whole.rows<{ n: number }>('select count(*)::int as n from goal_revision where is_example'))[0]!.n).toBe(2 * invented);
  }, PATIENCE_MS); // prettier-ignore

  it('adopt two people at once one time', async () => {
    let draft = await begun();
    await save(strategist, draft, 'decision', DECISION);
    draft = (await step(administrator, draft, 'propose')).json<StrategyDraft>();
    const answers = await Promise.all([step(strategist, draft, 'adopt'), step(strategist, draft, 'adopt')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await whole.rows('select number from strategy_version where number = 3')).toHaveSize(1);
  }, PATIENCE_MS); // prettier-ignore

  it('are not written in while others judge them, and are after they are taken back', async () => {
    let draft = await begun();
    draft = (await step(strategist, draft, 'send-out')).json<StrategyDraft>();
    const refused = await save(strategist, draft, 'decision', DECISION);
    expect([refused.status, refused.problem.code]).toEqual([409, 'draft.not-open']);
    draft = (await step(strategist, draft, 'take-back')).json<StrategyDraft>();
    expect((await save(strategist, draft, 'decision', DECISION)).status).toBe(200);
  }, PATIENCE_MS); // prettier-ignore

  it('are not proposed while something keeps them from being adopted, and every place is told', async () => {
    const draft = await begun('empty');
    await save(strategist, draft, 'outline', { areas: [{ slug: 'leva', goals: ['bo', 'bo'] }] });
    const refused = await step(strategist, draft, 'propose');
    expect(refused.status).toBe(400);
    const places = refused.problem.errors?.map(({ path, message }) => `${path} ${message}`);
    expect(places).toContain('decision.validFrom field.missing');
    expect(places).toContain('goal:bo.name field.missing');
    expect(places).toContain('names.name field.missing');
    expect((await read(draft)).state).toBe('draft');
  }, PATIENCE_MS); // prettier-ignore

  const targets: readonly [what: string, measuring: object, fault: string][] = [
    ['upside down', { kind: 'band', low: 9, high: 3, tolerance: 0, baseline: { period: '2024' }, final: { period: '2030' } }, 'high target.band-empty'],
    [
      'with milestones out of order',
      { kind: 'point', tolerance: 0, baseline: { period: '2024', value: 1 }, milestones: [{ period: '2029', value: 2 }, { period: '2027', value: 2 }], final: { period: '2030', value: 3 } },
      'milestones.1.period target.periods-not-in-order',
    ],
    ['without a last period', { kind: 'point', tolerance: 0, baseline: { period: '2024', value: 1 } }, 'final.period field.missing'],
  ]; // prettier-ignore
  for (const [what, measuring, fault] of targets) {
    it(`tell what is wrong with a target ${what}`, async () => {
      const draft = await begun();
      await save(strategist, draft, 'decision', DECISION);
      const goal = partOf(draft, 'goal:fler-invanare')?.content as object;
      const saved = await save(strategist, draft, 'goal:fler-invanare', { ...goal, measures: [{ indicator: 'folkmangd', ...measuring }] });
      expect(saved.status).toBe(200);
      expect((await read(draft)).faults.map(({ part, path, code }) => `${part} ${path} ${code}`)).toContain(`goal:fler-invanare measures.folkmangd.${fault}`);
    }, PATIENCE_MS); // prettier-ignore
  }

  const bad: readonly [what: string, key: string, content: unknown, status: number, message: string][] = [
    ['10,001 letters', 'names', { name: sv('x'.repeat(10_001)), purpose: sv('') }, 400, 'content.name.sv'],
    ['a field that no part has', 'names', { name: sv(''), purpose: sv(''), colour: 'red' }, 400, 'content'],
    ['a period that is none', 'goal:ny', { name: sv(''), description: sv(''), measures: [{ indicator: 'folkmangd', kind: 'point', final: { period: '2030-K5' } }] }, 400, 'content.measures.0.final.period'],
    ['text that turns around', 'area:ny', { name: sv('a\u202eb'), shortName: sv(''), description: sv('') }, 400, 'content.name.sv'],
    ['a part that nothing is called', 'goal:Stor%20Bokstav', {}, 400, 'key'],
  ]; // prettier-ignore
  for (const [what, key, content, status, path] of bad) {
    it(`refuse ${what}, and keep what was there`, async () => {
      const draft = await begun();
      const answer = await save(strategist, draft, key, content);
      expect(answer.status).toBe(status);
      expect(answer.problem.errors?.map((one) => one.path).join()).toContain(path);
      expect((await read(draft)).parts).toEqual(draft.parts);
    }, PATIENCE_MS); // prettier-ignore
  }

  it('are there for strategists and administrators, and for nobody else', async () => {
    const draft = await begun();
    const others: readonly Person[] = ['reporter', 'reviewer', 'politician', 'partner', 'nobody'];
    for (const person of others) {
      const visitor = await whole.as(person);
      const answers = await Promise.all([
        visitor.get('/api/strategy-drafts'),
        visitor.get(`/api/strategy-drafts/${draft.id}`),
        visitor.post('/api/strategy-drafts', { title: 'Min', from: 'empty' }),
        save(visitor, draft, 'decision', DECISION),
        step(visitor, draft, 'propose'),
      ]);
      expect(answers.map(({ status }) => status)).withContext(person).toEqual([403, 403, 403, 403, 403]);
    }
    expect((await whole.visitor().get('/api/strategy-drafts')).status).toBe(401);
    expect((await strategist.get('/api/strategy-drafts/999')).problem.code).toBe('draft.not-found');
    expect(await read(draft)).toEqual(draft);
  }, PATIENCE_MS); // prettier-ignore
});
