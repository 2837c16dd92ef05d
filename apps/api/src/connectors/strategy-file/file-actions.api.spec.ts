import { PATIENCE_MS } from '../../integrity/kept-world.fixtures.js';
import { DecidedWorld } from '../../testing/decided-world.js';
import { goalOf, reading, refusalOf, type Changing } from './changed-files.fixtures.js';

const benches = (changes: object = {}) => ({
  ...{ slug: 'fler-bankar', title: { sv: 'Fler bänkar' }, lead: 'gatukontoret', partners: ['kommunstyrelsen'] },
  ...{ startsOn: '2026-03-01', endsOn: '2026-12-31', territory: '0884-tuna', indicator: 'besok', isExample: true, ...changes },
});
const withActions =
  (...actions: object[]): Changing =>
  (file) =>
    Object.assign(goalOf(file), { actions });

describe('the actions of a strategy file', () => {
  let world: DecidedWorld;
  beforeAll(async () => (world = await DecidedWorld.open()), PATIENCE_MS);
  afterAll(() => world.close(), PATIENCE_MS);

  const rows = () =>
    world.rows(
      `select a.slug, g.slug as goal, r.revision, r.title_sv, r.status, r.is_example, r.said_by_id,
              (select count(*)::int from action_partner p where p.action_id = r.action_id and p.revision = r.revision) as partners
         from action_revision r join action a on a.id = r.action_id join goal g on g.id = r.goal_id order by a.slug, r.revision`,
    );
  const BENCHES = {
    slug: 'fler-bankar',
    goal: 'fler-bor-har',
    revision: 1,
    title_sv: 'Fler bänkar',
    status: 'not-started',
    is_example: true,
  };

  it('are entered with it, in nobody’s name, once however often it is read and whatever it says the next time', async () => {
    const kinds = (await reading(world, withActions(benches()))).map(({ kind, subject }) => [kind, subject]);
    expect(kinds).toEqual([['action', 'Fler bänkar']]);
    expect(await rows()).toEqual([{ ...BENCHES, said_by_id: null, partners: 1 }]);
    expect(await reading(world, withActions(benches({ status: 'done', title: { sv: 'Bänkar' } })))).toEqual([]);
    expect(await reading(world, withActions())).toEqual([]);
    expect(await rows()).toEqual([{ ...BENCHES, said_by_id: null, partners: 1 }]);
  });

  it('are refused with the whole file when one does not fit', async () => {
    const broken = withActions(benches({ slug: 'andra', endsOn: '2026-02-28' }));
    await expectAsync(refusalOf(world, broken)).toBeRejectedWithError(/action\.ends-before-it-begins/);
  });
});
