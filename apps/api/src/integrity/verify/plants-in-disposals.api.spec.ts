import { findEach, plantedWorld, RECHAIN, type Plant } from './planted-world.fixtures.js';

const OF_DRAFT = `(select row_key::bigint from disposal_part where table_name = 'entry_event' order by id limit 1)`;

/** With the triggers off, as the owner of the tables can have them. */
const PLANTS: readonly Plant[] = [
  [
    'a row that was removed by hand',
    ['entry_event'],
    `delete from entry_event where id = (select max(id) from entry_event)`,
    /entry_event: 1 rows were sealed, 0 rows are there/,
  ],
  [
    'one event more that is said to be removed, beside those that were',
    ['audit_event'],
    `update audit_event set payload = format('{"action":"account.create","by":null,"facts":{},"subject":"disposal:1"}')
      where record_id = (select min(record_id) from audit_event where payload like '%"account.create"%')`,
    /audit event \d+: its hash is not that of its content/,
  ],
  [
    'what is left of a removed event, told otherwise',
    ['audit_event'],
    `update audit_event set payload = replace(payload, '"by":null', '"by":"rut"') where record_id = ${OF_DRAFT}`,
    /audit event \d+: its hash is not that of its content/,
  ],
  [
    'a row that came back in the place of a removed one',
    ['entry_event'],
    `insert into entry_event (entry_id, version, action, from_state, to_state, account_id, record_id)
     select entry_id, 99, 'save', null, 'draft', account_id, ${OF_DRAFT} from entry_event limit 1`,
    /entry_event: 1 row is there that nothing sealed/,
  ],
  [
    'a trace that is gone',
    ['disposal_part'],
    `delete from disposal_part where table_name = 'audit_event'`,
    /disposal_part: \d+ rows were sealed, \d+ rows are there/,
  ],
  [
    'a trace that says another decision',
    ['disposal'],
    `update disposal set reference = '§ 99'`,
    /what is gone was removed by a decision: disposal 1: the audit trail does not tell of it, or otherwise/,
  ],
  [
    'a trace of what nobody decided, which would explain a row that was removed by hand',
    ['disposal_part', 'entry_event'],
    `insert into disposal_part (disposal_id, table_name, row_key, rows_before, sha256_before, rows_after, sha256_after, record_id)
     select 1, 'entry_event', v.record_id::text, 1, a.sealed::jsonb #>> '{rows,entry_event,sha256}', 0, encode(sha256(''), 'hex'), d.record_id
       from entry_event v join audit_event a on a.record_id = v.record_id cross join disposal d order by v.id desc limit 1;
     delete from entry_event where id = (select max(id) from entry_event)`,
    /disposal_part: \d+ rows were sealed, \d+ rows are there/,
  ],
  [
    'a trace that begins with other rows than were sealed, in a chain that was written anew',
    ['disposal_part', 'audit_event'],
    `update disposal_part set sha256_before = encode(sha256('x'), 'hex') where table_name = 'entry_event'; ${RECHAIN}`,
    /disposal 1: what it says it found in entry_event of record \d+ is not what was sealed/,
  ],
  [
    'a pseudonym that nobody decided on',
    [],
    `update account set pseudonymised_at = now() where username = 'gert'`,
    /account [0-9a-f-]+: it is no pseudonym as its disposal made it, or one without a disposal/,
  ],
];

describe('a change planted by the owner of the tables beside what was removed by a decision', () => findEach(plantedWorld(), PLANTS));
