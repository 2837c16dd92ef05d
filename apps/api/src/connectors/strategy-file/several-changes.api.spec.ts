import { periodCode } from '@slusen/domain';
import { IndicatorQuery } from '../../indicators/indicator.query.js';
import { ActorQuery } from '../../organisation/actor.query.js';
import type { AsOf } from '../../platform/as-of.js';
import { ResponsibilityQuery } from '../../strategy/responsibility.query.js';
import { goalsOf } from '../../strategy/strategy.js';
import { StrategyQuery } from '../../strategy/strategy.query.js';
import { TargetQuery } from '../../targets/target.query.js';
import { DecidedWorld, TODAY } from '../../testing/decided-world.js';
import { areaOf, both, goalOf, linesOf, reading, type Changeable, type Changing } from './changed-files.fixtures.js';

const now: AsOf = { today: TODAY, known: undefined };

describe('a file that changes several things at once', () => {
  let world: DecidedWorld;
  beforeEach(async () => (world = await DecidedWorld.open()), 120_000);
  afterEach(() => world.close(), 120_000);

  /** Reads the small strategy with these changes, for a reason and by a decision; gives what people are told. */
  const read = async (change: Changing): Promise<string[]> =>
    linesOf(await reading(world, change, { reason: 'Ny indelning', decision: 'KF § 12' }));

  it('finds who things belong to wherever they stand in it', async () => {
    await read(({ actors, territories }) => {
      actors.unshift({ slug: 'enheten', kind: 'department', name: { sv: 'Enheten' }, parent: 'avdelningen' });
      actors.unshift({ slug: 'gruppen', kind: 'department', name: { sv: 'Gruppen' }, parent: 'enheten' });
      actors.push({ slug: 'avdelningen', kind: 'department', name: { sv: 'Avdelningen' }, parent: 'gatukontoret' });
      territories.unshift({ code: '0884-tuna-1', kind: 'locality', name: { sv: 'Norra Tuna' }, parent: '0884-tuna' });
    });
    const parents = (await world.app.get(ActorQuery).all(now)).map(({ slug, parent }) => [slug, parent?.slug]);
    expect(Object.fromEntries(parents)).toEqual({
      ...{ kommunstyrelsen: undefined, gatukontoret: 'kommunstyrelsen', avdelningen: 'gatukontoret' },
      ...{ enheten: 'avdelningen', gruppen: 'enheten' },
    });
  });

  it('may turn an order upside down', async () => {
    const lines = await read(({ actors }) => {
      Object.assign(actors[0]!, { parent: 'gatukontoret' });
      delete actors[1]!['parent'];
    });
    expect(lines).toEqual(
      jasmine.arrayWithExactContents(['Gatukontoret: hör till Kommunstyrelsen → –', 'Kommunstyrelsen: hör till – → Gatukontoret']),
    );
    expect((await world.app.get(ActorQuery).bySlug('kommunstyrelsen', now)).parent?.slug).toBe('gatukontoret');
  });

  it('may give an indicator another cadence together with the breaks that fit it', async () => {
    const shown = async () => {
      const { rules } = await world.app.get(IndicatorQuery).bySlug('i-orten', now);
      return [rules.cadence, rules.breaks.map(({ firstPeriod }) => periodCode(firstPeriod))];
    };
    expect(await shown()).toEqual(['year', ['2023']]);
    await read(({ indicators }) =>
      Object.assign(indicators[2]!, { cadence: 'quarter', breaks: [{ firstPeriod: '2023-Q1', reason: both('Ny gräns') }] }),
    );
    expect(await shown()).toEqual(['quarter', ['2023-Q1']]);
  });

  it('may define an indicator otherwise together with the target that needs it', async () => {
    await read((file) => {
      Object.assign(file.indicators[0]!, { decimals: 1, min: 15000 });
      Object.assign(goalOf(file).targets[0]!, { final: { period: '2030', value: 15800.5 } });
    });
    const { id } = await world.app.get(IndicatorQuery).bySlug('folkmangd', now);
    const [measured] = await world.app.get(TargetQuery).ofIndicator(id, now);
    expect(measured?.target).toEqual(jasmine.objectContaining({ final: jasmine.objectContaining({ value: 15800.5 }) }));
  });

  it('may bring an actor, and its role in the same decision', async () => {
    await read((file) => {
      file.actors.push({ slug: 'bolaget', kind: 'municipal-company', name: { sv: 'Bolaget' } });
      goalOf(file).roles.push({ actor: 'bolaget', role: 'finances' });
    });
    const [goal] = goalsOf(await world.app.get(StrategyQuery).inForce(now));
    const roles = (await world.app.get(ResponsibilityQuery).ofGoals([goal!.id], now)).get(goal!.id)!;
    expect(roles.map(({ actor, role }) => [actor.slug, role])).toEqual([
      ['kommunstyrelsen', 'leads'],
      ['bolaget', 'finances'],
    ]);
  });

  it('may leave a goal unmeasured that was measured, and measure one that was not', async () => {
    await read((file) => {
      const [measured, unmeasured] = [goalOf(file), areaOf(file).goals[1]!];
      Object.assign(unmeasured, { targets: measured.targets, indicatorsWithoutTarget: [] });
      delete unmeasured['deliberatelyNotMeasured'];
      Object.assign(measured, { targets: [], indicatorsWithoutTarget: [], deliberatelyNotMeasured: both('Går inte att räkna.') });
    });
    const goals = goalsOf(await world.app.get(StrategyQuery).inForce(now));
    const targets = await world.app.get(TargetQuery).ofGoals(
      goals.map(({ id }) => id),
      now,
    );
    expect(
      goals.map(({ id, deliberatelyNotMeasured }) => [deliberatelyNotMeasured?.sv, targets.filter(({ goalId }) => goalId === id).length]),
    ).toEqual([
      ['Går inte att räkna.', 0],
      [undefined, 1],
    ]);
  });

  it('takes an indicator that it leaves out from no goal but those that it describes, and forgets none', async () => {
    await read((file) => {
      file.indicators.splice(1, 1);
      goalOf(file).indicatorsWithoutTarget = ['i-orten'];
    });
    expect((await world.app.get(IndicatorQuery).bySlug('besok', now)).name.sv).toBe('Besök');
    const { id } = await world.app.get(IndicatorQuery).bySlug('besok', now);
    expect(await world.app.get(TargetQuery).ofIndicator(id, now)).toEqual([]);
  });

  it('is read again without a change, whatever it changed', async () => {
    const change = (file: Changeable) => {
      Object.assign(file.indicators[1]!, { decimals: 2, breaks: [{ firstPeriod: '2024-Q1', reason: both('Ny metod') }] });
      Object.assign(file.actors[0]!, { name: { sv: 'Styrelsen' } });
      goalOf(file).roles.push({ actor: 'gatukontoret', role: 'delivers', note: both('Gator') });
    };
    expect((await read(change)).length).toBeGreaterThan(2);
    const counts = await world.recorded();
    expect(await read(change)).toEqual([]);
    expect(await world.recorded()).toEqual(counts);
  });
});
