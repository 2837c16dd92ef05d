import { migrateAndFill, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { commandDesk } from './console/command-desk.fixtures.js';
import { machineKeyCommand } from './machine-key.js';
import { verifyCommand } from './verify.js';

const NEXT_YEAR = `${new Date().getFullYear() + 1}-12-31`;
const MAKE = ['--username', 'procapita', '--name', 'Procapita', '--department', 'gatukontoret', '--until', NEXT_YEAR];
const without = (option: string): string[] => MAKE.filter((_, at) => at !== MAKE.indexOf(option) && at !== MAKE.indexOf(option) + 1);

describe('the command machine-key', () => {
  const desk = commandDesk();
  beforeEach(() => desk.onDatabase(migrateAndFill), PATIENCE_MS);
  /** As the administrator who is there would do it. */
  const run = (args: readonly string[]) => desk.run(machineKeyCommand, [...args, '--by', 'alva']);

  it(
    'makes a key that is shown once, lists it without, and revokes it',
    async () => {
      const { code, said } = await run(MAKE);
      expect(code).toBe(0);
      expect(said).toMatch(new RegExp(`^procapita has a key that is good until ${NEXT_YEAR}, shown this once: slusen_[\\w-]{43}$`));
      const { said: listed } = await desk.run(machineKeyCommand, ['--list']);
      expect(listed).toMatch(new RegExp(`^1 +procapita +Procapita +gatukontoret +until ${NEXT_YEAR} +never used$`));
      expect((await run(['--revoke', '1'])).said).toBe('Key 1 opens nothing any more.');
      expect((await run(['--revoke', '1'])).said).toBe('Key 1 was revoked already.');
      expect((await desk.run(machineKeyCommand, ['--list'])).said).toMatch(/revoked \d{4}-\d\d-\d\d/);
      expect((await desk.run(verifyCommand, [])).code).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'says when there is none',
    async () => expect((await desk.run(machineKeyCommand, ['--list'])).said).toBe('There is no key yet.'),
    PATIENCE_MS,
  );

  const refused: readonly [args: readonly string[], sentence: RegExp][] = [
    [['--revoke', '7'], /^There is no key with the number 7/],
    [['--revoke', 'sju'], /--revoke must be the number of a key/],
    [['--list', '--revoke', '1'], /Choose one of --list and --revoke/],
    [without('--until'), /--until is missing/],
    [[...without('--until'), '--until', '31 december'], /--until must be a date/],
    [[...without('--until'), '--until', '2020-12-31'], /^The last day of the key, 2020-12-31, has passed already/],
    [without('--name'), /--name is missing/],
    [[...without('--department'), '--department', 'rymdbyran'], /^There is no department rymdbyran/],
    [[...without('--department'), '--department', 'Gatukontoret'], /--department must be the slug/],
    [['procapita'], /"procapita" is not understood/],
  ];
  for (const [args, sentence] of refused) {
    it(
      `refuses "${args.join(' ')}", and stores nothing`,
      async () => {
        const { code, complained } = await run(args);
        expect(code).toBe(1);
        expect(complained).toMatch(sentence);
        expect([await desk.count('machine_key')]).toEqual([0]);
      },
      PATIENCE_MS,
    );
  }

  it(
    'asks who answers for it once there is an administrator',
    async () => {
      const { code, complained } = await desk.run(machineKeyCommand, MAKE);
      expect([code, complained]).toEqual([1, jasmine.stringMatching(/Say with --by ACCOUNT who answers for this/)]);
    },
    PATIENCE_MS,
  );
});
