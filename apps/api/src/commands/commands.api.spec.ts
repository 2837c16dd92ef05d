import { OPTIONAL, REQUIRED } from '../imports/file-columns.js';
import { PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { accountCommand } from './account.js';
import { auditCommand } from './audit.js';
import { backupCommand } from './backup.js';
import { commandDesk, nothing } from './console/command-desk.fixtures.js';
import { execute, type Command } from './console/command.js';
import { importCommand } from './import.js';
import { restoreCommand } from './restore.js';
import { strategyImportCommand } from './strategy-import.js';
import { verifyCommand } from './verify.js';

describe('commands', () => {
  const desk = commandDesk();
  beforeEach(() => desk.onDatabase(nothing), PATIENCE_MS);

  it('tell how they are used', async () => {
    const { code, said, complained } = await desk.run(importCommand, ['--help']);
    expect([code, complained]).toEqual([0, '']);
    expect(said.startsWith(`${importCommand.usage}\n\n`)).toBeTrue();
  });

  const all = [accountCommand, auditCommand, backupCommand, importCommand, restoreCommand, strategyImportCommand, verifyCommand];
  for (const command of all) {
    it(`describe each argument of "${command.usage.split('\n')[0]}"`, async () => {
      const { said } = await desk.run(command, ['--help']);
      for (const option of command.usage.match(/--[a-z][a-z-]+|(?<=-- \[?)FILE\b/g) ?? [])
        expect(said).toMatch(new RegExp(`^  ${option}\\b.* \\S`, 'm'));
      for (const line of said.split('\n')) expect(line.length).withContext(line).toBeLessThan(151);
    });
  }

  it('describe each column of a file of figures', async () => {
    const { said } = await desk.run(importCommand, ['--help']);
    for (const column of [...REQUIRED, ...OPTIONAL]) expect(said).toMatch(new RegExp(`^  ${column} {2,}\\S`, 'm'));
  });

  const misuses: readonly [command: Command, args: string[], sentence: RegExp][] = [
    [verifyCommand, ['--frequently'], /^Unknown option '--frequently'\.\nUsage: npm run verify \[-- --expect HASH\]$/],
    [verifyCommand, ['file'], /^verify takes no file\./],
    [verifyCommand, ['--expect', 'abc'], /^--expect takes a hash of 64 hexadecimals, or place and hash as 12:HASH\.\nUsage: /],
    [importCommand, [], /^Name the file\.\nUsage: npm run import/],
    [importCommand, ['a.csv', 'b.csv', '--source', 'x', '--approved-by', 'y'], /^Name one file only; "b\.csv" is one too many\./],
    [importCommand, ['a.csv', '--approved-by', 'y'], /^--source is missing\./],
    [importCommand, ['a.csv', '--source', 'SCB'], /^--approved-by is missing\./],
    [importCommand, ['/no/such.csv', '--source', 'SCB', '--approved-by', 'y'], /^There is no file \/no\/such\.csv\.$/],
    [strategyImportCommand, ['/no/such.json'], /^There is no file \/no\/such\.json\.$/],
    [restoreCommand, ['/no/such.tar.gz'], /^There is no file \/no\/such\.tar\.gz\.$/],
    [backupCommand, ['a', 'b'], /^Name one file only/],
    [accountCommand, ['extra'], /^"extra" is not understood\./],
    [accountCommand, ['--list', '--disable'], /^Choose one of --list, --disable, --enable, --reset-password and --reset-second-factor\./],
    [accountCommand, ['--name', 'Åsa', '--role', 'administrator'], /^--username is missing\./],
    [accountCommand, ['--username', 'asa', '--name', 'Åsa'], /^--role is missing\./],
    [accountCommand, ['--username', 'asa', '--name', 'Åsa', '--role', 'chef'], /^There is no role "chef"; there are reporter, reviewer/],
    [accountCommand, ['--username', 'asa', '--name', 'Åsa', '--role', 'reporter:'], /^The department of the role reporter is missing/],
  ];
  for (const [command, args, sentence] of misuses) {
    it(
      `answer "${args.join(' ')}" with a sentence and touch nothing`,
      async () => {
        const { code, said, complained } = await desk.run(command, args);
        expect([code, said]).toEqual([1, '']);
        expect(complained).toMatch(sentence);
        await expectAsync(desk.count('account')).toBeRejected();
      },
      PATIENCE_MS,
    );
  }

  it('say which setting is wrong', async () => {
    const complained: string[] = [];
    const terminal = {
      isPerson: false,
      say: () => {},
      complain: (line: string) => void complained.push(line),
      progress: () => {},
      ask: async () => undefined,
    };
    expect(await execute(verifyCommand, [], { env: { PORT: 'x' }, terminal })).toBe(1);
    expect(complained.join()).toMatch(/^PORT is set to "x"/);
  });

  it('say that a database does not answer', async () => {
    desk.database = {
      ...desk.database,
      ownerUrl: 'postgres://slusen_owner:x@127.0.0.1:1/none',
      appUrl: 'postgres://slusen_app:x@127.0.0.1:1/none',
    };
    expect(await desk.run(verifyCommand, [])).toEqual({
      code: 1,
      said: '',
      complained: 'DATABASE_OWNER_URL cannot be used: nothing answers at that address.',
    });
  });
});
