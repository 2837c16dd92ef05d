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
import { OPTIONAL, REQUIRED } from '../imports/file-columns.js';
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
  let dataDir: string;
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
    dataDir = await mkdtemp(join(folder, 'data-'));
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
    const env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATA_DIR: dataDir };
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
      .signIn({ username, password })
      .then(
        () => true,
        () => false,
      );
  };

  describe('in general', () => {
    beforeEach(() => onDatabase(nothing), PATIENCE_MS);

    it('tell how they are used', async () => {
      const { code, said, complained } = await run(importCommand, ['--help']);
      expect([code, complained]).toEqual([0, '']);
      expect(said.startsWith(`${importCommand.usage}\n\n`)).toBeTrue();
    });

    const all = [accountCommand, backupCommand, importCommand, restoreCommand, strategyImportCommand, verifyCommand];
    for (const command of all) {
      it(`describe each argument of "${command.usage.split('\n')[0]}"`, async () => {
        const { said } = await run(command, ['--help']);
        for (const option of command.usage.match(/--[a-z][a-z-]+|(?<=-- \[?)FILE\b/g) ?? [])
          expect(said).toMatch(new RegExp(`^  ${option}\\b.* \\S`, 'm'));
        for (const line of said.split('\n')) expect(line.length).withContext(line).toBeLessThan(151);
      });
    }

    it('describe each column of a file of figures', async () => {
      const { said } = await run(importCommand, ['--help']);
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

    const lastEvent = async (): Promise<{ action: string; by: string | null; facts: { roles?: unknown } }> =>
      JSON.parse((await query('select payload from audit_event order by record_id desc limit 1')).rows[0]?.payload ?? '{}');

    it(
      'writes every change of rights to the audit trail: by whoever runs the server, or by the administrator who answers for it',
      async () => {
        await run(accountCommand, ['--username', 'ada', '--name', 'Ada', '--role', 'administrator'], ['']);
        expect(await lastEvent()).toEqual(jasmine.objectContaining({ action: 'account.create', by: null }));
        app ??= await openContext(database.appUrl);
        const { id: by } = await accountOf(app, 'ada');
        const changes: readonly [args: string[], action: string][] = [
          [['--username', 'bo', '--name', 'Bo', '--role', 'reviewer:gatukontoret'], 'account.create'],
          [['--username', 'bo', '--reset-password'], 'account.reset-password'],
          [['--username', 'bo', '--disable'], 'account.disable'],
        ];
        for (const [args, action] of changes) {
          expect((await run(accountCommand, [...args, '--by', 'ada'], [''])).code).toBe(0);
          expect(await lastEvent()).toEqual(jasmine.objectContaining({ action, by }));
          if (action === 'account.create')
            expect((await lastEvent()).facts.roles).toEqual([{ role: 'reviewer', department: 'gatukontoret' }]);
        }
        expect((await run(verifyCommand, [])).code).toBe(0);
      },
      PATIENCE_MS,
    );

    it(
      'does nothing in the name of someone who may not, or who is not there',
      async () => {
        const before = [await count('account'), await count('audit_event')];
        const anyChange = ['--username', 'c', '--name', 'C', '--role', 'administrator'];
        for (const args of [anyChange, ['--username', 'gert', '--disable'], ['--username', 'gert', '--reset-password'], ['--list']]) {
          const { code, complained } = await run(accountCommand, [...args, '--by', 'rut'], ['']);
          expect([code, complained]).toEqual([1, 'The roles of the account do not allow this (account.manage).']);
        }
        expect((await run(accountCommand, [...anyChange, '--by', 'nobody'], [''])).complained).toMatch(/^There is no account named nobody/);
        expect([await count('account'), await count('audit_event')]).toEqual(before);
      },
      PATIENCE_MS,
    );
  });

  describe('strategy:import', () => {
    beforeEach(() => onDatabase(nothing), PATIENCE_MS);
    const importing = async (content: unknown, ...options: string[]) =>
      run(strategyImportCommand, [await file('strategy.json', JSON.stringify(content)), ...options]);
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
        expect(await count('goal')).toBe(2);
      },
      PATIENCE_MS,
    );

    it(
      'asks for the right of the account that answers for it, and names it in the audit trail',
      async () => {
        await importing(STRATEGY_FILE);
        for (const role of ['strategist', 'administrator']) {
          const args = ['--username', `one-${role}`, '--name', role, '--role', role];
          await run(accountCommand, args, ['']);
        }
        const path = await file('strategy.json', JSON.stringify(STRATEGY_FILE));
        const refused = await run(strategyImportCommand, [path, '--by', 'one-administrator']);
        expect([refused.code, refused.complained]).toEqual([1, 'The roles of the account do not allow this (strategy.adopt).']);
        expect((await importing(slower, '--reason', 'Senare', '--by', 'one-strategist')).code).toBe(0);
        app ??= await openContext(database.appUrl);
        const { rows } = await query('select payload from audit_event order by record_id desc limit 1');
        const event = JSON.parse((rows[0] as { payload: string }).payload) as object;
        expect(event).toEqual(jasmine.objectContaining({ action: 'strategy.import', by: (await accountOf(app, 'one-strategist')).id }));
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
      'lists what a changed file says otherwise, and writes it when it is told why',
      async () => {
        await importing(STRATEGY_FILE);
        const line = 'Folkmängd: dagar till publicering 10 → 50';
        expect(await importing(slower)).toEqual({
          code: 1,
          said: line,
          complained: jasmine.stringMatching(/say why with --reason; nothing was stored\.$/),
        });
        expect(await count('indicator_definition')).toBe(3);
        expect(await importing(slower, '--reason', 'SCB publicerar senare')).toEqual({
          code: 0,
          said: `${line}\nWritten as new revisions: 1 change.`,
          complained: '',
        });
        expect((await query('select revision, lag_days, change_reason from indicator_definition where revision > 1')).rows).toEqual([
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
        expect(await count('responsibility')).toBe(1);
        const done = await importing(withRole, '--reason', 'Glömdes', '--decision', 'KF 2027-03-22 § 12');
        expect([done.code, done.said]).toEqual([0, `${line}\nWritten as new revisions: 1 change.`]);
        expect((await query('select change_reason, change_decision from responsibility where change_reason is not null')).rows).toEqual([
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
        await onDatabase(migrateAndFill);
        const figures = 'municipality_code,municipality,indicator,period,value,unit,source\n0884,Vimmerby,Nya besök,2024,3,besök,Egen\n';
        const path = await file('new.csv', figures);
        expect((await run(importCommand, [path, '--source', 'Egen', '--approved-by', 'gunnel', '--new-indicators'])).code).toBe(0);
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
        expect(complained).toMatch(/^row 3, value: .*needs --reason.*\nThe file was refused; nothing was stored\.$/);
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
          /^The roles of the account do not allow this/,
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
        expect(copied.said).toMatch(/all\.tar\.gz: 28 tables, \d+ rows, \d+ bytes\./);
        expect((await run(backupCommand, [path])).complained).toBe(`${path} is there already; name another file.`);
        const observations = await count('observation');
        await onDatabase(nothing);
        const restored = await run(restoreCommand, [path]);
        expect(restored.code).withContext(restored.complained).toBe(0);
        expect(restored.said).toMatch(
          /^Restored 28 tables with \d+ rows .*hashes compared[^]*✓ revision numbers are gapless[^]*Nothing is wrong: \d+ checks/,
        );
        expect(await count('observation')).toBe(observations);
      },
      PATIENCE_MS,
    );

    it(
      'note the head of the chain, and find that it is gone when the end of the trail was cut off',
      async () => {
        await onDatabase(migrateAndFill);
        await run(accountCommand, ['--username', 'sen', '--name', 'Sen', '--role', 'politician'], ['']);
        const { code, said } = await run(verifyCommand, []);
        expect(code).withContext(said).toBe(0);
        const head = /the chain ends with (\d+:[0-9a-f]{64}); heads\.log has 1/.exec(said)?.[1] ?? '';
        expect((await run(verifyCommand, ['--expect', head])).code).toBe(0);
        await tamper(
          database.ownerUrl,
          ['audit_event', 'record', 'recording'],
          `delete from account_role where role = 'politician'; delete from account where username = 'sen';
           delete from recording where id = (select id from record order by seq desc limit 1);
           delete from audit_event where record_id = (select id from record order by seq desc limit 1);
           delete from record where seq = (select max(seq) from record)`,
        );
        const cut = await run(verifyCommand, ['--expect', head]);
        expect([cut.code, cut.said]).toEqual([1, jasmine.stringMatching(/2 things are wrong/)]);
        expect(cut.said).toMatch(/heads\.log line 1: event \d+ is not there[^]*|the chain does not hold it/);
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
        expect(said).toMatch(
          /✗ every row is the one that was sealed .*\n {4}record 5 \(import\.run import-run:1\), observation: 7 rows were sealed, 6 rows are there/,
        );
        expect(said).toMatch(/3 things are wrong: \d+ checks/);
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
