import type { INestApplicationContext } from '@nestjs/common';
import type { StrategyFile } from '@slusen/contracts';
import { surroundingsIn, type ChangeRecord } from '@slusen/domain';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { ImportStrategy } from '../connectors/strategy-file/import-strategy.js';
import { migrate } from '../data-source.js';
import { OPERATOR, type Account, type Principal } from '../identity/account.js';
import type { Amendment } from '../identity/amendment.js';
import { AddIndicator } from '../indicators/add-indicator.js';
import { BreakSeries } from '../indicators/break-series.js';
import { ReviseDefinition } from '../indicators/revise-definition.js';
import { strategy } from '../integrity/kept-strategy.fixtures.js';
import { openContext, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { AddActor } from '../organisation/add-actor.js';
import { AddTerritory } from '../organisation/add-territory.js';
import { ReviseActor } from '../organisation/revise-actor.js';
import { ReviseTerritory } from '../organisation/revise-territory.js';
import { AdoptVersion } from '../strategy/adopt-version.js';
import { GiveRole } from '../strategy/give-role.js';
import { ReviseStrategy } from '../strategy/revise-strategy.js';
import { GoalRepository } from '../strategy/goal.repository.js';
import { DecideTarget } from '../targets/decide-target.js';
import { Amending } from '../observations/amending.js';

/** What is refused, and with which code. */
type Refusal = readonly [what: string, attempt: (amendment: Amendment) => Promise<unknown>, code: string];

const both = (text: string) => ({ sv: text, en: text });
const withRole = (role: 'politician' | 'reviewer'): Account => ({ id: 'nobody', username: role, name: role, roles: [{ role }] });
const WHY: ChangeRecord = { reason: 'Fel från början', decision: 'KF § 12' };

describe('a use case', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let file: StrategyFile;

  beforeAll(async () => {
    database = await testDatabase({ migrate });
    app = await openContext(database.appUrl);
    file = strategy();
    await app.get(ImportStrategy).import({ file }, OPERATOR);
  }, PATIENCE_MS);
  afterAll(async () => {
    await app.close();
    await database.drop();
  }, PATIENCE_MS);

  const actor = () => file.actors[1]!;
  const territory = () => file.territories[1]!;
  const goal = (slug = 'fler-bor-har') => app.get(GoalRepository).inForce(slug, { today: '2026-11-27', known: undefined });
  const definition = (slug: string, changes: object = {}) => {
    const { breaks: _, slug: __, ...said } = file.indicators[0]!;
    return { slug, definition: { ...said, ...changes }, around: surroundingsIn(file), targets: [], breaks: [] };
  };
  const target = (changes: object = {}) => ({ ...file.areas[0]!.goals[0]!.targets[0]!, ...changes });
  const measuring = (indicator: string, kind: 'none' | 'withdrawn' = 'none') => ({ indicator, kind });
  const aBreak = (firstPeriod: string) => ({ firstPeriod, reason: both('Ny metod') });

  /** The code with which it is refused; nothing of it is kept. */
  async function refusalOf(attempt: Refusal[1], by: Principal = OPERATOR): Promise<unknown> {
    const order = { by, record: WHY, action: 'spec.attempt', subject: 'spec' };
    const error: unknown = await app.get(Amending).amend(order, attempt).then(() => undefined, (reason: unknown) => reason); // prettier-ignore
    const { code, errors } = (error ?? {}) as { code?: string; errors?: { path: string; message: string }[] };
    return errors ? errors.map(({ path, message }) => `${path}: ${message}`).join(', ') : code;
  }

  const refusals: readonly Refusal[] = [
    ['adding an actor that is there', (a) => app.get(AddActor).add(a, actor()), 'actor.exists'],
    ['adding an actor to nobody', (a) => app.get(AddActor).add(a, { ...actor(), slug: 'ny', parent: 'ingen' }), 'actor.unknown-parent'],
    ['revising an actor that is not there', (a) => app.get(ReviseActor).revise(a, { ...actor(), slug: 'ny' }), 'actor.not-found'],
    ['revising an actor from an old revision', (a) => app.get(ReviseActor).revise(a, { ...actor(), name: both('Ny') }, 9), 'revision.stale'],
    ['moving an actor to nobody', (a) => app.get(ReviseActor).revise(a, { ...actor(), parent: 'ingen' }), 'actor.unknown-parent'],
    ['moving an actor below its own part', (a) => app.get(ReviseActor).revise(a, { ...file.actors[0]!, parent: 'gatukontoret' }), 'actor.circle'],
    ['moving a place into its own part', (a) => app.get(ReviseTerritory).revise(a, { ...file.territories[0]!, parent: '0884-tuna' }), 'territory.circle'],
    ['adding a place that is there', (a) => app.get(AddTerritory).add(a, territory()), 'territory.exists'],
    ['adding a place to nowhere', (a) => app.get(AddTerritory).add(a, { ...territory(), code: '1', parent: '2' }), 'territory.unknown-parent'],
    ['revising a place that is not there', (a) => app.get(ReviseTerritory).revise(a, { ...territory(), code: '1' }), 'territory.not-found'],
    ['adding an indicator that is there', (a) => app.get(AddIndicator).add(a, definition('folkmangd')), 'indicator.exists'],
    ['adding an indicator of nobody', (a) => app.get(AddIndicator).add(a, definition('ny', { owner: 'ingen' })), 'owner: reference.unknown'],
    ['defining what is not there', (a) => app.get(ReviseDefinition).revise(a, definition('ny')), 'indicator.not-found'],
    ['defining from an old revision', (a) => app.get(ReviseDefinition).revise(a, { ...definition('folkmangd'), expected: 7 }), 'revision.stale'],
    ['breaking what is not there', (a) => app.get(BreakSeries).break(a, { indicator: 'ny', content: aBreak('2020') }), 'indicator.not-found'],
    ['breaking at another cadence', (a) => app.get(BreakSeries).break(a, { indicator: 'folkmangd', content: aBreak('2020-Q1') }), '0.firstPeriod: period.wrong-cadence'],
    ['taking back a break that is not there', (a) => app.get(BreakSeries).withdraw(a, { indicator: 'folkmangd', firstPeriod: '2020' }), 'series-break.not-found'],
    ['adopting a version that is there', (a) => app.get(AdoptVersion).adopt(a, file), 'strategy.version-exists'],
    ['giving nobody a role', async (a) => app.get(GiveRole).give(a, { goal: await goal(), role: { actor: 'ingen', role: 'leads' } }), 'actor.not-found'],
    ['a goal that is not there', () => goal('inget'), 'goal.not-found'],
    ['a target for what is not there', async (a) => app.get(DecideTarget).decide(a, { goal: await goal(), measuring: measuring('ny') }), 'indicator.not-found'],
    ['a target from an old revision', async (a) => app.get(DecideTarget).decide(a, { goal: await goal(), measuring: measuring('folkmangd'), expected: 0 }), 'revision.stale'],
    ['a target that never was near', async (a) => app.get(DecideTarget).decide(a, { goal: await goal(), measuring: target({ tolerance: -1 }) }), 'tolerance: tolerance.negative'],
    ['measuring what is not to be measured', async (a) => app.get(DecideTarget).decide(a, { goal: await goal('trivsel'), measuring: measuring('besok') }), 'goal.not-measured'],
  ]; // prettier-ignore
  for (const [what, attempt, code] of refusals) {
    it(`refuses ${what}`, async () => expect(await refusalOf(attempt)).toBe(code), PATIENCE_MS);
  }

  const rights: readonly (readonly [what: string, attempt: Refusal[1], by: 'politician' | 'reviewer'])[] = [
    ['adding an actor', (a) => app.get(AddActor).add(a, { ...actor(), slug: 'ny' }), 'reviewer'],
    ['revising an actor', (a) => app.get(ReviseActor).revise(a, actor()), 'reviewer'],
    ['adding a place', (a) => app.get(AddTerritory).add(a, { ...territory(), code: '1' }), 'politician'],
    ['revising a place', (a) => app.get(ReviseTerritory).revise(a, territory()), 'reviewer'],
    ['adding an indicator', (a) => app.get(AddIndicator).add(a, definition('ny')), 'politician'],
    ['defining an indicator', (a) => app.get(ReviseDefinition).revise(a, definition('folkmangd')), 'reviewer'],
    ['breaking a series', (a) => app.get(BreakSeries).break(a, { indicator: 'folkmangd', content: aBreak('2020') }), 'reviewer'],
    ['adopting a version', (a) => app.get(AdoptVersion).adopt(a, file), 'reviewer'],
    ['wording a goal', async (a) => app.get(ReviseStrategy).goal(a, { there: await goal(), content: (await goal()).content }), 'reviewer'],
    ['giving a role', async (a) => app.get(GiveRole).give(a, { goal: await goal(), role: { actor: 'ingen', role: 'leads' } }), 'reviewer'],
    ['deciding a target', async (a) => app.get(DecideTarget).decide(a, { goal: await goal(), measuring: measuring('ny') }), 'reviewer'],
  ];
  for (const [what, attempt, by] of rights) {
    it(`asks first whether a ${by} may be ${what}`, async () => {
      expect(await refusalOf(attempt, withRole(by))).toBe('permission.forbidden');
    }, PATIENCE_MS); // prettier-ignore
  }

  it('writes its part of several changes only when all of them are answered for', async () => {
    const change = (a: Amendment) => app.get(ReviseActor).revise(a, { ...actor(), contact: 'kontoret@example.se' });
    const order = { by: OPERATOR, record: { reason: 'Nytt' }, action: 'spec.attempt', subject: 'spec' } as const;
    const unanswered = async (a: Amendment): Promise<void> => {
      await change(a);
      await app.get(GiveRole).give(a, { goal: await goal(), role: { actor: 'gatukontoret', role: 'delivers' } });
    };
    await expectAsync(app.get(Amending).amend(order, unanswered)).toBeRejectedWith(jasmine.objectContaining({ code: 'change.decision-required' }));
    const isStillNew = await app.get(Amending).amend(order, async (a) => {
      await change(a);
      return a.changes.length;
    });
    expect(isStillNew).toBe(1);
  }, PATIENCE_MS); // prettier-ignore
});
