import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../console/sentences.js';
import type { Terminal } from '../console/terminal.js';
import { accountTable } from './account-table.js';
import { choosePassword } from './password-choice.js';
import { readRole } from './read-role.js';

describe('a role on the command line', () => {
  const read: readonly [text: string, role: object][] = [
    ['administrator', { role: 'administrator' }],
    ['reporter:gatukontoret', { role: 'reporter', department: 'gatukontoret' }],
    ['reviewer:a:b', { role: 'reviewer', department: 'a:b' }],
  ];
  for (const [text, role] of read) it(`is read from ${text}`, () => expect(readRole(text)).toEqual(role as never));

  for (const text of ['', 'chef', 'Reporter', 'reporter ', ':kultur', 'reporter:'])
    it(`is none in "${text}"`, () => expect(() => readRole(text)).toThrowError(CommandError));
});

describe('a list of accounts', () => {
  const created = new Date('2026-01-02T10:00:00Z');

  it('stands in columns, with since when each is there and since when it is shut out', () => {
    const lines = accountTable([
      { username: 'bo', name: 'Bo Ek', roles: ['reporter:kultur', 'administrator'], created, disabled: null },
      { username: 'annika', name: 'Å', roles: [], created, disabled: new Date('2026-03-04T10:00:00Z') },
    ]);
    expect(lines).toEqual([
      'bo      Bo Ek  reporter:kultur administrator  since 2026-01-02',
      'annika  Å      no role                        disabled 2026-03-04',
    ]);
  });

  it('says when there is none', () => expect(accountTable([])).toEqual(['There is no account yet.']));
});

describe('a password on the command line', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-password-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const terminal = (answers: readonly (string | undefined)[], isPerson = true): { terminal: Terminal; hidden: unknown[] } => {
    const [typed, hidden] = [[...answers], [] as unknown[]];
    const nothing = () => undefined;
    return {
      hidden,
      terminal: {
        isPerson,
        say: nothing,
        complain: nothing,
        progress: nothing,
        ask: async (_, options) => (hidden.push(options?.hidden), typed.shift()),
      },
    };
  };
  const long = 'ett långt lösenord';

  it('is typed twice, unseen', async () => {
    const { terminal: there, hidden } = terminal([long, long]);
    expect(await choosePassword(there, undefined)).toEqual({ password: long, said: [] });
    expect(hidden).toEqual([true, true]);
  });

  it('is sent once by another program', async () => {
    expect((await choosePassword(terminal([long], false).terminal, undefined)).password).toBe(long);
  });

  for (const nothing of ['', undefined]) {
    it(`is a random one, said once, for ${nothing === undefined ? 'no answer' : 'an empty answer'}`, async () => {
      const choices = await Promise.all([1, 2].map(() => choosePassword(terminal([nothing]).terminal, undefined)));
      for (const { password, said } of choices) {
        expect(password).toMatch(/^[\w-]{20}$/);
        expect(said.join()).toContain(password);
      }
      expect(choices[0]?.password === choices[1]?.password).toBeFalse();
    });
  }

  const refused: readonly [what: string, answers: string[]][] = [
    ['too short', ['elva tecken', 'elva tecken']],
    ['too long', ['x'.repeat(201), 'x'.repeat(201)]],
    ['typed otherwise the second time', [long, `${long}!`]],
  ];
  for (const [what, answers] of refused) {
    it(`is refused: ${what}`, async () => {
      await expectAsync(choosePassword(terminal(answers).terminal, undefined)).toBeRejectedWithError(CommandError);
    });
  }

  const files: readonly [content: string, password: string | undefined][] = [
    [`${long}\n`, long],
    [`${long}\r\nmer\r\n`, long],
    [long, long],
    ['', undefined],
    [`\n${long}`, undefined],
  ];
  for (const [at, [content, password]] of files.entries()) {
    it(`is ${password ?? 'none'} in a file of ${JSON.stringify(content)}`, async () => {
      const path = join(folder, String(at));
      await writeFile(path, content);
      const choice = choosePassword(terminal([]).terminal, path);
      if (password === undefined) await expectAsync(choice).toBeRejectedWithError(CommandError);
      else expect(await choice).toEqual({ password, said: [] });
    });
  }

  it('is not asked for where the file is not there', async () => {
    await expectAsync(choosePassword(terminal([long, long]).terminal, join(folder, 'ingen'))).toBeRejectedWith(
      jasmine.objectContaining({ code: 'ENOENT' }),
    );
  });
});
