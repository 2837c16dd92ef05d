import { NBSP, type ChangeRecord } from '@slusen/domain';
import { IndicatorQuery } from '../../indicators/indicator.query.js';
import { PATIENCE_MS } from '../../integrity/kept-world.fixtures.js';
import { ActorQuery } from '../../organisation/actor.query.js';
import type { AsOf } from '../../platform/as-of.js';
import { ResponsibilityQuery } from '../../strategy/responsibility.query.js';
import { goalsOf } from '../../strategy/strategy.js';
import { StrategyQuery } from '../../strategy/strategy.query.js';
import { TargetQuery } from '../../targets/target.query.js';
import { DecidedWorld } from '../../testing/decided-world.js';
import { areaOf, both, goalOf, linesOf, reading, refusalOf, type Changing } from './changed-files.fixtures.js';

const REASON: ChangeRecord = { reason: 'Fel från början' };
const BOTH: ChangeRecord = { ...REASON, decision: 'KF 2027-03-22 § 12' };

describe('a file that says otherwise than what is there', () => {
  let world: DecidedWorld;
  beforeEach(async () => (world = await DecidedWorld.open()), PATIENCE_MS);
  afterEach(() => world.close(), PATIENCE_MS);

  const aTargetOf = (indicator: string, final: number) => ({
    indicator,
    kind: 'point',
    baseline: { period: '2019-Q1', value: 1 },
    final: { period: '2030-Q1', value: final },
    tolerance: 0,
    decision: '§ 1',
  });
  const goal = 'Målet Fler bor här';

  const byReason: readonly [what: string, change: Changing, lines: string[]][] = [
    ['a definition', (f) => Object.assign(f.indicators[1]!, { lagDays: 50 }), ['Besök: dagar till publicering 10 → 50']],
    [
      'direction, calendar and decimals',
      (f) => Object.assign(f.indicators[1]!, { direction: 'none', graceDays: 5, decimals: 1 }),
      ['Besök: decimaler 0 → 1', 'Besök: riktning ska öka → ingen', 'Besök: dagar innan värdet är försenat 30 → 5'],
    ],
    ['who answers for figures', (f) => Object.assign(f.indicators[1]!, { owner: 'kommunstyrelsen' }), ['Besök: ansvarig Gatukontoret → Kommunstyrelsen']],
    ['the name of an actor', (f) => Object.assign(f.actors[1]!, { name: { sv: 'Stadsmiljö' } }), ['Gatukontoret: namn Gatukontoret → Stadsmiljö']],
    ['the name of a place', (f) => Object.assign(f.territories[1]!, { name: { sv: 'Tuna by' } }), ['Tuna: namn Tuna → Tuna by']],
  ]; // prettier-ignore
  for (const [what, change, lines] of byReason) {
    it(
      `writes ${what} as a new revision when it is told why, and not before`,
      async () => {
        const { code, facts } = await refusalOf(world, change);
        expect(code).toBe('change.reason-required');
        expect(facts['changes']).toEqual(lines);
        expect(linesOf(await reading(world, change, REASON))).toEqual(lines);
        expect((await world.lastEvent()).facts).toEqual(jasmine.objectContaining({ reason: 'Fel från början', decision: null }));
        expect(await reading(world, change)).toEqual([]);
      },
      PATIENCE_MS,
    );
  }

  const byDecision: readonly [what: string, change: Changing, lines: string[]][] = [
    ['the name of the strategy', (f) => Object.assign(f.strategy, { name: both('Ny strategi') }), [
      'Strategin: namn Utvecklingsstrategi → Ny strategi',
      'Strategin: namn på engelska Utvecklingsstrategi → Ny strategi',
    ]],
    ['the decision', (f) => Object.assign(f.version, { paragraph: '§ 113' }), ['Beslutet om version 1: paragraf § 112 → § 113']],
    ['the name of an area', (f) => Object.assign(areaOf(f), { shortName: { sv: 'Bo', en: 'Leva' } }), ['Området Leva: kort namn Leva → Bo']],
    ['the name of a goal', (f) => Object.assign(goalOf(f), { name: { sv: 'Fler bor kvar', en: 'Fler bor här' } }), [`${goal}: namn Fler bor här → Fler bor kvar`]],
    ['the order of goals', (f) => areaOf(f).goals.reverse(), ['Målet Trivsel: plats i ordningen 2 → 1', `${goal}: plats i ordningen 1 → 2`]],
    ['a role that is given', (f) => goalOf(f).roles.push({ actor: 'gatukontoret', role: 'delivers' }), [`${goal}, Gatukontoret: roll – → levererar`]],
    ['a role that is taken back', (f) => goalOf(f).roles.splice(0), [`${goal}, Kommunstyrelsen: roll leder → –`]],
    ['a target', (f) => Object.assign(goalOf(f).targets[0]!, { final: { period: '2030', value: 16000 } }), [`${goal}, Folkmängd: slutvärde 15${NBSP}800 (2030) → 16${NBSP}000 (2030)`]],
    ['a target where there was none', (f) => {
      goalOf(f).indicatorsWithoutTarget = ['i-orten'];
      goalOf(f).targets.push(aTargetOf('besok', 2));
    }, [
      `${goal}, Besök: mäts utan målvärde → mot en målbana`,
      `${goal}, Besök: det som jämförs – → värdet`,
      `${goal}, Besök: målbana – → rak`,
      `${goal}, Besök: utgångsvärde – → 1 (kv 1 2019)`,
      `${goal}, Besök: slutvärde – → 2 (kv 1 2030)`,
      `${goal}, Besök: tolerans – → 0`,
      `${goal}, Besök: beslut – → § 1`,
      `${goal}, Besök: påhittat – → nej`,
    ]],
    ['an indicator that no longer measures', (f) => goalOf(f).indicatorsWithoutTarget.splice(0, 1), [`${goal}, Besök: mäts utan målvärde → inte längre`]],
  ]; // prettier-ignore
  for (const [what, change, lines] of byDecision) {
    it(
      `writes ${what} of what was adopted by a decision and for a reason, and not by one of them alone`,
      async () => {
        for (const record of [{}, REASON, { decision: 'KF § 12' }]) {
          const { code, facts } = await refusalOf(world, change, record);
          expect(code).toBe('change.decision-required');
          expect(facts['changes']).toEqual(lines);
        }
        expect(linesOf(await reading(world, change, BOTH))).toEqual(lines);
        expect((await world.lastEvent()).facts).toEqual(jasmine.objectContaining({ ...BOTH, version: 1 }));
        expect(await reading(world, change)).toEqual([]);
        expect(await reading(world, () => {}, BOTH)).toHaveSize(new Set(lines.map((line) => line.split(':')[0])).size);
        expect(await reading(world, () => {})).toEqual([]);
      },
      PATIENCE_MS,
    );
  }

  const byVersion: readonly [what: string, change: Changing, lines: string[]][] = [
    ['adds an area', (f) => f.areas.push({ slug: 'mer', name: both('Mer'), shortName: both('Mer'), description: both('Mer.'), goals: [] } as never), ['Området Mer: ingår i versionen nej → ja']],
    ['adds a goal', (f) => areaOf(f).goals.push({ slug: 'mer', name: both('Mer'), description: both('Mer.') } as never), ['Målet Mer: ingår i versionen nej → ja']],
    ['adds an area with a goal', (f) => f.areas.push({ ...areaOf(f), slug: 'mer', name: both('Mer'), goals: [{ slug: 'mer', name: both('Mer'), description: both('Mer.') }] } as never), [
      'Området Mer: ingår i versionen nej → ja',
      'Målet Mer: ingår i versionen nej → ja',
    ]],
    ['leaves out every area', (f) => f.areas.splice(0), [
      'Området Leva: ingår i versionen ja → nej',
      'Målet Fler bor här: ingår i versionen ja → nej',
      'Målet Trivsel: ingår i versionen ja → nej',
    ]],
    ['calls an area otherwise, and changes more below it', (f) => {
      Object.assign(areaOf(f), { slug: 'bo' });
      Object.assign(goalOf(f), { name: both('Fler bor kvar'), roles: [] });
      areaOf(f).goals.splice(1);
    }, [
      'Området Leva: ingår i versionen ja → nej',
      'Målet Trivsel: ingår i versionen ja → nej',
      'Området Leva: ingår i versionen nej → ja',
      `${goal}: område leva → bo`,
      `${goal}: namn Fler bor här → Fler bor kvar`,
      `${goal}: namn på engelska Fler bor här → Fler bor kvar`,
      'Målet Fler bor kvar, Kommunstyrelsen: roll leder → –',
    ]],
    ['leaves out a goal', (f) => areaOf(f).goals.splice(1), ['Målet Trivsel: ingår i versionen ja → nej']],
  ]; // prettier-ignore
  for (const [what, change, lines] of byVersion) {
    it(
      `refuses a file that ${what} in a version that was adopted, whatever is said for it`,
      async () => {
        const { code, facts } = await refusalOf(world, change, BOTH);
        expect([code, facts['changes']]).toEqual(['change.version-required', lines]);
      },
      PATIENCE_MS,
    );
  }

  it(
    'lists every difference at once, by the most that any of them needs',
    async () => {
      const { code, facts } = await refusalOf(
        world,
        (file) => {
          Object.assign(file.indicators[1]!, { lagDays: 50 });
          goalOf(file).roles.splice(0);
        },
        REASON,
      );
      expect([code, facts['changes']]).toEqual([
        'change.decision-required',
        ['Besök: dagar till publicering 10 → 50', `${goal}, Kommunstyrelsen: roll leder → –`],
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'tells the audit trail what was said before and after',
    async () => {
      await reading(world, (file) => Object.assign(file.indicators[1]!, { lagDays: 50 }), REASON);
      expect((await world.lastEvent()).facts).toEqual({
        version: 1,
        reason: 'Fel från början',
        decision: null,
        changes: [
          {
            kind: 'indicator',
            subject: 'Besök',
            isNew: false,
            differences: [{ field: 'dagar till publicering', before: '10', after: '50' }],
          },
        ],
      });
    },
    PATIENCE_MS,
  );

  it(
    'shows for a moment before the change what was said then, and from then on the other',
    async () => {
      const before = await world.moment();
      await reading(
        world,
        (file) => {
          Object.assign(file.actors[0]!, { name: { sv: 'Styrelsen' } });
          Object.assign(file.strategy, { name: both('Ny strategi') });
          Object.assign(file.version, { paragraph: '§ 113' });
          Object.assign(areaOf(file), { name: both('Bo') });
          Object.assign(goalOf(file), { name: both('Fler bor kvar') });
          goalOf(file).roles.push({ actor: 'gatukontoret', role: 'delivers' });
          Object.assign(goalOf(file).targets[0]!, { tolerance: 60 });
          goalOf(file).indicatorsWithoutTarget.splice(0, 1);
          Object.assign(file.indicators[0]!, { decimals: 1, breaks: [{ firstPeriod: '2023', reason: both('Ny metod') }] });
        },
        BOTH,
      );
      const old = [
        'Utvecklingsstrategi',
        '§ 112',
        'Leva',
        'Fler bor här',
        'Kommunstyrelsen leads',
        '50, none, none',
        '0 decimals, 0 breaks',
        'Kommunstyrelsen',
      ];
      const now = [
        'Ny strategi',
        '§ 113',
        'Bo',
        'Fler bor kvar',
        'Styrelsen leads, Gatukontoret delivers',
        '60, none',
        '1 decimals, 1 breaks',
        'Styrelsen',
      ];
      expect(await said(before)).toEqual(old);
      expect(await said(await world.moment())).toEqual(now);
      expect(await said({ today: before.today, known: undefined })).toEqual(now);
    },
    PATIENCE_MS,
  );

  /** What the readings say of the first area and goal and all that hangs on it. */
  async function said(asOf: AsOf): Promise<unknown[]> {
    const strategy = await world.app.get(StrategyQuery).inForce(asOf);
    const [first] = goalsOf(strategy);
    const roles = (await world.app.get(ResponsibilityQuery).ofGoals([first!.id], asOf)).get(first!.id)!;
    const targets = await world.app.get(TargetQuery).ofGoals([first!.id], asOf);
    const { rules } = await world.app.get(IndicatorQuery).bySlug('folkmangd', asOf);
    return [
      strategy.decision.name.sv,
      strategy.decision.paragraph,
      strategy.areas[0]!.name.sv,
      first!.name.sv,
      roles.map(({ actor, role }) => `${actor.name.sv} ${role}`).join(', '),
      targets.map(({ target }) => target?.tolerance ?? 'none').join(', '),
      `${rules.decimals} decimals, ${rules.breaks.length} breaks`,
      (await world.app.get(ActorQuery).bySlug('kommunstyrelsen', asOf)).name.sv,
    ];
  }
});
