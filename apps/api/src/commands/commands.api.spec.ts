import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../data-source.js';
import { SignIn } from '../identity/sign-in.js';
import {
  accountOf,
  figureFile,
  migrateAndFill,
  openContext,
  PATIENCE_MS,
  STRATEGY_FILE,
  tamper,
} from '../integrity/kept-world.fixtures.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { accountCommand } from './account.js';
import { backupCommand } from './backup.js';
import { execute, type Command } from './console/command.js';
import type { Terminal } from './console/terminal.js';
import { importCommand } from './import.js';
import { restoreCommand } from './restore.js';
import { strategyImportCommand } from './strategy-import.js';
import { verifyCommand } from './verify.js';

interface Outcome {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

const nothing = async (): Promise<void> => {};

describe('commands', () => {
  let folder: string;
  let database: TestDatabase;
  const made: TestDatabase[] = [];
  let app: INestApplicationContext | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-commands-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  afterEach(async () => {
    await app?.close();
    app = undefined;
    for (const one of made.splice(0)) await one.drop();
  }, PATIENCE_MS);

  const query = async (statement: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const onDatabase = async (fill: (ownerUrl: string) => Promise<void>): Promise<void> => {
    database = await testDatabase({ migrate: fill });
    made.push(database);
  };
  /** Runs a command as from a terminal at which these answers are typed. */
  const run = async (command: Command, args: readonly string[], answers: readonly string[] = []): Promise<Outcome> => {
    const typed = [...answers];
    const said: string[] = [];
    const complained: string[] = [];
    const terminal: Terminal = {
      isPerson: true,
      say: (line) => void said.push(line),
      complain: (line) => void complained.push(line),
      progress: () => {},
      ask: async () => typed.shift(),
    };
    const env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATA_DIR: folder };
    const code = await execute(command, args, { env, terminal });
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  };
  const count = async (table: string): Promise<number> => (await query(`select 1 from ${table}`)).rowCount ?? 0;
  const file = async (name: string, content: string | Buffer): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  const canSignIn = async (username: string, password: string): Promise<boolean> => {
    app ??= await openContext(database.appUrl);
    return app
      .get(SignIn)
      .run({ username, password })
      .then(
        () => true,
        () => false,
      );
  };

  describe('in general', () => {
    beforeEach(() => onDatabase(nothing), PATIENCE_MS);

    it('tell how they are used', async () => {
      expect(await run(importCommand, ['--help'])).toEqual({ code: 0, said: importCommand.usage, complained: '' });
    });

    const misuses: readonly [command: Command, args: string[], sentence: RegExp][] = [
      [verifyCommand, ['--frequently'], /^Unknown option '--frequently'\.\nUsage: npm run verify$/],
      [verifyCommand, ['file'], /^verify takes no file\./],
      [importCommand, [], /^Name the file\.\nUsage: npm run import/],
      [importCommand, ['a.csv', 'b.csv', '--source', 'x', '--approved-by', 'y'], /^Name one file only; "b\.csv" is one too many\./],
      [importCommand, ['a.csv', '--approved-by', 'y'], /^--source is missing\./],
      [importCommand, ['a.csv', '--source', 'SCB'], /^--approved-by is missing\./],
      [importCommand, ['/no/such.csv', '--source', 'SCB', '--approved-by', 'y'], /^There is no file \/no\/such\.csv\.$/],
      [strategyImportCommand, ['/no/such.json'], /^There is no file \/no\/such\.json\.$/],
      [restoreCommand, ['/no/such.tar.gz'], /^There is no file \/no\/such\.tar\.gz\.$/],
      [backupCommand, ['a', 'b'], /^Name one file only/],
      [accountCommand, ['extra'], /^"extra" is not understood\./],
      [accountCommand, ['--list', '--disable'], /^Choose one of --list, --disable and --reset-password\./],
      [accountCommand, ['--name', 'Åsa', '--role', 'administrator'], /^--username is missing\./],
      [accountCommand, ['--username', 'asa', '--name', 'Åsa'], /^--role is missing\./],
      [accountCommand, ['--username', 'asa', '--name', 'Åsa', '--role', 'chef'], /^There is no role "chef"; there are reporter, reviewer/],
      [accountCommand, ['--username', 'asa', '--name', 'Åsa', '--role', 'reporter:'], /^The department of the role reporter is missing/],
    ];
    for (const [command, args, sentence] of misuses) {
      it(
        `answer "${args.join(' ')}" with a sentence and touch nothing`,
        async () => {
          const { code, said, complained } = await run(command, args);
          expect([code, said]).toEqual([1, '']);
          expect(complained).toMatch(sentence);
          await expectAsync(count('account')).toBeRejected();
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
      database = {
        ...database,
        ownerUrl: 'postgres://slusen_owner:x@127.0.0.1:1/none',
        appUrl: 'postgres://slusen_app:x@127.0.0.1:1/none',
      };
      expect(await run(verifyCommand, [])).toEqual({
        code: 1,
        said: '',
        complained: 'DATABASE_OWNER_URL cannot be used: nothing answers at that address.',
      });
    });
  });

  describe('account', () => {
    beforeEach(() => onDatabase(migrateAndFill), PATIENCE_MS);

    it(
      'makes an account with the password that was typed twice',
      async () => {
        const { code, said } = await run(
          accountCommand,
          ['--username', 'Åsa', '--name', 'Åsa Ek', '--role', 'administrator', '--role', 'reporter:gatukontoret'],
          ['tolv tecken minst', 'tolv tecken minst'],
        );
        expect([code, said]).toEqual([0, 'The account Åsa is made.']);
        expect(await canSignIn('åsa', 'tolv tecken minst')).toBeTrue();
        expect((await accountOf(app!, 'åsa')).roles.map(({ role, department }) => [role, department?.slug])).toEqual([
          ['administrator', undefined],
          ['reporter', 'gatukontoret'],
        ]);
      },
      PATIENCE_MS,
    );

    it(
      'makes one with the password of a file, or with a random one that is shown once',
      async () => {
        const path = await file('password.txt', 'hemligt i en fil\n');
        expect((await run(accountCommand, ['--username', 'a', '--name', 'A', '--role', 'politician', '--password-file', path])).code).toBe(
          0,
        );
        const { said } = await run(accountCommand, ['--username', 'b', '--name', 'B', '--role', 'politician'], ['']);
        const [, password = ''] = /shown this once: (\S{20})$/.exec(said) ?? [];
        expect(await canSignIn('a', 'hemligt i en fil')).toBeTrue();
        expect(await canSignIn('b', password)).toBeTrue();
      },
      PATIENCE_MS,
    );

    const refused: readonly [args: string[], answers: string[], sentence: RegExp][] = [
      [['--username', 'c', '--name', 'C', '--role', 'politician'], ['kort', 'kort'], /between 12 and 200 characters/],
      [['--username', 'c', '--name', 'C', '--role', 'politician'], ['tolv tecken minst', 'tolv tecken mest'], /not the same/],
      [['--username', 'RUT', '--name', 'C', '--role', 'politician'], [''], /^There already is an account named RUT\.$/],
      [['--username', 'c', '--name', 'C', '--role', 'reporter:rymdbyran'], [''], /^There is no department rymdbyran/],
      [['--username', 'nobody', '--disable'], [], /^There is no account named nobody/],
      [['--username', 'nobody', '--reset-password'], [''], /^There is no account named nobody/],
    ];
    for (const [args, answers, sentence] of refused) {
      it(
        `refuses "${args.join(' ')}" with "${answers.join('", "')}" typed, and stores nothing`,
        async () => {
          const before = [await count('account'), await count('audit_event')];
          const { code, complained } = await run(accountCommand, args, answers);
          expect(code).toBe(1);
          expect(complained).toMatch(sentence);
          expect([await count('account'), await count('audit_event')]).toEqual(before);
        },
        PATIENCE_MS,
      );
    }

    it(
      'shuts an account out, sessions and all, and leaves its deeds',
      async () => {
        expect(await canSignIn('rut', 'ett långt lösenord')).toBeTrue();
        expect((await run(accountCommand, ['--username', 'rut', '--disable'])).said).toContain('is disabled');
        expect(await canSignIn('rut', 'ett långt lösenord')).toBeFalse();
        expect(await count('session')).toBe(0);
        expect((await run(accountCommand, ['--username', 'rut', '--disable'])).said).toContain('was disabled already');
        expect((await run(accountCommand, ['--list'])).said).toMatch(/^rut .*reporter:gatukontoret +disabled \d{4}-/m);
        expect((await run(verifyCommand, [])).code).toBe(0);
      },
      PATIENCE_MS,
    );

    it(
      'gives a lost password a new one',
      async () => {
        await run(accountCommand, ['--username', 'gert', '--reset-password'], ['det nya lösenordet', 'det nya lösenordet']);
        expect(await canSignIn('gert', 'ett långt lösenord')).toBeFalse();
        expect(await canSignIn('gert', 'det nya lösenordet')).toBeTrue();
      },
      PATIENCE_MS,
    );
  });

  describe('strategy:import', () => {
    beforeEach(() => onDatabase(nothing), PATIENCE_MS);
    const importing = async (content: unknown) => run(strategyImportCommand, [await file('strategy.json', JSON.stringify(content))]);

    it(
      'makes the tables and reads the file, and again without harm',
      async () => {
        expect(await importing(STRATEGY_FILE)).toEqual({
          code: 0,
          said: 'New: 1 strategy, 1 version, 2 territories, 2 actors, 3 indicators, 1 area, 2 goals, 3 targets, 1 role.',
          complained: '',
        });
        expect((await importing(STRATEGY_FILE)).said).toBe('Everything in the file was there already.');
        expect(await count('goal')).toBe(2);
      },
      PATIENCE_MS,
    );

    it(
      'tells of a series break that is new',
      async () => {
        await importing(STRATEGY_FILE);
        const [indicator, ...others] = STRATEGY_FILE.indicators;
        const breaks = [{ firstPeriod: '2023', reason: { sv: 'Ny metod', en: 'New method' } }];
        expect((await importing({ ...STRATEGY_FILE, indicators: [{ ...indicator, breaks }, ...others] })).said).toBe(
          'New: 1 series break.',
        );
      },
      PATIENCE_MS,
    );

    it(
      'never rewrites what was adopted: nothing of a file that says something else is stored',
      async () => {
        await importing(STRATEGY_FILE);
        const { code, complained } = await importing({
          ...STRATEGY_FILE,
          actors: [...STRATEGY_FILE.actors, { slug: 'ny', kind: 'business', name: { sv: 'Ny' } }],
          strategy: { ...STRATEGY_FILE.strategy, name: { sv: 'Annan', en: 'Other' } },
        });
        expect(code).toBe(1);
        expect(complained).toMatch(
          /^The strategy is there already and says something else: nameSv .*what was adopted is never rewritten\.$/,
        );
        expect(await count('actor')).toBe(2);
      },
      PATIENCE_MS,
    );

    it(
      'names what a file adds to a version that was adopted',
      async () => {
        await importing(STRATEGY_FILE);
        const [area] = STRATEGY_FILE.areas;
        const [goal, ...others] = area.goals;
        const goals = [{ ...goal, roles: [...goal.roles, { actor: 'gatukontoret', role: 'delivers' }] }, ...others];
        const { code, complained } = await importing({ ...STRATEGY_FILE, areas: [{ ...area, goals }] });
        expect(code).toBe(1);
        expect(complained).toMatch(
          /^Version 1 of the strategy is there already, without the role leva\/fler-bor-har\/gatukontoret\/delivers of the file; what was adopted is never rewritten, /,
        );
      },
      PATIENCE_MS,
    );

    it(
      'names each fault with its place',
      async () => {
        const [area] = STRATEGY_FILE.areas;
        const [goal] = area.goals;
        const { code, complained } = await importing({
          ...STRATEGY_FILE,
          areas: [{ ...area, goals: [{ ...goal, roles: [{ actor: 'ingen', role: 'leads' }] }] }],
        });
        expect(code).toBe(1);
        expect(complained).toMatch(
          /^areas\.0\.goals\.0\.roles\.0\.actor: reference\.unknown "ingen"\n.* was refused with 1 fault; nothing was stored/,
        );
      },
      PATIENCE_MS,
    );

    it('names what is wrong in one field as the documentation does', async () => {
      const { complained } = await importing({ ...STRATEGY_FILE, version: { ...STRATEGY_FILE.version, validFrom: '2026-02-30' } });
      expect(complained).toMatch(/^version\.validFrom: date\.unknown "2026-02-30"\n/);
    });

    for (const [what, content, sentence] of [
      ['no JSON', '{ "format": 1,', /it is not JSON/],
      ['no UTF-8', Buffer.from([0x7b, 0xe5, 0x7d]), /it is not UTF-8/],
    ] as const) {
      it(`says that a file is ${what}`, async () => {
        const { code, complained } = await run(strategyImportCommand, [await file('broken.json', content)]);
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
      expect((await importing(JSON.parse(text))).complained).toBe('The strategy is about 0860 (Vimmerby), but MUNICIPALITY_CODE is 0884.');
    });
  });

  describe('import', () => {
    beforeEach(() => onDatabase(migrateAndFill), PATIENCE_MS);
    const importing = async (figures: readonly (readonly [string, number])[], ...more: string[]) =>
      run(importCommand, [await figureFile(folder, figures), '--source', 'SCB', '--approved-by', 'gunnel', ...more]);

    it(
      'tells what was new, changed and unchanged, and changes nothing the second time',
      async () => {
        const first = await importing(
          [
            ['2018', 15636],
            ['2025', 15330],
            ['2024', 15384],
          ],
          '--reason',
          'SCB rättade 2025',
        );
        expect(first.said).toMatch(/^3 rows in [\d.]+ s: 1 new, 1 changed, 1 unchanged, 0 refused\.$/);
        expect(
          (
            await importing([
              ['2018', 15636],
              ['2025', 15330],
              ['2024', 15384],
            ])
          ).said,
        ).toContain('0 new, 0 changed, 3 unchanged');
        expect(await count('import_run')).toBe(3);
        expect((await run(verifyCommand, [])).code).toBe(0);
      },
      PATIENCE_MS,
    );

    it(
      'names the rows it refuses, and stores nothing of the file',
      async () => {
        const { code, complained } = await importing([
          ['2018', 15636],
          ['2025', 1],
        ]);
        expect(code).toBe(1);
        expect(complained).toMatch(/^row 3: .*needs --reason.*\nThe file was refused; nothing was stored\.$/);
        expect(await count(`observation where period = '2018'`)).toBe(0);
      },
      PATIENCE_MS,
    );

    it(
      'needs an approver who exists and may approve',
      async () => {
        const path = await figureFile(folder, [['2018', 1]]);
        expect((await run(importCommand, [path, '--source', 'SCB', '--approved-by', 'nobody'])).complained).toBe(
          'There is no account named nobody that can be used.',
        );
        expect((await run(importCommand, [path, '--source', 'SCB', '--approved-by', 'rut'])).complained).toMatch(
          /^That account may not do this/,
        );
      },
      PATIENCE_MS,
    );
  });

  describe('verify, backup and restore', () => {
    it(
      'copy everything, put it into an empty database and find it well',
      async () => {
        await onDatabase(migrateAndFill);
        const path = join(folder, 'all.tar.gz');
        const copied = await run(backupCommand, [path]);
        expect(copied.code).withContext(copied.complained).toBe(0);
        expect(copied.said).toMatch(/all\.tar\.gz: 22 tables, \d+ rows, \d+ bytes\./);
        expect((await run(backupCommand, [path])).complained).toBe(`${path} is there already; name another file.`);
        const observations = await count('observation');
        await onDatabase(nothing);
        const restored = await run(restoreCommand, [path]);
        expect(restored.code).withContext(restored.complained).toBe(0);
        expect(restored.said).toMatch(
          /^Restored 22 tables with \d+ rows .*hashes compared[^]*✓ revision numbers are gapless[^]*Nothing is wrong: \d+ checks/,
        );
        expect(await count('observation')).toBe(observations);
      },
      PATIENCE_MS,
    );

    it(
      'replace what is there only with --force and the typed name of the database',
      async () => {
        await onDatabase(migrateAndFill);
        const path = join(folder, 'replace.tar.gz');
        await run(backupCommand, [path]);
        await run(accountCommand, ['--username', 'sen', '--name', 'Sen', '--role', 'politician'], ['']);
        const accounts = await count('account');
        expect((await run(restoreCommand, [path])).complained).toMatch(/^The database is not empty/);
        expect((await run(restoreCommand, [path, '--force'], ['ja'])).complained).toMatch(/Not confirmed; nothing was changed\.$/);
        expect(await count('account')).toBe(accounts);
        const name = new URL(database.ownerUrl).pathname.slice(1);
        expect((await run(restoreCommand, [path, '--force'], [name])).code).toBe(0);
        expect(await count('account')).toBe(accounts - 1);
      },
      PATIENCE_MS,
    );

    it(
      'say that there is nothing to copy',
      async () => {
        await onDatabase(nothing);
        expect((await run(backupCommand, [join(folder, 'none.tar.gz')])).complained).toBe(
          'There is nothing to copy: the database has no tables yet.',
        );
        await expectAsync(readFile(join(folder, 'none.tar.gz'))).toBeRejected();
      },
      PATIENCE_MS,
    );

    it(
      'tell what is wrong and where, with exit code 1',
      async () => {
        await onDatabase(migrateAndFill);
        await tamper(database.ownerUrl, ['observation'], `delete from observation where period = '2024' and revision = 1`);
        const { code, said } = await run(verifyCommand, []);
        expect(code).toBe(1);
        expect(said).toMatch(/✗ revision numbers are gapless .*\n {4}folkmangd 0884 2024: revision 1 is missing/);
        expect(said).toMatch(/2 things are wrong: \d+ checks/);
      },
      PATIENCE_MS,
    );

    it(
      'work on a database with tables only, too',
      async () => {
        await onDatabase(migrate);
        expect((await run(verifyCommand, [])).code).toBe(0);
      },
      PATIENCE_MS,
    );
  });
});
