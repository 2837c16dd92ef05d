import { strategyFile } from '@slusen/contracts';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { STRATEGY_FILE } from '../integrity/kept-strategy.fixtures.js';
import { PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { commandDesk, nothing } from './console/command-desk.fixtures.js';
import { strategyExportCommand } from './strategy-export.js';
import { strategyImportCommand } from './strategy-import.js';

type Json = Record<string, unknown>;

/** The same file without a word of English. */
function inSwedish(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(inSwedish);
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content as Json).flatMap(([key, said]) => (key === 'en' ? [] : [[key, inSwedish(said)]])));
}

describe('the command strategy:export', () => {
  const desk = commandDesk();
  beforeEach(() => desk.onDatabase(nothing), PATIENCE_MS);
  const importing = async (content: unknown, ...options: string[]) =>
    desk.run(strategyImportCommand, [await desk.file('strategy.json', JSON.stringify(content)), ...options]);

  const files: readonly [what: string, read: () => Promise<unknown>][] = [
    ['the small strategy', async () => STRATEGY_FILE],
    [
      'one that says who keeps the document and what it replaces',
      async () => ({
        ...STRATEGY_FILE,
        version: {
          ...STRATEGY_FILE.version,
          documentOwner: { sv: 'kommunstrategen' },
          replaces: { sv: 'Vision 2012–2017', en: 'Vision 2012–2017' },
        },
      }),
    ],
    ['one without a word of English', async () => inSwedish(STRATEGY_FILE)],
    ['the demonstration', async () => JSON.parse(await readFile('apps/api/src/demo/vimmerby.strategy.json', 'utf8')) as Json],
  ];
  for (const [what, read] of files) {
    it(`writes what was read, and reads nothing new in it: ${what}`, async () => {
      const file = strategyFile.parse(await read());
      expect((await importing(file)).code).toBe(0);
      const { code, said } = await desk.run(strategyExportCommand, []);
      expect(code).toBe(0);
      const written: unknown = JSON.parse(said);
      expect(sorted(written)).toEqual(sorted(file));
      expect((await importing(written)).said).toBe('Everything in the file was there already; nothing was changed.');
    }, PATIENCE_MS); // prettier-ignore
  }

  it('writes a version by its number, the latest that has begun without one, and no other', async () => {
    await importing(STRATEGY_FILE);
    const later = { ...STRATEGY_FILE, version: { ...STRATEGY_FILE.version, number: 2, validFrom: '2999-01-01' } };
    expect((await importing(later)).complained).toBe('');
    const numberIn = async (...args: string[]) => (JSON.parse((await desk.run(strategyExportCommand, args)).said) as typeof STRATEGY_FILE).version.number;
    expect<number[]>([await numberIn(), await numberIn("--version", "1"), await numberIn("--version", "2")]).toEqual([1, 1, 2]);
    const { code, complained } = await desk.run(strategyExportCommand, ['--version', '3']);
    expect([code, complained]).toEqual([1, 'The strategy has no version 3.']);
  }, PATIENCE_MS); // prettier-ignore

  it('writes into a new file only, and says what is in it', async () => {
    await importing(STRATEGY_FILE);
    const path = join(desk.folder, 'ny.json');
    expect((await desk.run(strategyExportCommand, [path])).said).toBe(`${path}: version 1, 1 areas, 3 indicators.`);
    const { size } = await stat(path);
    const again = await desk.run(strategyExportCommand, [path]);
    expect([again.code, again.complained]).toEqual([1, `${path} is there already; name another file.`]);
    expect((await stat(path)).size).toBe(size);
  }, PATIENCE_MS); // prettier-ignore

  const misuses: readonly [args: string[], sentence: string][] = [
    [['--version', '0'], '--version takes the number of a version, as 2.'],
    [['a.json', 'b.json'], 'Name one file only.'],
  ];
  for (const [args, sentence] of misuses) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, complained } = await desk.run(strategyExportCommand, args);
      expect(code).toBe(1);
      expect(complained.split('\n')[0]).toBe(sentence);
    }, PATIENCE_MS); // prettier-ignore
  }

  it('says that there is nothing to write', async () => {
    await desk.run(strategyImportCommand, [await desk.file('none.json', '{}')]);
    const { code, complained } = await desk.run(strategyExportCommand, []);
    expect([code, complained]).toEqual([1, 'There is no strategy to write yet.']);
  }, PATIENCE_MS); // prettier-ignore
});

/** A file with the lists that have no order of their own by what they name. */
function sorted(content: unknown): Json {
  const file = strategyFile.parse(content);
  const by = <Item>(items: readonly Item[], name: (item: Item) => string) => [...items].sort((a, b) => name(a).localeCompare(name(b)));
  return {
    ...file,
    territories: by(file.territories, ({ code }) => code),
    actors: by(file.actors, ({ slug }) => slug),
    indicators: by(file.indicators, ({ slug }) => slug),
    areas: file.areas.map((area) => ({
      ...area,
      goals: area.goals.map((goal) => ({
        ...goal,
        roles: by(goal.roles, ({ actor, role }) => `${actor} ${role}`),
        targets: by(goal.targets, ({ indicator }) => indicator),
        indicatorsWithoutTarget: by(goal.indicatorsWithoutTarget, (slug) => slug),
        actions: goal.actions?.map((action) => ({ ...action, partners: by(action.partners, (slug) => slug) })),
      })),
    })),
  };
}
