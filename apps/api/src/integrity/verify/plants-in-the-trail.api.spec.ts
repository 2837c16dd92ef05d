import { findEach, plantedWorld, RECHAIN, type Plant } from './planted-world.fixtures.js';

const event = (action: string): string =>
  `record_id = (select max(record_id) from audit_event where payload like '%"action":"${action}"%')`;
const PLANTS: readonly Plant[] = [
  [
    'an event whose words were changed',
    ['audit_event'],
    `update audit_event set payload = replace(payload, 'SCB', 'SCC')`,
    /audit event 5: its hash is not that/,
  ],
  [
    'an event that seals other rows',
    ['audit_event'],
    `update audit_event set sealed = replace(sealed, '"count":7', '"count":8')`,
    /audit event 5: its hash is not that/,
  ],
  [
    'an event that seals nothing any more',
    ['audit_event'],
    `update audit_event set sealed = null where ${event('import.run')}; ${RECHAIN.replace('event.sealed || E', `coalesce(event.sealed || E'\\n', '') || event.payload, 'UTF8')) --`).replace(/--.*\n/, '\n')}`,
    /it seals nothing, though events before it do/,
  ],
  [
    'an event that was removed',
    ['audit_event'],
    `delete from audit_event where ${event('import.run')}`,
    /not chained to the event before it/,
  ],
  [
    'an event removed with its record and rows',
    ['audit_event', 'record', 'recording', 'entry_event'],
    `delete from entry_event where action = 'return'; delete from audit_event where ${event('entry.return')};
       delete from recording where id not in (select record_id from audit_event); set constraints all immediate; delete from record where id not in (select record_id from audit_event)`,
    /not chained to the event before it/,
  ],
  [
    'an event put in with a hash of its own',
    ['audit_event', 'record'],
    `insert into record select 900, max(seq) + 1, max(at) from record; insert into audit_event (record_id, payload, sealed, previous_hash, hash) select 900, '{}', null, hash, sha256(hash || '{}') from audit_event order by record_id desc limit 1`,
    /it seals nothing, though events before it do/,
  ],
  [
    'a record that is said to be earlier',
    ['record'],
    `update record set at = at - interval '1 second' where seq = 1`,
    /audit event 1: it sealed record .* at place 1/,
  ],
  [
    'two records that changed places',
    ['record'],
    `alter table record drop constraint "UQ_42807231cfb6f731ab29c53f516"; update record set seq = 7 - seq where seq in (3, 4)`,
    /not chained to the event before it/,
  ],
  [
    'a role granted by hand',
    [],
    `insert into account_role (account_id, role) select id, 'administrator' from account where username = 'rut'`,
    /rights are those.*account .*: the audit trail says reporter gatukontoret, the table administrator, reporter gatukontoret/,
  ],
  [
    'a role taken by hand',
    [],
    `delete from account_role where role = 'reviewer' and department_id is null`,
    /rights are those.*the audit trail says reviewer, the table no role/,
  ],
  [
    'a role widened by hand',
    [],
    `update account_role set department_id = null where department_id is not null`,
    /rights are those.*the table reporter/,
  ],
  [
    'an account made by hand',
    [],
    `insert into account (username, name) values ('ny', 'Ny')`,
    /account .*: no audit event tells of it \(no role\)/,
  ],
  [
    'an account shut by hand',
    [],
    `update account set disabled_at = now() where username = 'gert'`,
    /the table reviewer gatukontoret, disabled/,
  ],
  [
    'a password exchanged by hand',
    [],
    `update account set password_hash = (select password_hash from account where username = 'rut') where username = 'gert'`,
    /account .*: its password was exchanged past the program/,
  ],
  [
    'a draft whose comment was changed in its place',
    [],
    `update entry set comment = 'Annat' where state = 'draft'`,
    /every entry says.*2025-Q4\): it was changed without a step/,
  ],
  [
    'a draft whose margin was changed in its place',
    [],
    `update entry set margin = 3 where state = 'draft'`,
    /it was changed without a step/,
  ],
  [
    'a draft that was moved to another period',
    [],
    `update entry set period = '2025-Q2', period_end = period_end - 6 where state = 'draft'`,
    /it was changed without a step/,
  ],
  [
    'an approved entry and its revision, changed together',
    ['observation'],
    `update entry set value = 999 where state = 'approved'; update observation set value = 999 where entry_id is not null`,
    /observation: one or more of its 1 rows are not what was sealed/,
  ],
];

describe('a change planted by the owner of the tables in the trail, in rights or in work under way', () => {
  const world = plantedWorld();
  findEach(world, PLANTS);

  it('is found in the rows even when the whole chain is written anew', async () => {
    for (const table of ['audit_event', 'observation']) await world.client.query(`alter table ${table} disable trigger user`);
    await world.client.query(`update observation set value = value + 1 where period = '2024'; ${RECHAIN}`);
    expect(await world.found()).toMatch(/observation: one or more of its 7 rows are not what was sealed/);
  });
});
