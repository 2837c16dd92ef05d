import type { ActorList } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const ACTORS = '/api/admin/actors';
const OFFICE = { name: { sv: 'Gatu- och parkförvaltningen' }, kind: 'department' };

describe('an actor added on screen', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  beforeEach(async () => {
    whole = await wholeApplication();
    strategist = await whole.as('strategist');
  }, 120_000);
  afterEach(() => whole.close());

  const actors = async () => (await whole.visitor().get('/api/actors')).json<ActorList>().items;

  it('is there for everyone at once under an address from its name, once however often it is sent, and in the trail', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const added = await strategist.post(ACTORS, { ...OFFICE, contact: '0492-76 90 00' }, headers);
    expect([added.status, added.json()]).toEqual([201, { slug: 'gatu-och-parkforvaltningen', name: OFFICE.name }]);
    expect((await strategist.post(ACTORS, { ...OFFICE, contact: '0492-76 90 00' }, headers)).status).toBe(201);
    expect((await actors()).filter(({ slug }) => slug === 'gatu-och-parkforvaltningen')).toEqual([
      jasmine.objectContaining({ name: OFFICE.name, kind: 'department', contact: '0492-76 90 00', isExample: false, roles: [] }),
    ]);
    expect(await whole.rows(`select from audit_event where payload like '%"actor.add"%'`)).toHaveSize(1);
  }, 120_000); // prettier-ignore

  it('belongs to another that is there, and is refused where it is there already or its name says nothing', async () => {
    await strategist.post(ACTORS, { name: { sv: 'Tekniska nämnden' }, kind: 'committee' });
    expect((await strategist.post(ACTORS, { ...OFFICE, parent: 'tekniska-namnden' })).status).toBe(201);
    expect((await actors()).find(({ slug }) => slug.startsWith('gatu-'))?.parent?.slug).toBe('tekniska-namnden');
    const before = (await actors()).length;
    for (const [sent, code] of [
      [OFFICE, 'actor.exists'],
      [{ ...OFFICE, name: { sv: 'En annan' }, parent: 'ingen' }, 'actor.unknown-parent'],
      [{ ...OFFICE, name: { sv: '!!!' } }, 'input.invalid'],
      [{ ...OFFICE, kind: 'party' }, 'input.invalid'],
    ] as const)
      expect((await strategist.post(ACTORS, sent)).problem.code).toBe(code);
    expect(await actors()).toHaveSize(before);
  }, 120_000); // prettier-ignore
});
