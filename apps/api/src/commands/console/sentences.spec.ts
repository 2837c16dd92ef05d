import { DomainError } from '@slusen/domain';
import { ConfigError } from '../../config.js';
import { ImportFault } from '../../imports/import-fault.js';
import { BackupError } from '../../integrity/backup/manifest.js';
import { execute, oneFile, readArguments, type Command } from './command.js';
import { CommandError, sentencesOf } from './sentences.js';
import { withProgress } from './progress.js';
import type { Terminal } from './terminal.js';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error(`raw ${code}`), { code, ...more });

/** A terminal that keeps what it is told. */
function aTerminal() {
  const told = { said: [] as string[], complained: [] as string[], shown: [] as (string | undefined)[] };
  const terminal: Terminal = {
    isPerson: true,
    say: (line) => void told.said.push(line),
    complain: (line) => void told.complained.push(line),
    progress: (line) => void told.shown.push(line),
    ask: async () => undefined,
  };
  return { terminal, ...told };
}

describe('what went wrong, for who gave the command', () => {
  const cases: readonly [what: string, error: unknown, sentences: string[]][] = [
    ['a rule', new DomainError('account.exists', { username: 'asa' }), ['There already is an account named asa.']],
    ['a command that is misused', new CommandError('Name the file.'), ['Name the file.']],
    ['a setting', new ConfigError('PORT is set to "x".'), ['PORT is set to "x".']],
    ['a backup', new BackupError('It was changed.'), ['It was changed.']],
    ['a file that is not there', coded('ENOENT', { path: '/x.csv' }), ['There is no file /x.csv.']],
    ['a folder in a file’s place', coded('EISDIR', { path: '/x' }), ['/x is a folder, not a file.']],
    ['a file of somebody else’s', coded('EACCES', { path: '/x' }), ['The file /x may not be read or written by this user.']],
    ['a disk that is full', coded('ENOSPC'), ['The disk is full.']],
    ['a database that is away', coded('ECONNREFUSED'), ['The database does not answer.']],
    ['a wrong password of the database', { driverError: coded('28P01') }, ['The database refuses the password it was given.']],
    ['a database that is none', { driverError: coded('3D000') }, ['The database that is named does not exist.']],
    ['something else', new Error('odd'), ['It did not work: odd.']],
    ['something else with a code', coded('EODD', { message: '' }), ['It did not work: EODD.']],
    ['nothing that is known', new Error(''), ['It did not work: the reason is not known.']],
  ];
  for (const [what, error, sentences] of cases) it(`is said in a sentence: ${what}`, () => expect(sentencesOf(error)).toEqual(sentences));

  it('is told of a refused file row by row, and that nothing was stored', () => {
    const fault = new ImportFault(
      { row: 7, code: 'indicator.unknown', facts: { indicator: 'x' } },
      { row: 9, code: 'value.too-large', facts: {} },
    );
    expect(sentencesOf(fault)).toEqual([
      'row 7: there is no such indicator (import with --new-indicators to make it) (indicator: x)',
      jasmine.stringMatching(/^row 9: the value is 10¹⁵/),
      'The file was refused; nothing was stored.',
    ] as never);
  });
});

describe('a command', () => {
  const command = (run: Command['run']): Command => ({ usage: 'npm run x', help: '\nWhat it does.\n', run });

  it('gives its exit code, and its settings and words to its work', async () => {
    const { terminal } = aTerminal();
    const run = command(async ({ args, config }) => (args.join() === 'a,b' && config.port === 4321 ? 3 : 1));
    expect(await execute(run, ['a', 'b'], { env: { PORT: '4321' }, terminal })).toBe(3);
  });

  it('tells how it is used instead of doing anything, wherever --help stands', async () => {
    const { terminal, said } = aTerminal();
    const run = command(async () => fail('must not run') as never);
    expect(await execute(run, ['a', '--help', 'b'], { env: { PORT: 'nonsense' }, terminal })).toBe(0);
    expect(said).toEqual(['npm run x\n\nWhat it does.']);
  });

  const failures: readonly [what: string, error: Error, complained: string[]][] = [
    ['misused', new CommandError('Wrong.', { isMisuse: true }), ['Wrong.', 'Usage: npm run x']],
    ['rightly used', new CommandError('Wrong.'), ['Wrong.']],
    ['met by a fault', new Error('odd'), ['It did not work: odd.']],
  ];
  for (const [what, error, expected] of failures) {
    it(`that fails, ${what}, ends with 1 and a sentence on a line of its own`, async () => {
      const { terminal, complained, shown, said } = aTerminal();
      expect(
        await execute(
          command(() => Promise.reject(error)),
          [],
          { env: {}, terminal },
        ),
      ).toBe(1);
      expect([complained, said, shown]).toEqual([expected, [], [undefined]]);
    });
  }

  it('takes one file and no more', () => {
    expect(oneFile(['a.csv'])).toBe('a.csv');
    for (const files of [[], [''], ['a.csv', 'b.csv']]) expect(() => oneFile(files)).toThrowError(CommandError);
  });

  it('refuses words that it does not know, and values that are missing', () => {
    const options = { name: { type: 'string' }, all: { type: 'boolean', default: false } } as const;
    expect(readArguments(['x', '--name', 'Åsa', '--all'], options)).toEqual(
      jasmine.objectContaining({ positionals: ['x'], values: { name: 'Åsa', all: true } as never }),
    );
    for (const args of [['--nam', 'x'], ['--name'], ['--all=yes'], ['-x']]) {
      expect(() => readArguments(args, options))
        .withContext(args.join(' '))
        .toThrowMatching((error: CommandError) => error.isMisuse && error.message.endsWith('.'));
    }
  });

  it('takes its progress away at the end, whether it went well or not', async () => {
    const { terminal, shown } = aTerminal();
    expect(await withProgress(terminal, 'Reading', async () => 7)).toBe(7);
    await expectAsync(
      withProgress(
        terminal,
        () => 'Reading',
        () => Promise.reject(new Error('stopped')),
      ),
    ).toBeRejectedWithError('stopped');
    expect(shown).toEqual([undefined, undefined]);
  });
});
