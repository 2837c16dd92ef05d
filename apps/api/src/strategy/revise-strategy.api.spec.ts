import type { AreaNames, GoalNames, StrategyNames, VersionContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import type { AsOf } from '../platform/as-of.js';
import { DecidedWorld, TODAY, type Why } from '../testing/decided-world.js';
import { ReviseStrategy } from './revise-strategy.js';
import { StrategyQuery } from './strategy.query.js';
import { GoalRepository } from './goal.repository.js';
import { StrategyRepository } from './strategy.repository.js';

const both = (text: string) => ({ sv: text, en: text });
const WHY: Why = { reason: 'Skrivfel', decision: 'KF 2027-03-22 § 12' };
const now: AsOf = { today: TODAY, known: undefined };

describe('what a strategy says', () => {
  let world: DecidedWorld;
  /** Where every change is undone, so that each spec meets the words of the file. */
  let pristine: DecidedWorld;
  beforeAll(async () => ([world, pristine] = await Promise.all([DecidedWorld.open(), DecidedWorld.open()])), 120_000);
  afterAll(() => Promise.all([world.close(), pristine.close()]));

  /** What is there, as a use case reads it under its lock; neither of the two keeps anything between calls. */
  async function there(_: Amendment) {
    const strategies = world.app.get(StrategyRepository);
    const names = (await strategies.strategy())!;
    const version = (await strategies.version(names.id, 1))!;
    const goals = world.app.get(GoalRepository);
    const [area] = await goals.areas(version.id);
    const [goal, unmeasured] = await goals.ofVersion(version.id);
    return { names, version, area: area!, goal: goal!, unmeasured: unmeasured! };
  }
  const rewording = {
    names: (change: Partial<StrategyNames>, expected?: number) => async (a: Amendment) => {
      const { names } = await there(a);
      return world.app.get(ReviseStrategy).names(a, { there: names, content: { ...names.content, ...change }, expected });
    },
    version: (change: Partial<VersionContent>, expected?: number) => async (a: Amendment) => {
      const { version } = await there(a);
      return world.app.get(ReviseStrategy).version(a, { there: version, content: { ...version.content, ...change }, expected });
    },
    area: (change: Partial<AreaNames>, expected?: number) => async (a: Amendment) => {
      const { area } = await there(a);
      return world.app.get(ReviseStrategy).area(a, { there: area, content: { ...area.content, ...change }, expected });
    },
    goal: (change: Partial<GoalNames>, expected?: number) => async (a: Amendment) => {
      const { goal } = await there(a);
      return world.app.get(ReviseStrategy).goal(a, { there: goal, content: { ...goal.content, ...change }, expected });
    },
  };
  type Part = keyof typeof rewording;
  const PARTS: readonly Part[] = ['names', 'version', 'area', 'goal'];

  /** Each part with a change of each of its fields, and the line that people are told. */
  const fields: readonly [part: Part, work: (a: Amendment) => Promise<void>, lines: string[]][] = [
    ['names', rewording.names({ name: { sv: 'Ny strategi', en: 'Utvecklingsstrategi' } }), ['Strategin: namn Utvecklingsstrategi → Ny strategi']],
    ['names', rewording.names({ name: { sv: 'Utvecklingsstrategi', en: 'New' } }), ['Strategin: namn på engelska Utvecklingsstrategi → New']],
    ['names', rewording.names({ purpose: { sv: 'Kommunen ska må bra.', en: 'Kommunen ska växa.' } }), ['Strategin: syfte Kommunen ska växa. → Kommunen ska må bra.']],
    ['version', rewording.version({ body: { sv: 'kommunstyrelsen', en: 'kommunfullmäktige' } }), ['Beslutet om version 1: beslutande organ kommunfullmäktige → kommunstyrelsen']],
    ['version', rewording.version({ decidedOn: '2020-11-18' }), ['Beslutet om version 1: beslutad 17 november 2020 → 18 november 2020']],
    ['version', rewording.version({ dnr: 'KS 2020/1' }), ['Beslutet om version 1: diarienummer – → KS 2020/1']],
    ['version', rewording.version({ paragraph: undefined }), ['Beslutet om version 1: paragraf § 112 → –']],
    ['version', rewording.version({ isExample: true }), ['Beslutet om version 1: påhittad nej → ja']],
    ['area', rewording.area({ shortName: { sv: 'Bo', en: 'Leva' } }), ['Området Leva: kort namn Leva → Bo']],
    ['area', rewording.area({ description: { sv: 'Hus.', en: 'Bostäder och boendemiljöer.' } }), ['Området Leva: beskrivning Bostäder och boendemiljöer. → Hus.']],
    ['area', rewording.area({ position: 4 }), ['Området Leva: plats i ordningen 1 → 5']],
    ['goal', rewording.goal({ description: { sv: 'Fler.', en: 'Folkmängden ska öka.' } }), ['Målet Fler bor här: beskrivning Folkmängden ska öka. → Fler.']],
    ['goal', rewording.goal({ isExample: true }), ['Målet Fler bor här: påhittad nej → ja']],
    ['goal', rewording.goal({ position: 7 }), ['Målet Fler bor här: plats i ordningen 1 → 8']],
  ]; // prettier-ignore
  for (const [part, work, lines] of fields) {
    it(`changes by a decision and for a reason: ${lines[0]}`, async () => {
      for (const why of [{}, { reason: 'Skrivfel' }, { decision: 'KF § 12' }]) {
        const { code, facts } = await pristine.refusalOf(why, work);
        expect([code, facts?.['changes']]).toEqual(['change.decision-required', lines]);
      }
      const before = await pristine.amend({}, there);
      const { answer: after, lines: told } = await pristine.undone(WHY, async (a) => {
        await work(a);
        return there(a);
      });
      expect(told).toEqual(lines);
      expect(after[part].revision).toBe(before[part].revision + 1);
      for (const other of PARTS.filter((name) => name !== part)) expect(after[other]).toEqual(before[other]);
    });
  }

  it('stays as it is where nothing differs, whatever is said for it', async () => {
    const counts = await world.recorded();
    for (const part of PARTS) expect(await world.linesOf(WHY, rewording[part]({}))).toEqual([]);
    expect(await world.recorded()).toEqual(counts);
  });

  it('keeps in every row why it says otherwise than the one before', async () => {
    const { goal } = await world.amend({}, there);
    for (const reason of ['Ett', 'Två']) await world.amend({ reason, decision: `KF ${reason}` }, rewording.goal({ name: both(reason) }));
    expect((await world.revisionsOf('goal_revision', 'goal_id', goal.id)).slice(-2)).toEqual([
      { revision: goal.revision + 1, reason: 'Ett', decision: 'KF Ett' },
      { revision: goal.revision + 2, reason: 'Två', decision: 'KF Två' },
    ]);
  });

  it('from a revision that somebody else changed meanwhile is refused, and told which one is there', async () => {
    for (const part of PARTS) {
      const { revision } = (await world.amend({}, there))[part];
      for (const expected of [0, revision - 1, revision + 1]) {
        const { code, facts } = await world.refusalOf(WHY, rewording[part]({}, expected));
        expect([code, facts]).withContext(part).toEqual(['revision.stale', { revision }]);
      }
      await expectAsync(world.amend(WHY, rewording[part]({}, revision))).toBeResolved();
    }
  });

  it('is of everything or of nothing: one change without its decision undoes those beside it', async () => {
    const refusal = await world.refusalOf({ reason: 'Bara ett skäl' }, async (a) => {
      await rewording.names({ purpose: both('Annat syfte') })(a);
      await rewording.goal({ name: both('Annat mål') })(a);
    });
    expect(refusal.code).toBe('change.decision-required');
    expect((refusal.facts?.['changes'] as string[]).map((line) => line.split(':')[0])).toEqual([
      ...['Strategin', 'Strategin'],
      ...Array<string>(2).fill(`Målet ${(await world.amend({}, there)).goal.content.name.sv}`),
    ]);
  });

  it('shows at every moment the words it had by then', async () => {
    const words = ['Första', 'Andra', 'Tredje'];
    const moments: { asOf: AsOf; word: string }[] = [];
    for (const word of words) {
      await world.amend(WHY, async (a) => {
        await rewording.names({ name: both(word) })(a);
        await rewording.version({ paragraph: word })(a);
        await rewording.area({ name: both(word) })(a);
        await rewording.goal({ name: both(word) })(a);
      });
      moments.push({ asOf: await world.moment(), word });
    }
    for (const { asOf, word } of [...moments, { asOf: now, word: 'Tredje' }]) {
      const { decision, areas } = await world.app.get(StrategyQuery).inForce(asOf);
      expect([
        decision.name.sv,
        decision.paragraph,
        areas[0]?.name.sv,
        areas[0]?.goals.find(({ slug }) => slug === 'fler-bor-har')?.name.sv,
      ])
        .withContext(asOf.known ?? 'now')
        .toEqual([word, word, word, word]);
    }
  });

  it('moves in its order as it is told, and back', async () => {
    const order = async () => (await world.app.get(StrategyQuery).inForce(now)).areas[0]?.goals.map(({ slug }) => slug);
    await world.amend(WHY, rewording.goal({ position: 5 }));
    expect(await order()).toEqual(['trivsel', 'fler-bor-har']);
    await world.amend(WHY, rewording.goal({ position: 0 }));
    expect(await order()).toEqual(['fler-bor-har', 'trivsel']);
  });

  it('is for a strategist to change and nobody else', async () => {
    for (const part of PARTS)
      expect(await world.rolesAllowed(WHY, () => rewording[part]({})))
        .withContext(part)
        .toEqual(['strategist']);
  });
});
