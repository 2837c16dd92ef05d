import { STRATEGY_FILE } from '../integrity/kept-strategy.fixtures.js';
import { accountOf, migrateAndFill, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { accountCommand } from './account.js';
import { commandDesk, nothing } from './console/command-desk.fixtures.js';
import { importCommand } from './import.js';
import { strategyImportCommand } from './strategy-import.js';

describe('the command strategy:import', () => {
  const desk = commandDesk();
  beforeEach(() => desk.onDatabase(nothing), PATIENCE_MS);
  const importing = async (content: unknown, ...options: string[]) =>
    desk.run(strategyImportCommand, [await desk.file('strategy.json', JSON.stringify(content)), ...options]);
  const [area] = STRATEGY_FILE.areas;
  const [goal, ...otherGoals] = area.goals;
  const [population, ...otherIndicators] = STRATEGY_FILE.indicators;
  const slower = { ...STRATEGY_FILE, indicators: [{ ...population, lagDays: 50 }, ...otherIndicators] };
  const withRole = {
    ...STRATEGY_FILE,
    areas: [{ ...area, goals: [{ ...goal, roles: [...goal.roles, { actor: 'gatukontoret', role: 'delivers' }] }, ...otherGoals] }],
  };

  it(
    'makes the tables and reads the file, and again without harm',
    async () => {
      expect(await importing(STRATEGY_FILE)).toEqual({
        code: 0,
        said: 'New: 1 strategy, 1 version, 2 territories, 2 actors, 3 indicators, 1 series break, 1 area, 2 goals, 3 targets, 1 role.',
        complained: '',
      });
      expect((await importing(STRATEGY_FILE)).said).toBe('Everything in the file was there already; nothing was changed.');
      expect(await desk.count('goal')).toBe(2);
    },
    PATIENCE_MS,
  );

  it(
    'asks for the right of the account that answers for it, and names it in the audit trail',
    async () => {
      await importing(STRATEGY_FILE);
      for (const role of ['strategist', 'administrator']) {
        const args = ['--username', `one-${role}`, '--name', role, '--role', role];
        await desk.run(accountCommand, args, ['']);
      }
      const path = await desk.file('strategy.json', JSON.stringify(STRATEGY_FILE));
      const refused = await desk.run(strategyImportCommand, [path, '--by', 'one-administrator']);
      expect([refused.code, refused.complained]).toEqual([1, 'The roles of the account do not allow this (strategy.adopt).']);
      expect((await importing(slower, '--reason', 'Senare', '--by', 'one-strategist')).code).toBe(0);
      const { rows } = await desk.query('select payload from audit_event order by record_id desc limit 1');
      const event = JSON.parse((rows[0] as { payload: string }).payload) as object;
      expect(event).toEqual(
        jasmine.objectContaining({ action: 'strategy.import', by: (await accountOf(await desk.context(), 'one-strategist')).id }),
      );
    },
    PATIENCE_MS,
  );

  it(
    'tells of a series break that is new',
    async () => {
      await importing(STRATEGY_FILE);
      const [indicator, ...others] = STRATEGY_FILE.indicators;
      const breaks = [{ firstPeriod: '2023', reason: { sv: 'Ny metod', en: 'New method' } }];
      expect((await importing({ ...STRATEGY_FILE, indicators: [{ ...indicator, breaks }, ...others] })).said).toBe('New: 1 series break.');
    },
    PATIENCE_MS,
  );

  it(
    'lists what a changed file says otherwise, and writes it when it is told why',
    async () => {
      await importing(STRATEGY_FILE);
      const line = 'Folkmängd: dagar till publicering 10 → 50';
      expect(await importing(slower)).toEqual({
        code: 1,
        said: line,
        complained: jasmine.stringMatching(/say why with --reason; nothing was stored\.$/),
      });
      expect(await desk.count('indicator_definition')).toBe(3);
      expect(await importing(slower, '--reason', 'SCB publicerar senare')).toEqual({
        code: 0,
        said: `${line}\nWritten as new revisions: 1 change.`,
        complained: '',
      });
      expect((await desk.query('select revision, lag_days, change_reason from indicator_definition where revision > 1')).rows).toEqual([
        { revision: 2, lag_days: 50, change_reason: 'SCB publicerar senare' },
      ]);
      expect((await importing(slower, '--reason', 'Igen')).said).toBe('Everything in the file was there already; nothing was changed.');
    },
    PATIENCE_MS,
  );

  it(
    'changes what was adopted only by a decision',
    async () => {
      await importing(STRATEGY_FILE);
      const line = 'Målet Fler bor här, Gatukontoret: roll – → levererar';
      const { code, said, complained } = await importing(withRole, '--reason', 'Glömdes');
      expect([code, said]).toEqual([1, line]);
      expect(complained).toMatch(/name the decision with --decision .*; nothing was stored\.$/);
      expect(await desk.count('responsibility')).toBe(1);
      const done = await importing(withRole, '--reason', 'Glömdes', '--decision', 'KF 2027-03-22 § 12');
      expect([done.code, done.said]).toEqual([0, `${line}\nWritten as new revisions: 1 change.`]);
      expect((await desk.query('select change_reason, change_decision from responsibility where change_reason is not null')).rows).toEqual([
        { change_reason: 'Glömdes', change_decision: 'KF 2027-03-22 § 12' },
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'leaves what a version consists of to another version',
    async () => {
      await importing(STRATEGY_FILE);
      const without = { ...STRATEGY_FILE, areas: [{ ...area, goals: [goal] }] };
      const { code, said, complained } = await importing(without, '--reason', 'Ströks', '--decision', 'KF § 12');
      expect([code, said]).toEqual([1, 'Målet Trivsel: ingår i versionen ja → nej']);
      expect(complained).toMatch(/give the version a number of its own; nothing was stored\.$/);
    },
    PATIENCE_MS,
  );

  it(
    'gives an indicator that a file of figures made its definition, direction, calendar and decimals',
    async () => {
      await desk.onDatabase(migrateAndFill);
      const figures = 'municipality_code,municipality,indicator,period,value,unit,source\n0884,Vimmerby,Nya besök,2024,3,besök,Egen\n';
      const path = await desk.file('new.csv', figures);
      expect((await desk.run(importCommand, [path, '--source', 'Egen', '--approved-by', 'gunnel', '--new-indicators'])).code).toBe(0);
      const both = (text: string) => ({ sv: text, en: text });
      const said = { slug: 'nya-besok', name: both('Nya besök'), definition: both('Antal.'), unit: both('besök'), decimals: 1 };
      const defined = {
        ...said,
        direction: 'increase',
        cadence: 'year',
        aggregation: 'sum',
        lagDays: 20,
        graceDays: 30,
        source: { name: 'Egen' },
      };
      const changed = { ...STRATEGY_FILE, indicators: [...STRATEGY_FILE.indicators, defined] };
      const { code, said: lines } = await importing(changed, '--reason', 'Nu definierad');
      expect(code).toBe(0);
      expect(lines).toMatch(/^Nya besök: decimaler 0 → 1$/m);
      expect(lines).toMatch(/^Nya besök: riktning ingen → ska öka$/m);
      expect(lines).toMatch(/^Nya besök: dagar till publicering 90 → 20$/m);
    },
    PATIENCE_MS,
  );

  it('takes no empty reason', async () => {
    expect((await importing(STRATEGY_FILE, '--reason', ' ')).complained).toMatch(/^--reason must have between 1 and 1000 characters\./);
  });

  it(
    'tells each fault in a sentence with its place',
    async () => {
      const [area] = STRATEGY_FILE.areas;
      const [goal] = area.goals;
      const { code, complained } = await importing({
        ...STRATEGY_FILE,
        areas: [{ ...area, goals: [{ ...goal, roles: [{ actor: 'ingen', role: 'leads' }] }] }],
      });
      expect(code).toBe(1);
      expect(complained).toMatch(
        /^Area "Leva", goal "Fler bor här", role of "ingen": actor "ingen" names no actor, .* \(areas\.0\.goals\.0\.roles\.0\.actor\)\.\n.* was refused with 1 fault; nothing was stored/,
      );
    },
    PATIENCE_MS,
  );

  it('says what is wrong in one field as the documentation does', async () => {
    const { complained } = await importing({ ...STRATEGY_FILE, version: { ...STRATEGY_FILE.version, validFrom: '2026-02-30' } });
    expect(complained).toMatch(/^version\.validFrom "2026-02-30" is no day of the calendar, written "2026-09-30"\.\n/);
  });

  for (const [what, content, sentence] of [
    ['no JSON', '{ "format": 1,', /it is not JSON/],
    ['no UTF-8', Buffer.from([0x7b, 0xe5, 0x7d]), /it is not UTF-8/],
  ] as const) {
    it(`says that a file is ${what}`, async () => {
      const { code, complained } = await desk.run(strategyImportCommand, [await desk.file('broken.json', content)]);
      expect(code).toBe(1);
      expect(complained).toMatch(sentence);
    });
  }

  it(
    'refuses another strategy than the one that is there',
    async () => {
      await importing(STRATEGY_FILE);
      const { code, complained } = await importing({ ...STRATEGY_FILE, strategy: { ...STRATEGY_FILE.strategy, slug: 'landsbygd' } });
      expect([code, complained]).toEqual([
        1,
        'The database holds the strategy strategi, but the file is about landsbygd; one installation holds one strategy.',
      ]);
    },
    PATIENCE_MS,
  );

  it('refuses the strategy of another municipality', async () => {
    const text = JSON.stringify(STRATEGY_FILE).replaceAll('0884', '0860');
    expect((await importing(JSON.parse(text))).complained).toBe(
      'The strategy is about 0860 (Vimmerby), but the installation is the municipality 0884.',
    );
  });
});
