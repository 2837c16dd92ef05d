import { ACTOR_ROLES, type RoleContent } from '@slusen/domain';
import fc from 'fast-check';
import type { Amendment } from '../identity/amendment.js';
import { AddActor } from '../organisation/add-actor.js';
import type { AsOf } from '../platform/as-of.js';
import { DecidedWorld, TODAY, type Why } from '../testing/decided-world.js';
import { AdoptVersion } from './adopt-version.js';
import { GiveRole } from './give-role.js';
import { leadsOf, ResponsibilityQuery } from './responsibility.query.js';
import { RoleRepository } from './role.repository.js';
import { GoalRepository } from './goal.repository.js';

const WHY: Why = { reason: 'Ny ansvarsfördelning', decision: 'KF 2027-03-22 § 12' };
const now: AsOf = { today: TODAY, known: undefined };
const both = (text: string) => ({ sv: text, en: text });

describe('roles in goals', () => {
  let world: DecidedWorld;
  let goalId: number;
  beforeAll(async () => {
    world = await DecidedWorld.open();
    goalId = (await world.amend({}, (a) => goalOf(a))).id;
  }, 120_000);
  afterAll(() => world.close());

  /** An actor that no other spec gives a role. */
  let actors = 0;
  const newActor = async (different: { readonly name?: string; readonly isExample?: boolean } = {}): Promise<string> => {
    const { name = 'Bolaget', isExample = false } = different;
    const slug = `bolag-${++actors}`;
    await world.amend({}, (a) => world.app.get(AddActor).add(a, { slug, kind: 'business', name: both(name), isExample }));
    return slug;
  };
  const goalOf = (_: Amendment, slug = 'fler-bor-har') => world.app.get(GoalRepository).inForce(slug, now);
  const giving =
    (role: RoleContent, { goal, expected }: { goal?: string; expected?: number } = {}) =>
    async (a: Amendment) =>
      world.app.get(GiveRole).give(a, { goal: await goalOf(a, goal), role, expected });
  const withdrawing = (role: RoleContent, expected?: number) => async (a: Amendment) =>
    world.app.get(GiveRole).withdraw(a, { goal: await goalOf(a), role, expected });
  const shown = async (asOf = now) =>
    (await world.app.get(ResponsibilityQuery).ofGoals([goalId], asOf))
      .get(goalId)!
      .map(({ actor, role, note }) => `${actor.slug} ${role}${note ? ` (${note.sv})` : ''}`);
  /** The revisions of one actor's role in the goal. */
  const revisions = (actor: string, role: string) =>
    world.rows<{ revision: number; is_withdrawn: boolean; change_reason: string | null; change_decision: string | null }>(
      `select r.revision, r.is_withdrawn, r.change_reason, r.change_decision from responsibility r join actor a on a.id = r.actor_id
        where r.goal_id = $1 and a.slug = $2 and r.role = $3 order by r.revision`,
      [goalId, actor, role],
    );

  it('are given, worded, taken back and given anew as revisions of one thing, each by its decision', async () => {
    const actor = await newActor();
    const role: RoleContent = { actor, role: 'delivers' };
    const goal = 'Målet Fler bor här, Bolaget';
    const steps: readonly [work: (a: Amendment) => Promise<void>, lines: string[], last: string | undefined][] = [
      [giving(role), [`${goal}: roll – → levererar`], `${actor} delivers`],
      [giving({ ...role, note: both('Gator') }), [`${goal}: kommentar till rollen – → Gator`, `${goal}: kommentar till rollen på engelska – → Gator`], `${actor} delivers (Gator)`],
      [giving({ ...role, note: both('Gator') }), [], `${actor} delivers (Gator)`],
      [withdrawing({ ...role, note: both('Gator') }), [`${goal}: roll levererar → –`, `${goal}: kommentar till rollen Gator → –`, `${goal}: kommentar till rollen på engelska Gator → –`], undefined],
      [withdrawing(role), [], undefined],
      [giving(role), [`${goal}: roll – → levererar`], `${actor} delivers`],
    ]; // prettier-ignore
    for (const [work, lines, last] of steps) {
      if (lines.length > 0) {
        for (const why of [{}, { reason: 'Bara skäl' }]) expect((await world.refusalOf(why, work)).code).toBe('change.decision-required');
      }
      expect(await world.linesOf(WHY, work)).toEqual(lines);
      expect((await shown()).find((line) => line.startsWith(`${actor} `))).toBe(last);
    }
    const why = { change_reason: 'Ny ansvarsfördelning', change_decision: 'KF 2027-03-22 § 12' };
    expect(await revisions(actor, 'delivers')).toEqual([
      { revision: 1, is_withdrawn: false, ...why },
      { revision: 2, is_withdrawn: false, ...why },
      { revision: 3, is_withdrawn: true, ...why },
      { revision: 4, is_withdrawn: false, ...why },
    ]);
  });

  it('are several for one actor, each by itself', async () => {
    const actor = await newActor();
    const own = async () => (await shown()).filter((line) => line.startsWith(`${actor} `));
    for (const role of ACTOR_ROLES) await world.amend(WHY, giving({ actor, role }));
    await world.amend(WHY, withdrawing({ actor, role: 'finances' }));
    expect(await own()).toEqual(ACTOR_ROLES.filter((role) => role !== 'finances').map((role) => `${actor} ${role}`));
    for (const role of ACTOR_ROLES) await world.amend(WHY, withdrawing({ actor, role }));
    expect(await own()).toEqual([]);
  });

  it('show who leads first, then the others by role and alphabet, and mark what is made up', async () => {
    const other = await world.amend({}, (a) => goalOf(a, 'trivsel'));
    const given = [
      ['Ödlan', 'participates'],
      ['Ålen', 'participates'],
      ['Zebran', 'leads'],
      ['Ärlan', 'leads'],
    ] as const;
    for (const [name, role] of given) {
      const actor = await newActor({ name, isExample: name === 'Ålen' });
      await world.amend(WHY, giving({ actor, role }, { goal: 'trivsel' }));
    }
    const roles = (await world.app.get(ResponsibilityQuery).ofGoals([other.id], now)).get(other.id)!;
    expect(roles.map(({ actor, role, isExample }) => [role, actor.name.sv, isExample])).toEqual([
      ['leads', 'Zebran', false],
      ['leads', 'Ärlan', false],
      ['participates', 'Ålen', true],
      ['participates', 'Ödlan', false],
    ]);
    expect(leadsOf(roles).map(({ name }) => name.sv)).toEqual(['Zebran', 'Ärlan']);
  });

  it('of goals that nobody has a role in, and of none at all, are none', async () => {
    const found = await world.app.get(ResponsibilityQuery).ofGoals([goalId, 999_999], now);
    expect(found.get(999_999)).toEqual([]);
    expect(await world.app.get(ResponsibilityQuery).ofGoals([], now)).toEqual(new Map());
  });

  it('of a version that is being adopted are part of its decision, and need none of their own', async () => {
    const area = { slug: 'ny', name: both('Ny'), shortName: both('Ny'), description: both('Ny.') };
    const goal = {
      slug: 'ny',
      name: both('Ny'),
      description: both('Ny.'),
      isExample: false,
      roles: [],
      targets: [],
      indicatorsWithoutTarget: [],
    };
    const version = { number: 7, body: both('KF'), decidedOn: '2030-01-01', validFrom: '2031-01-01', isExample: false };
    const { answer: kept } = await world.undone({}, async (a) => {
      const [adopted] = await world.app
        .get(AdoptVersion)
        .adopt(a, { strategy: world.file.strategy, version, areas: [{ ...area, goals: [goal] }] });
      await world.app.get(GiveRole).give(a, { goal: adopted!, role: { actor: 'gatukontoret', role: 'leads' } });
      return world.app.get(RoleRepository).ofGoal(adopted!.id);
    });
    expect(kept).toEqual([{ revision: 1, isWithdrawn: false, content: { actor: 'gatukontoret', role: 'leads', note: undefined } }]);
  });

  it('from a revision that somebody else changed meanwhile are refused, and told which one is there', async () => {
    const role: RoleContent = { actor: await newActor(), role: 'delivers' };
    const stale = async (revision: number, expected: readonly number[]) => {
      for (const from of expected) {
        for (const work of [giving({ ...role, note: both('Gator') }, { expected: from }), withdrawing(role, from)]) {
          const { code, facts } = await world.refusalOf(WHY, work);
          expect([code, facts]).toEqual(['revision.stale', { revision }]);
        }
      }
    };
    await stale(0, [1, 2]);
    await world.amend(WHY, giving(role, { expected: 0 }));
    await stale(1, [0, 2]);
    await world.amend(WHY, withdrawing(role, 1));
    await stale(2, [0, 1]);
    await world.amend(WHY, giving(role, { expected: 2 }));
    expect(await revisions(role.actor, role.role)).toHaveSize(3);
  });

  it('are given once by two who give them at the same moment', async () => {
    const role: RoleContent = { actor: await newActor(), role: 'is-informed' };
    const lines = await Promise.all([1, 2, 3].map(() => world.linesOf(WHY, giving(role))));
    expect(lines.map(({ length }) => length).sort()).toEqual([0, 0, 1]);
    expect(await revisions(role.actor, role.role)).toHaveSize(1);
  });

  it('are for a strategist or an administrator to give and to take back', async () => {
    const role: RoleContent = { actor: await newActor(), role: 'finances' };
    const givers = await world.rolesAllowed(WHY, async () => giving({ actor: await newActor(), role: 'finances' }));
    expect(givers).toEqual(['strategist', 'administrator']);
    await world.amend(WHY, giving(role));
    const withdrawers = await world.rolesAllowed(WHY, () => withdrawing(role));
    expect(withdrawers).toEqual(['strategist', 'administrator']);
  });

  it('of nobody, or in a goal that is not there, are refused by name', async () => {
    const unknown = await world.refusalOf(WHY, withdrawing({ actor: 'ingen', role: 'leads' }));
    expect([unknown.code, unknown.facts]).toEqual(['actor.not-found', { actor: 'ingen' }]);
    const nowhere = await world.refusalOf(WHY, giving({ actor: 'gatukontoret', role: 'leads' }, { goal: 'inget' }));
    expect([nowhere.code, nowhere.facts]).toEqual(['goal.not-found', { goal: 'inget' }]);
  });

  it('are at every moment those that had been given by then and not taken back', async () => {
    const step = fc.record({
      actor: fc.constantFrom(await newActor(), await newActor()),
      role: fc.constantFrom(...ACTOR_ROLES.slice(1, 4)),
      isGiven: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const history: { asOf: AsOf; model: Set<string> }[] = [{ asOf: await world.moment(), model: new Set(await shown()) }];
        for (const { isGiven, ...role } of steps) {
          await world.amend(WHY, isGiven ? giving(role) : withdrawing(role));
          const model = new Set(history.at(-1)!.model);
          model[isGiven ? 'add' : 'delete'](`${role.actor} ${role.role}`);
          history.push({ asOf: await world.moment(), model });
        }
        for (const { asOf, model } of history)
          expect(new Set(await shown(asOf)))
            .withContext(asOf.known!)
            .toEqual(model);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
