import { anAction } from '../cooperation/action.fixtures.js';
import { aBand, aPoint } from '../target/target.fixtures.js';
import { type GoalContent, type StrategyContent, type TemplateAction } from './strategy-content.js';
import { strategyFaults, surroundingsIn } from './strategy-faults.js';
import { aGoal, anArea, anIndicator, aStrategy, VISITS } from './strategy.fixtures.js';

/** What is wrong with a strategy, as `place: code "text"`. */
const faultsOf = (strategy: StrategyContent): string[] =>
  [...strategyFaults(strategy)].map(({ path, code, text }) => `${path.join('.')}: ${code} "${text}"`);
const { territories, actors, version } = aStrategy();
const [municipality, locality] = territories as [(typeof territories)[number], (typeof territories)[number]];
const [committee, department] = actors as [(typeof actors)[number], (typeof actors)[number]];

const toDo = (changes: Partial<TemplateAction> = {}): TemplateAction => ({ ...anAction({ partners: [] }), slug: 'moten', ...changes });

describe('a strategy', () => {
  it('that hangs together has no fault', () => expect(faultsOf(aStrategy())).toEqual([]));

  const wholes: [what: string, changes: Partial<StrategyContent>, faults: string[]][] = [
    ['two territories of one code', { territories: [municipality, locality, locality] }, ['territories.2.code: name.repeated "0884-tuna"']],
    ['two actors of one slug', { actors: [committee, department, department] }, ['actors.2.slug: name.repeated "gatukontoret"']],
    ['two indicators of one slug', { indicators: [anIndicator(), VISITS, VISITS] }, ['indicators.2.slug: name.repeated "besok"']],
    ['two areas of one slug', { areas: [anArea(), anArea({ goals: [] })] }, ['areas.1.slug: name.repeated "leva"']],
    ['one goal in two areas', { areas: [anArea(), anArea({ slug: 'bo' })] }, ['areas.1.goals.0.slug: name.repeated "fler-bor-har"']],
    ['one goal twice in an area', { areas: [anArea({ goals: [aGoal(), aGoal()] })] }, ['areas.0.goals.1.slug: name.repeated "fler-bor-har"']],
    ['goals of their own in two areas', { areas: [anArea(), anArea({ slug: 'bo', goals: [aGoal({ slug: 'fler-bostader' })] })] }, []],
    ['no municipality of its own', { territories: [{ ...municipality, kind: 'comparison' }, locality] }, ['territories: territory.one-municipality "0"']],
    ['two municipalities of its own', { territories: [municipality, { ...municipality, code: '0883' }] }, ['territories: territory.one-municipality "2"']],
    ['a locality in no municipality', { territories: [municipality, { ...locality, parent: undefined }] }, ['territories.1.parent: territory.parent-missing "0884-tuna"']],
    ['other municipalities and the country in nothing', { territories: [municipality, { ...municipality, code: '0883', kind: 'comparison' }, { ...municipality, code: '00', kind: 'country' }] }, []],
    ['a locality in an unknown place', { territories: [municipality, { ...locality, parent: '0883' }] }, ['territories.1.parent: reference.unknown "0883"']],
    ['places that lie in each other', { territories: [{ ...municipality, parent: '0884-tuna' }, locality] }, ['territories.0.parent: parent.circle "0884-tuna"', 'territories.1.parent: parent.circle "0884"']],
    ['an actor of an unknown one', { actors: [committee, { ...department, parent: 'ingen' }] }, ['actors.1.parent: reference.unknown "ingen"']],
    ['an actor of its own', { actors: [committee, { ...department, parent: 'gatukontoret' }] }, ['actors.1.parent: parent.circle "gatukontoret"']],
    ['no word of when it was decided', { version: { ...version, decidedOn: undefined } }, ['version.decidedOn: version.decided-missing ""']],
    ['only words for when it was decided', { version: { ...version, decidedOn: undefined, decidedOnText: { sv: 'hösten 2017' } } }, []],
    ['an end before the beginning', { version: { ...version, validTo: '2025-12-31' } }, ['version.validTo: version.ends-before-it-begins "2025-12-31"']],
    ['one day in force', { version: { ...version, validTo: '2026-01-01' } }, []],
    ['an indicator that nobody answers for', { indicators: [anIndicator({ owner: 'ingen' }), VISITS] }, ['indicators.0.owner: reference.unknown "ingen"']],
    ['an indicator of a committee', { indicators: [anIndicator({ owner: 'kommunstyrelsen' }), VISITS] }, []],
    ['the municipality among localities', { indicators: [anIndicator({ perLocality: ['0884-tuna', '0884'] }), VISITS] }, ['indicators.0.perLocality.1: reference.unknown "0884"']],
    ['a balance of what is not there', { indicators: [anIndicator({ balance: [{ indicator: 'fodda', sign: 1, at: 'same-period' }] }), VISITS] }, ['indicators.0.balance.0.indicator: reference.unknown "fodda"']],
    ['a yearly series that breaks at a quarter', { indicators: [anIndicator({ breaks: [{ firstPeriod: '2024-Q1', reason: { sv: 'Ny' } }] }), VISITS] }, ['indicators.0.breaks.0.firstPeriod: period.wrong-cadence "2024-Q1"']],
  ]; // prettier-ignore
  for (const [what, changes, faults] of wholes) {
    it(`with ${what} is ${faults.length ? 'refused' : 'taken'}`, () => expect(faultsOf(aStrategy(changes))).toEqual(faults));
  }

  const GOAL = 'areas.0.goals.0';
  const goals: [what: string, changes: Partial<GoalContent>, faults: string[]][] = [
    ['that nobody has a role in', { roles: [] }, []],
    ['led by nobody known', { roles: [{ actor: 'ingen', role: 'leads' }] }, ['roles.0.actor: reference.unknown "ingen"']],
    ['with one role given twice', { roles: [{ actor: 'gatukontoret', role: 'leads' }, { actor: 'gatukontoret', role: 'leads' }] }, ['roles.1: name.repeated "gatukontoret leads"']],
    ['with two roles of one actor', { roles: [{ actor: 'gatukontoret', role: 'leads' }, { actor: 'gatukontoret', role: 'finances' }] }, []],
    ['with one role of two actors', { roles: [{ actor: 'gatukontoret', role: 'leads' }, { actor: 'kommunstyrelsen', role: 'leads' }] }, []],
    ['left unmeasured on purpose', { deliberatelyNotMeasured: { sv: 'Nej' }, targets: [], indicatorsWithoutTarget: [] }, []],
    ['left unmeasured with a target', { deliberatelyNotMeasured: { sv: 'Nej' }, indicatorsWithoutTarget: [] }, ['deliberatelyNotMeasured: goal.measured-though-not "fler-bor-har"']],
    ['left unmeasured with an indicator', { deliberatelyNotMeasured: { sv: 'Nej' }, targets: [] }, ['deliberatelyNotMeasured: goal.measured-though-not "fler-bor-har"']],
    ['measured by nothing', { targets: [], indicatorsWithoutTarget: [] }, []],
    ['with two targets for one indicator', { targets: [aPoint(), aBand()] }, ['targets.1.indicator: name.repeated "folkmangd"']],
    ['with one indicator twice', { indicatorsWithoutTarget: ['besok', 'besok'] }, ['indicatorsWithoutTarget.1: name.repeated "besok"']],
    ['with an indicator that has a target too', { indicatorsWithoutTarget: ['besok', 'folkmangd'] }, ['indicatorsWithoutTarget.1: goal.has-target-for-it "folkmangd"']],
    ['with an unknown indicator', { indicatorsWithoutTarget: ['besok', 'ingen'] }, ['indicatorsWithoutTarget.1: reference.unknown "ingen"']],
    ['with a target for an unknown indicator', { targets: [aPoint(), aPoint({ indicator: 'ingen' })] }, ['targets.1.indicator: reference.unknown "ingen"']],
    ['with an action', { actions: [toDo({ partners: ['gatukontoret'], territory: '0884-tuna', indicator: 'besok' })] }, []],
    ['with an action of nobody known', { actions: [toDo({ lead: 'ingen' })] }, ['actions.0.lead: reference.unknown "ingen"']],
    ['with an action that ends before it begins', { actions: [toDo({ endsOn: '2026-01-31' })] }, ['actions.0.endsOn: action.ends-before-it-begins "2026-01-31"']],
    ['with one action twice', { actions: [toDo(), toDo()] }, ['actions.1.slug: name.repeated "moten"']],
    ['with a target that does not fit its indicator', { targets: [aPoint({ final: { period: '2030-Q4', value: 1 } })] }, ['targets.0.final.period: period.wrong-cadence "2030-Q4"']],
  ]; // prettier-ignore
  for (const [what, changes, faults] of goals) {
    it(`with a goal ${what} is ${faults.length ? 'refused' : 'taken'}`, () => {
      const strategy = aStrategy({ areas: [anArea({ goals: [aGoal(changes)] })] });
      expect(faultsOf(strategy)).toEqual(faults.map((fault) => `${GOAL}.${fault}`));
    });
  }

  it('tells everything that is wrong with it at once, each at its place', () => {
    const elsewhere = anArea({ slug: 'bo', goals: [aGoal({ slug: 'ny', roles: [{ actor: 'ingen', role: 'leads' }] })] });
    const broken = aStrategy({ territories: [locality], version: { ...version, decidedOn: undefined }, areas: [anArea(), elsewhere] });
    expect(faultsOf(broken)).toEqual([
      'territories: territory.one-municipality "0"',
      'territories.0.parent: reference.unknown "0884"',
      'version.decidedOn: version.decided-missing ""',
      'areas.1.goals.0.roles.0.actor: reference.unknown "ingen"',
    ]);
  });
});

describe('the surroundings of a definition in a strategy', () => {
  const around = surroundingsIn(aStrategy());
  it('are its actors, its localities and its indicators, with the cadence of each', () => {
    expect(['gatukontoret', 'kommunstyrelsen', 'ingen'].map((slug) => around.actors.has(slug))).toEqual([true, true, false]);
    expect(['0884-tuna', '0884'].map((code) => around.localities.has(code))).toEqual([true, false]);
    expect(['folkmangd', 'besok', 'ingen'].map((slug) => around.indicators.get(slug)?.cadence)).toEqual(['year', 'quarter', undefined]);
  });
});
