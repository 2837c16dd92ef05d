import { ACTOR_KINDS, ACTOR_ROLES } from '@slusen/domain';
import { type StrategyFile } from '@slusen/contracts';
import { readDemoContent } from './demo-content.js';
import { EXAMPLE_SHAPES } from './example-shapes.js';

const SIX_AREAS = [
  'Attraktiva och hållbara livsmiljöer',
  'Kompetens- och arbetskraftsförsörjning',
  'Främja företagsamhet på lika villkor',
  'Aktiv och meningsfull fritid i ett samhällsbyggande och inkluderande perspektiv',
  'Väl fungerande infrastruktur',
  'Tillit och socialt kapital',
];

describe('the strategy of the demonstration', () => {
  let strategy: StrategyFile;
  beforeAll(async () => {
    ({ strategy } = await readDemoContent('apps/api/src/demo'));
  });
  const goals = () => strategy.areas.flatMap((area) => area.goals);

  it('has the six areas of SLUS in their order, with one to three goals each', () => {
    expect(strategy.areas.map(({ name }) => name.sv)).toEqual(SIX_AREAS);
    for (const area of strategy.areas) {
      expect(area.goals.length).withContext(area.slug).toBeGreaterThanOrEqual(1);
      expect(area.goals.length).withContext(area.slug).toBeLessThanOrEqual(3);
    }
  });

  it('was adopted by the council in the autumn of 2017, a day nobody made up', () => {
    expect(strategy.version).toEqual(
      jasmine.objectContaining({
        body: { sv: 'kommunfullmäktige', en: 'the municipal council' },
        decidedOnText: { sv: 'hösten 2017', en: 'in autumn 2017' },
      }),
    );
    expect(strategy.version.decidedOn).toBeUndefined();
  });

  it('has at least twenty real indicators, six invented quarterly ones and one invented monthly one', () => {
    const invented = strategy.indicators.filter(({ isExample }) => isExample);
    expect(strategy.indicators.length - invented.length).toBeGreaterThanOrEqual(20);
    expect(invented.filter(({ cadence }) => cadence === 'quarter').length).toBeGreaterThanOrEqual(6);
    expect(invented.filter(({ cadence }) => cadence === 'month').length).toBe(1);
    expect(invented.map(({ slug }) => slug).sort()).toEqual(Object.keys(EXAMPLE_SHAPES).sort());
  });

  it('marks every target as an example that nobody decided', () => {
    const targets = goals().flatMap((goal) => goal.targets);
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) {
      expect(target).toEqual(jasmine.objectContaining({ isExample: true, decision: 'Exempel, inte beslutat' }));
    }
  });

  it('marks its goals as examples, and invented associations, businesses and groups too', () => {
    expect(goals().filter(({ isExample }) => !isExample)).toEqual([]);
    const invented = ['association', 'business', 'local-development-group'];
    expect(strategy.actors.filter(({ kind, isExample }) => invented.includes(kind) !== isExample)).toEqual([]);
  });

  it('says everything in English too, but for the names of places and companies', () => {
    const places = strategy.territories.map(({ name }) => name.sv);
    const companies = strategy.actors.filter(({ kind }) => kind === 'business' || kind === 'municipal-company').map(({ name }) => name.sv);
    const inSwedishOnly = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      if ('sv' in value && !('en' in value)) return [String(value.sv)];
      return Object.values(value).flatMap(inSwedishOnly);
    };
    const names = new Set([...places, ...companies]);
    expect(inSwedishOnly(strategy).filter((text) => !names.has(text))).toEqual([]);
  });

  it('gives actors of every kind a role, and uses every role', () => {
    const roles = goals().flatMap((goal) => goal.roles);
    const named = new Set(roles.map(({ actor }) => actor));
    const kinds = strategy.actors.filter(({ slug }) => named.has(slug)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(ACTOR_KINDS));
    expect(new Set(roles.map(({ role }) => role))).toEqual(new Set(ACTOR_ROLES));
    expect(goals().filter((goal) => !goal.roles.some(({ role }) => role === 'leads'))).toEqual([]);
  });

  it('calls nothing real in a goal that is an example', () => {
    for (const goal of goals().filter(({ isExample }) => isExample)) {
      expect(JSON.stringify(goal))
        .withContext(goal.slug)
        .not.toMatch(/verklig|\breal\b/i);
    }
  });

  it('lights as many metres in the action as the target of the goal still lacks', () => {
    const goal = goals().find(({ slug }) => slug === 'belyst-cykelvag-i-sodra-vi');
    const [target, action] = [goal?.targets[0], goal?.actions?.[0]];
    const built = EXAMPLE_SHAPES['belyst-cykelvag']?.stages?.map(({ value }) => value) ?? [];
    const [before = NaN, whole = NaN] = built.slice(-2);
    expect(target?.kind === 'point' && target.final.value).toBe(whole);
    expect(action?.description?.sv).toContain(`${whole - before} metrarna`);
    expect(action?.description?.en).toContain(`${whole - before} metres`);
  });

  it('gives the cycle path in Södra Vi its four roles', () => {
    const roles = goals().find(({ slug }) => slug === 'belyst-cykelvag-i-sodra-vi')?.roles ?? [];
    expect(roles.map(({ actor, role }) => [actor, role])).toEqual([
      ['utvecklingsavdelningen', 'leads'],
      ['gatukontoret', 'participates'],
      ['vimmerby-energi-och-miljo', 'delivers'],
      ['utvecklingsgruppen-i-sodra-vi', 'is-informed'],
    ]);
  });

  it('has ten localities within the municipality', () => {
    const localities = strategy.territories.filter(({ kind }) => kind === 'locality');
    expect(localities.length).toBe(10);
    expect(new Set(localities.map(({ parent }) => parent))).toEqual(new Set(['0884']));
  });

  it('leaves one goal unmeasured on purpose, and measures every other', () => {
    const unmeasured = goals().filter((goal) => goal.targets.length + goal.indicatorsWithoutTarget.length === 0);
    expect(unmeasured.map(({ slug }) => slug)).toEqual(['framtidstro']);
    expect(unmeasured[0]?.deliberatelyNotMeasured).toBeDefined();
  });

  it('has an owner that is a department for every indicator', () => {
    const departments = new Set(strategy.actors.filter(({ kind }) => kind === 'department').map(({ slug }) => slug));
    expect(strategy.indicators.filter(({ owner }) => !owner || !departments.has(owner))).toEqual([]);
  });

  it('writes numbers as Swedes do wherever Swedish is read', () => {
    const texts: string[] = [];
    JSON.stringify(strategy, (key, value: unknown) => {
      if (key === 'sv' && typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => /\d \d{3}\b|(^|\s)-\d|\d\.\d|\d%/.test(text))).toEqual([]);
  });
});
