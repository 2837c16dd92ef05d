import type { NewSecondFactor } from '@slusen/contracts';
import { TOTP } from 'otpauth';
import pg from 'pg';
import { OPERATOR } from '../../identity/account.js';
import { MakeMachineKey } from '../../identity/machines/make-machine-key.js';
import { RevokeMachineKey } from '../../identity/machines/revoke-machine-key.js';
import { ProvidedAccounts } from '../../identity/provider/provided-accounts.js';
import { SendLink } from '../../people/send-link.js';
import { ResetSecondFactor } from '../../identity/second-factor/reset-second-factor.js';
import { PASSWORD, type Person } from '../../testing/office.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { runCheck } from './check.js';
import { grantsCheck } from './grants.js';
import { waysInCheck } from './ways-in.js';

const accountOf = (username: string): string => `(select id from account where username = '${username}')`;

describe('a way in', () => {
  let whole: WholeApplication;
  let client: pg.Client;
  beforeAll(async () => {
    whole = await wholeApplication();
    client = new pg.Client({ connectionString: whole.database.ownerUrl });
    await client.connect();
    const lastDay = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const key = { username: 'tidboken', name: 'Tidboken', department: 'kultur', lastDay };
    await whole.app.get(MakeMachineKey).make(OPERATOR, key);
    await whole.app.get(MakeMachineKey).make(OPERATOR, key);
    await whole.app.get(RevokeMachineKey).revoke(OPERATOR, 1);
    const person = { issuer: 'https://login.example', subject: 'eva', username: 'eva', name: 'Eva', roles: undefined };
    await whole.app.get(ProvidedAccounts).of(person);
    for (const who of ['politician', 'critic'] as const) await setUp(who);
    await whole.app.get(ResetSecondFactor).reset(OPERATOR, 'critic');
    const newcomer = { name: 'Bo', email: 'bo@exempel.se', roles: [] };
    const invited = await (await whole.as('administrator')).post('/api/admin/people', newcomer);
    if (invited.status !== 201) throw new Error(invited.text);
    await whole.app.get(SendLink, { strict: false }).toAddress(newcomer.email);
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await whole.close();
  });
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  const setUp = async (who: Person): Promise<void> => {
    const visitor = whole.visitor();
    await visitor.signIn(who, PASSWORD);
    const { secret } = (await visitor.put('/api/account/second-factor', undefined)).json<NewSecondFactor>();
    const { status } = await visitor.post('/api/account/second-factor/confirmation', { code: new TOTP({ secret }).generate() });
    if (status !== 200) throw new Error(`${who} could not set up a second factor`);
  };
  const found = async (): Promise<string[]> => (await runCheck(waysInCheck, client)).faults.map(({ where, what }) => `${where}: ${what}`);

  it('that was opened and shut as the trail says is no fault', async () => expect(await found()).toEqual([]));

  it('that was used is none either', async () => {
    await client.query(`delete from recovery_code where code_hash = (select min(code_hash) from recovery_code)`);
    await client.query(`update machine_key set last_used_at = now()`);
    await client.query(`update second_factor set last_step = last_step + 1`);
    await client.query(`update password_link set ending = 'used' where ending is null`);
    await client.query(`delete from password_link where ending = 'replaced'`);
    expect(await found()).toEqual([]);
  });

  const planted: readonly [what: string, sql: string, finds: RegExp][] = [
    [
      'a key by hand',
      `insert into machine_key (account_id, key_hash, created_at, expires_at) select ${accountOf('administrator')}, 'x', now(), now() + interval '1 day'`,
      /^account \S+: the key 3: no audit event tells of it$/,
    ],
    [
      'a key that was handed to another account',
      `update machine_key set account_id = ${accountOf('administrator')} where id = 2`,
      /the key 2: no audit/,
    ],
    [
      'a key whose end was put off',
      `update machine_key set expires_at = expires_at + interval '1 day' where id = 2`,
      /the key 2: no audit/,
    ],
    ['a key that opens again', `update machine_key set revoked_at = null where id = 1`, /the key 1: no audit/],
    ['a key that is gone', `delete from machine_key where id = 2`, /tells of is not there$/],
    [
      'somebody else at the provider who is an account',
      `insert into external_identity (issuer, subject, account_id) select 'https://login.example', 'ond', ${accountOf('administrator')}`,
      /its sign-in by a provider: no audit event tells of it/,
    ],
    [
      'an identity that was handed to another account',
      `update external_identity set account_id = ${accountOf('administrator')}`,
      /its sign-in by a provider/,
    ],
    ['a second factor that was taken away', `delete from second_factor`, /a second factor that the audit trail tells of is not there/],
    [
      'a second factor that is asked for no more',
      `update second_factor set confirmed_at = null`,
      /a second factor that the audit trail tells of is not there/,
    ],
    ['a second factor that was exchanged', `update second_factor set sealed_secret = 'x'`, /its second factor: no audit event tells of it/],
    [
      'a recovery code by hand',
      `insert into recovery_code (account_id, code_hash) select ${accountOf('politician')}, 'x'`,
      /a recovery code: no audit event tells of it/,
    ],
    [
      'a link to choose a password by hand',
      `insert into password_link (kind, account_id, token_hash, created_at, expires_at)
       select 'reset', ${accountOf('administrator')}, sha256('x'), now(), now() + interval '1 day'`,
      /a link to choose a password: no audit event tells of it/,
    ],
    [
      'a link that was handed to another account',
      `update password_link set account_id = ${accountOf('administrator')}`,
      /a link to choose a password: no audit/,
    ],
    [
      'a link whose end was put off',
      `update password_link set expires_at = expires_at + interval '1 day'`,
      /a link to choose a password: no audit/,
    ],
    [
      'the recovery codes of somebody else',
      `update recovery_code set account_id = ${accountOf('administrator')}`,
      /a recovery code: no audit/,
    ],
  ];
  for (const [what, sql, finds] of planted) {
    it(`is found: ${what}`, async () => {
      await client.query(sql);
      expect((await found()).join('\n')).toMatch(new RegExp(finds.source, 'm'));
    });
  }

  for (const who of ['eva', 'tidboken', 'bo@exempel.se'])
    it(`is found: a password by hand for ${who}, who never chose one`, async () => {
      const exchanged = async () => (await runCheck(grantsCheck, client)).faults.filter(({ what }) => /password/.test(what));
      expect(await exchanged()).toEqual([]);
      await client.query(`update account set password_hash = 'x' where username = $1`, [who]);
      expect((await exchanged()).map(({ what }) => what)).toEqual(['its password was exchanged past the program']);
    });
});
