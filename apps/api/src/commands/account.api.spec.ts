import { accountOf, migrateAndFill, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { accountCommand } from './account.js';
import { commandDesk } from './console/command-desk.fixtures.js';
import { verifyCommand } from './verify.js';

describe('the command account', () => {
  const desk = commandDesk();
  beforeEach(() => desk.onDatabase(migrateAndFill), PATIENCE_MS);
  /** As the administrator who is there would do it. */
  const run = (args: readonly string[], answers: readonly string[] = []) => desk.run(accountCommand, [...args, '--by', 'alva'], answers);

  it(
    'makes an account with the password that was typed twice',
    async () => {
      const { code, said } = await run(
        ['--username', 'Åsa', '--name', 'Åsa Ek', '--role', 'administrator', '--role', 'reporter:gatukontoret'],
        ['tolv tecken minst', 'tolv tecken minst'],
      );
      expect([code, said]).toEqual([0, 'The account Åsa is made.']);
      expect(await desk.canSignIn('åsa', 'tolv tecken minst')).toBeTrue();
      expect((await accountOf(await desk.context(), 'åsa')).roles.map(({ role, department }) => [role, department?.slug])).toEqual([
        ['administrator', undefined],
        ['reporter', 'gatukontoret'],
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'makes one with the password of a file, or with a random one that is shown once',
    async () => {
      const path = await desk.file('password.txt', 'hemligt i en fil\n');
      expect((await run(['--username', 'a', '--name', 'A', '--role', 'politician', '--password-file', path])).code).toBe(0);
      const { said } = await run(['--username', 'b', '--name', 'B', '--role', 'politician'], ['']);
      const [, password = ''] = /shown this once: (\S{20})$/.exec(said) ?? [];
      expect(await desk.canSignIn('a', 'hemligt i en fil')).toBeTrue();
      expect(await desk.canSignIn('b', password)).toBeTrue();
    },
    PATIENCE_MS,
  );

  const refused: readonly [args: string[], answers: string[], sentence: RegExp][] = [
    [['--username', 'c', '--name', 'C', '--role', 'politician'], ['kort', 'kort'], /between 12 and 200 characters/],
    [['--username', 'c', '--name', 'C', '--role', 'politician'], ['tolv tecken minst', 'tolv tecken mest'], /not the same/],
    [['--username', 'RUT', '--name', 'C', '--role', 'politician'], [''], /^There already is an account named RUT\.$/],
    [['--username', 'c', '--name', 'C', '--role', 'reporter:rymdbyran'], [''], /^There is no department rymdbyran/],
    [['--username', 'c', '--name', 'C', '--email', 'c', '--role', 'politician'], [''], /^--email is no e-mail address\./],
    [['--username', 'nobody', '--disable'], [], /^There is no account named nobody/],
    [['--username', 'nobody', '--reset-password'], [''], /^There is no account named nobody/],
  ];
  for (const [args, answers, sentence] of refused) {
    it(
      `refuses "${args.join(' ')}" with "${answers.join('", "')}" typed, and stores nothing`,
      async () => {
        const before = [await desk.count('account'), await desk.count('audit_event')];
        const { code, complained } = await run(args, answers);
        expect(code).toBe(1);
        expect(complained).toMatch(sentence);
        expect([await desk.count('account'), await desk.count('audit_event')]).toEqual(before);
      },
      PATIENCE_MS,
    );
  }

  it(
    'shuts an account out, sessions and all, and leaves its deeds',
    async () => {
      expect(await desk.canSignIn('rut', 'ett långt lösenord')).toBeTrue();
      expect((await run(['--username', 'rut', '--disable'])).said).toContain('is disabled');
      expect(await desk.canSignIn('rut', 'ett långt lösenord')).toBeFalse();
      expect(await desk.count('session')).toBe(0);
      expect((await run(['--username', 'rut', '--disable'])).said).toContain('was disabled already');
      expect((await run(['--list'])).said).toMatch(/^rut .*reporter:gatukontoret +disabled \d{4}-/m);
      expect((await desk.run(verifyCommand, [])).code).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'lets an account in again that was shut out, with its roles and its password',
    async () => {
      expect((await run(['--username', 'rut', '--enable'])).said).toContain('rut is not disabled');
      await run(['--username', 'rut', '--disable']);
      expect((await run(['--username', 'Rut', '--enable'])).said).toContain('is let in again');
      expect(await desk.canSignIn('rut', 'ett långt lösenord')).toBeTrue();
      expect((await run(['--list'])).said).toMatch(/^rut .*reporter:gatukontoret +since \S+$/m);
      expect((await run(['--username', 'nobody', '--enable'])).complained).toMatch(/^There is no account named nobody/);
      expect((await desk.run(verifyCommand, [])).code).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'takes a second factor away whose owner lost it, and ends their sessions',
    async () => {
      expect((await run(['--username', 'rut', '--reset-second-factor'])).complained).toMatch(/^The account has no second factor/);
      await desk.query(
        `insert into second_factor (account_id, sealed_secret, confirmed_at) select id, 'x', now() from account where username = 'rut'`,
      );
      expect(await desk.canSignIn('rut', 'ett långt lösenord'))
        .withContext('without a code')
        .toBeTrue();
      expect(await desk.count('session')).toBe(0);
      const { code, said } = await run(['--username', 'Rut', '--reset-second-factor']);
      expect([code, said]).toEqual([0, 'Rut has no second factor any more and is signed out everywhere.']);
      expect(await desk.count('second_factor')).toBe(0);
      expect(await desk.canSignIn('rut', 'ett långt lösenord')).toBeTrue();
      expect(await desk.count('session')).toBe(1);
      expect((await desk.run(verifyCommand, [])).code).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'gives roles and takes them, and tells what is held',
    async () => {
      const change = (...args: string[]) => run(['--username', 'rut', ...args]);
      const changed = await change('--give-role', 'reviewer:kulturkontoret', '--take-role', 'reporter:gatukontoret');
      expect([changed.code, changed.complained]).toEqual([
        1,
        'There is no department kulturkontoret; departments come with the strategy file.',
      ]);
      const given = await change(
        '--give-role',
        'reviewer:gatukontoret',
        '--give-role',
        'strategist',
        '--take-role',
        'reporter:gatukontoret',
      );
      expect([given.code, given.said]).toEqual([0, 'rut has from now on: reviewer:gatukontoret strategist.']);
      expect((await change('--take-role', 'reporter:gatukontoret')).said).toBe('rut has these roles already.');
      expect((await change('--give-role', 'reporter')).complained).toMatch(/^The role reporter is held for a department/);
      expect((await run(['--list'])).said).toMatch(/^rut .*reviewer:gatukontoret strategist +since/m);
      expect((await desk.run(verifyCommand, [])).code).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'names who answers for a change as soon as somebody can, and does not take the last one away',
    async () => {
      const before = [await desk.count('account'), await desk.count('audit_event')];
      for (const change of [['--disable'], ['--reset-password'], ['--give-role', 'politician'], ['--name', 'R', '--role', 'politician']]) {
        const { code, complained } = await desk.run(accountCommand, ['--username', 'rut', ...change], ['']);
        expect(code).not.toBe(0);
        expect(complained).toMatch(/^Say with --by ACCOUNT who answers for this/);
      }
      for (const change of [['--disable'], ['--take-role', 'administrator']])
        expect((await run(['--username', 'alva', ...change])).complained).toMatch(/^alva is the last administrator/);
      expect((await desk.run(accountCommand, ['--list'])).code).toBe(0);
      expect([await desk.count('account'), await desk.count('audit_event')]).toEqual(before);
    },
    PATIENCE_MS,
  );

  it(
    'gives a lost password a new one',
    async () => {
      await run(['--username', 'gert', '--reset-password'], ['det nya lösenordet', 'det nya lösenordet']);
      expect(await desk.canSignIn('gert', 'ett långt lösenord')).toBeFalse();
      expect(await desk.canSignIn('gert', 'det nya lösenordet')).toBeTrue();
    },
    PATIENCE_MS,
  );

  const lastEvent = async (): Promise<{ action: string; by: string | null; facts: { roles?: unknown } }> =>
    JSON.parse((await desk.query('select payload from audit_event order by record_id desc limit 1')).rows[0]?.payload ?? '{}');

  it(
    'writes every change of rights to the audit trail: by whoever runs the server as long as there is no administrator, then by the one who answers for it',
    async () => {
      await desk.query(`update account set disabled_at = now() where username = 'alva'`);
      await desk.run(accountCommand, ['--username', 'ada', '--name', 'Ada', '--role', 'administrator'], ['']);
      await desk.query(`update account set disabled_at = null where username = 'alva'`);
      expect(await lastEvent()).toEqual(jasmine.objectContaining({ action: 'account.create', by: null }));
      const { id: by } = await accountOf(await desk.context(), 'ada');
      const changes: readonly [args: string[], action: string][] = [
        [['--username', 'bo', '--name', 'Bo', '--role', 'reviewer:gatukontoret'], 'account.create'],
        [['--username', 'bo', '--reset-password'], 'account.reset-password'],
        [['--username', 'bo', '--disable'], 'account.disable'],
      ];
      for (const [args, action] of changes) {
        expect((await desk.run(accountCommand, [...args, '--by', 'ada'], [''])).code).toBe(0);
        expect(await lastEvent()).toEqual(jasmine.objectContaining({ action, by }));
        if (action === 'account.create')
          expect((await lastEvent()).facts.roles).toEqual([{ role: 'reviewer', department: 'gatukontoret' }]);
      }
      expect((await desk.run(verifyCommand, [])).code).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'does nothing in the name of someone who may not, or who is not there',
    async () => {
      const before = [await desk.count('account'), await desk.count('audit_event')];
      const anyChange = ['--username', 'c', '--name', 'C', '--role', 'administrator'];
      for (const args of [anyChange, ['--username', 'gert', '--disable'], ['--username', 'gert', '--reset-password'], ['--list']]) {
        const { code, complained } = await desk.run(accountCommand, [...args, '--by', 'rut'], ['']);
        expect([code, complained]).toEqual([1, 'The roles of the account do not allow this (account.manage).']);
      }
      expect((await desk.run(accountCommand, [...anyChange, '--by', 'nobody'], [''])).complained).toMatch(
        /^There is no account named nobody/,
      );
      expect([await desk.count('account'), await desk.count('audit_event')]).toEqual(before);
    },
    PATIENCE_MS,
  );
});
