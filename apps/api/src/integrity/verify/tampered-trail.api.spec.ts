import { findOnly, verifiedWorld, type Tampering } from './verified-world.fixtures.js';

const CASES: readonly Tampering[] = [
  {
    what: 'a record that is said to be earlier',
    tables: ['record'],
    sql: `update record set at = '2020-01-01' where seq = 3`,
    finds: {
      'order and time of recording agree': /record 3: recorded 2020-01-01/,
      'the audit trail is unbroken': /audit event 3: it sealed record 3 at place 3, .*; now that is record 3 at place 3, 2020-01-01/,
    },
  },
  {
    what: 'an audit event whose content was changed',
    tables: ['audit_event'],
    sql: `update audit_event set payload = replace(payload, '"SCB"', '"SCC"') where payload like '%"import.run"%' and payload like '%"added":7%'`,
    finds: {
      'the audit trail is unbroken': /audit event \d+: its hash is not that of its content/,
      'every change stands in the audit trail': /import run 1: the audit trail says/,
    },
  },
  {
    what: 'an audit event that was taken out',
    tables: ['audit_event'],
    sql: `delete from audit_event where record_id = (select max(record_id) from audit_event where payload like '%"account.create"%')`,
    finds: {
      'order and time of recording agree': /record \d+: no audit event seals it/,
      'the audit trail is unbroken': /audit event \d+: it is not chained to the event before it/,
      'rights are those that were granted': /account [0-9a-f-]+: no audit event tells of it/,
    },
  },
  {
    what: 'the last audit event, taken out',
    tables: ['audit_event'],
    sql: `delete from audit_event where record_id = (select max(record_id) from audit_event)`,
    finds: {
      'order and time of recording agree': /record \d+: no audit event seals it/,
      'every change stands in the audit trail': /entry [0-9a-f-]+ version 1: no audit event tells of it/,
    },
  },
  {
    what: 'an audit event that is chained but not canonical',
    tables: ['audit_event'],
    sql: `select seal('{ "a": 1 }')`,
    finds: { 'the audit trail is unbroken': /audit event \d+: its content is not canonical JSON/ },
  },
  {
    what: 'an answer that was given for what is not there',
    tables: [],
    sql: `update idempotency_key set answer = answer || '{"version": 9}' where key = (select key from idempotency_key where answer ? 'version' limit 1)`,
    finds: { 'every kept answer stands in the history': /version 9: it was acknowledged/ },
  },
];

describe('verify, of the audit trail,', () => findOnly(verifiedWorld(), CASES));
