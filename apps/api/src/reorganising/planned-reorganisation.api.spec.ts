import type { ActorView, NewReorganisation, ReorganisationList, ReorganisationPreview } from '@slusen/contracts';
import { addDays, stockholmDate } from '@slusen/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { Jobs } from '../jobs/jobs.js';
import { Clock } from '../platform/clock.js';
import { INSTALLATION } from '../testing/installation.js';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { CarryOutPlanned } from './carry-out-planned.js';
import { ReorganisationRound } from './reorganisation-round.js';
import { Reorganise } from './reorganise.js';

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 40;
const TODAY = stockholmDate(new Date().toISOString());
const FROM = addDays(TODAY, DAYS);
const DECIDED = { from: FROM, decision: 'KF § 112', reason: 'Ny organisation' };
const MERGE: Partial<NewReorganisation> = { ...DECIDED, kind: 'merge', into: ['kultur'] };
const RENAME: Partial<NewReorganisation> = { ...DECIDED, kind: 'rename', name: { sv: 'Kultur och fritid' } };
const OLD = 'utvecklingsavdelningen';

describe('a planned reorganisation', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  beforeEach(async () => {
    whole = await wholeApplication();
    strategist = await whole.as('strategist');
  }, 120_000);
  afterEach(() => whole.close());

  const preview = async (slug: string, by = strategist) =>
    (await by.get(`/api/admin/actors/${slug}/reorganisation`)).json<ReorganisationPreview>();
  const plan = async (slug: string, sent: Partial<NewReorganisation>, by = strategist, key = randomUUID()) =>
    by.post(`/api/admin/actors/${slug}/reorganisation/plans`, sent, {
      'if-match': `"${(await preview(slug, by)).revision}"`,
      'idempotency-key': key,
    });
  const planned = async (by = strategist) => (await by.get('/api/admin/reorganisations')).json<ReorganisationList>().planned;
  const withdraw = (id: number, by = strategist) => by.delete(`/api/admin/planned-reorganisations/${id}`);
  const actor = async (slug: string) => (await whole.visitor().get(`/api/actors/${slug}`)).json<ActorView>();
  const states = async () =>
    (await whole.rows<{ state: string }>('select state from planned_reorganisation order by id')).map(({ state }) => state);
  const due = (day = FROM) => whole.app.get(CarryOutPlanned).due(day);
  const trail = async () =>
    (await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 9'))
      .map(({ payload }) => JSON.parse(payload) as { action: string; by: string | null; facts: Record<string, unknown> })
      .filter(({ action }) => action.startsWith('actor.'));
  const idOf = async (username: string) =>
    (await whole.rows<{ id: string }>('select id from account where username = $1', [username]))[0]!.id;

  it('waits for its day, with who planned it and what would follow, and is planned once however often it is sent', async () => {
    const key = randomUUID();
    const [answer, again] = [await plan(OLD, MERGE, strategist, key), await plan(OLD, MERGE, strategist, key)];
    expect([answer.status, again.status]).toEqual([201, 201]);
    const { planned: waits, followers, hasEnded, today } = answer.json<ReorganisationPreview>();
    expect([hasEnded, today, followers.length > 0, again.json<ReorganisationPreview>().planned?.id]).toEqual([
      false,
      TODAY,
      true,
      waits?.id,
    ]);
    expect(waits).toEqual(
      jasmine.objectContaining({
        actor: jasmine.objectContaining({ slug: OLD }),
        sent: jasmine.objectContaining(MERGE),
        into: [{ slug: 'kultur', name: { sv: 'Kultur' } }],
        plannedBy: 'strategist',
      }),
    );
    expect(await planned()).toEqual([waits!]);
    await due(addDays(FROM, -1));
    expect([(await actor(OLD)).ended, await states()]).toEqual([undefined, ['planned']]);
    expect((await trail()).map(({ action }) => action)).toEqual(['actor.plan-reorganisation']);
  }, 120_000);

  it('is the only one of its actor, also beside one that is carried out at once', async () => {
    expect((await plan('kultur', RENAME)).status).toBe(201);
    expect((await plan('kultur', { ...RENAME, from: addDays(FROM, 1) })).problem.code).toBe('reorganisation.planned');
    const atOnce = { ...RENAME, from: TODAY };
    const headers = { 'if-match': '"1"', 'idempotency-key': randomUUID() };
    expect((await strategist.post('/api/admin/actors/kultur/reorganisation', atOnce, headers)).problem.code).toBe('reorganisation.planned');
  }, 120_000);

  it('that crosses another leaves one', async () => {
    const both = await Promise.all([plan('kultur', RENAME), plan('kultur', { ...RENAME, from: addDays(FROM, 1) })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await states()).toEqual(['planned']);
  }, 120_000);

  it('is taken back, once, and then never comes', async () => {
    await plan('kultur', RENAME);
    const [{ id } = { id: 0 }] = await planned();
    expect([(await withdraw(id)).status, (await withdraw(id)).problem.code]).toEqual([204, 'planned-reorganisation.not-found']);
    await due();
    expect([(await actor('kultur')).name.sv, await planned(), await states()]).toEqual(['Kultur', [], ['withdrawn']]);
    expect((await trail()).map(({ action }) => action)).toEqual(['actor.withdraw-reorganisation', 'actor.plan-reorganisation']);
    expect((await plan('kultur', RENAME)).status).toBe(201);
  }, 120_000);

  it('is refused today for what would be refused on its day, and nothing is stored', async () => {
    const counted = () =>
      whole.rows('select (select count(*) from recording) as recorded, (select count(*) from planned_reorganisation) as plans');
    await whole.rows(`insert into account_role (account_id, role) select id, 'strategist' from account where username = 'reviewer'`);
    const reviewer = await whole.as('reviewer');
    const before = await counted();
    for (const [sent, code] of [
      [{ ...MERGE, from: TODAY }, 'reorganisation.has-come'],
      [{ ...MERGE, into: [OLD] }, 'reorganisation.itself'],
      [{ ...MERGE, into: ['ingen'] }, 'actor.not-found'],
      [{ ...DECIDED, kind: 'rename', name: { sv: 'kultur' } }, 'reorganisation.name-taken'],
      [{ ...DECIDED, kind: 'split', into: ['kultur', 'argus'] }, 'reorganisation.left-out'],
    ] as const)
      expect((await plan(OLD, sent as Partial<NewReorganisation>)).problem.code).toBe(code);
    expect((await plan(OLD, MERGE, reviewer)).problem.code).toBe('reorganisation.own-reviewer');
    expect(await counted()).toEqual(before);
  }, 120_000);

  describe('on its day', () => {
    it('that a rule refuses then leaves everything as it was, is told of with the reason, and can be planned anew', async () => {
      await plan('kultur', RENAME);
      await strategist.post('/api/admin/actors', { name: RENAME.name, kind: 'association' });
      await due();
      expect([(await actor('kultur')).name.sv, await states()]).toEqual(['Kultur', ['failed']]);
      const [refused] = await planned();
      expect(refused?.refusal).toEqual({ code: 'reorganisation.name-taken', detail: 'An actor is called Kultur och fritid already.' });
      expect((await trail())[0]).toEqual(jasmine.objectContaining({ action: 'actor.fail-reorganisation', by: null }));
      await due();
      expect((await plan('kultur', { ...RENAME, name: { sv: 'Fritid' } })).status).toBe(201);
      expect([await states(), (await planned()).map(({ refusal }) => refusal)]).toEqual([['withdrawn', 'planned'], [undefined]]);
    }, 120_000);

    it('closes an actor that has handed over what it had when it was planned, and not before', async () => {
      expect((await plan(OLD, { ...DECIDED, kind: 'close' })).status).toBe(201);
      await due();
      expect((await planned())[0]?.refusal?.code).toBe('reorganisation.pointed-to');
      // What was refused and is taken back is told of no longer.
      const [{ id } = { id: 0 }] = await planned();
      expect((await withdraw(id)).status).toBe(204);
      expect(await planned()).toEqual([]);
    }, 120_000);

    it('gives what was added since it was planned to whoever takes the rest', async () => {
      const { followers } = await preview('kultur');
      const shares = followers.map(({ thing }) => ({ thing, to: 'argus' }));
      await plan('kultur', { ...DECIDED, kind: 'split', into: ['argus', OLD], shares, rest: OLD });
      await strategist.post('/api/admin/actors', { name: { sv: 'Biblioteket' }, kind: 'department', parent: 'kultur' });
      await due();
      expect((await preview(OLD)).followers.map(({ thing }) => thing)).toContain('child:biblioteket');
      expect(await states()).toEqual(['carried-out']);
    }, 120_000);

    it('is carried out though whoever planned it has left, and the others though one goes wrong', async () => {
      await plan(OLD, MERGE);
      await plan('argus', { ...DECIDED, kind: 'rename', name: { sv: 'IF Argus 2' } });
      await whole.rows(`delete from account_role where account_id = (select id from account where username = 'strategist')`);
      const reorganise = whole.app.get(Reorganise);
      const carryOut = reorganise.carryOut.bind(reorganise);
      spyOn(reorganise, 'carryOut').and.callFake((amendment, order) =>
        order.slug === OLD ? Promise.reject(new Error('On fire')) : carryOut(amendment, order),
      );
      await expectAsync(due()).toBeRejectedWithError('On fire');
      expect([await states(), (await actor('argus')).name.sv]).toEqual([['planned', 'carried-out'], 'IF Argus 2']);
      (reorganise.carryOut as jasmine.Spy).and.callFake(carryOut);
      await due(addDays(FROM, 3));
      expect((await actor(OLD)).ended).toEqual(jasmine.objectContaining({ from: FROM }));
      const [done] = await trail();
      expect(done).toEqual(jasmine.objectContaining({ action: 'actor.reorganise', by: await idOf('strategist') }));
      expect(done?.facts).toEqual(jasmine.objectContaining({ planned: 1 }));
      expect(await whole.rows('select from planned_reorganisation where request is not null')).toEqual([]);
    }, 120_000);

    it('is carried out once by the clock, though two processes ask, and when the program starts after it', async () => {
      await plan(OLD, MERGE);
      const other: NestFastifyApplication = await createApplication(
        readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION }),
        whole.database.appUrl,
      );
      try {
        whole.later((DAYS + 2) * DAY);
        other.get(Clock).now = () => new Date(Date.now() + (DAYS + 2) * DAY);
        for (const app of [whole.app, other]) {
          await app.get(ReorganisationRound).begin();
          await app.get(Jobs).begin();
        }
        for (let tries = 0; (await states())[0] === 'planned' && tries < 200; tries++) await sleep(50);
        await sleep(1200);
        expect(await states()).toEqual(['carried-out']);
        expect(await whole.rows('select holds_from::text as "from" from reorganisation')).toEqual([{ from: FROM }]);
        expect((await actor(OLD)).ended?.into.map(({ slug }) => slug)).toEqual(['kultur']);
      } finally {
        await other.close();
      }
    }, 120_000);
  });
});
