import { findOnly, verifiedWorld, type Tampering } from './verified-world.fixtures.js';

const CASES: readonly Tampering[] = [
  {
    what: 'an entry whose state was set by hand',
    tables: [],
    sql: `update entry set state = 'submitted' where period = '2025-Q4'`,
    finds: {
      'every entry came to its state by legal steps': /\(besok 0884 2025-Q4\): it stands as submitted, but its history ends as draft/,
    },
  },
  {
    what: 'an approval by the author',
    tables: ['entry_event'],
    sql: `update entry_event set account_id = (select id from account where username = 'rut') where action = 'approve' and version = 6`,
    finds: {
      'every entry came to its state by legal steps': /it was approved by one of its authors \(step 6\)/,
      'every change stands in the audit trail': /version 6: the audit trail says \["approve"/,
    },
  },
  {
    what: 'a step that was taken out',
    tables: ['entry_event'],
    sql: `delete from entry_event where version = 3`,
    finds: {
      'every entry came to its state by legal steps':
        /a step does not start where the one before it ended.*\n.*the step to version 3 is missing/,
      'every change stands in the audit trail': /version 3: the audit trail tells of it, but it is not there/,
      'every kept answer stands in the history': /version 3: it was acknowledged/,
    },
  },
  {
    what: 'a file that was put with an entry past the program',
    tables: [],
    sql: `insert into entry_attachment (id, place, entry_id, name, type, size, sha256, content)
          select gen_random_uuid(), 1, id, 'a.pdf', 'application/pdf', 3, sha256('abc'), 'abc' from entry where period = '2025-Q4'`,
    finds: { 'every entry says what its last step recorded': /it was changed without a step/ },
  },
  {
    what: 'an orphan behind a constraint that was dropped',
    tables: ['entry_event', 'entry_author'],
    sql: `do $$ declare c text; begin
            select conname into c from pg_constraint where conrelid = 'entry_author'::regclass and confrelid = 'account'::regclass;
            execute format('alter table entry_author drop constraint %I', c);
          end $$;
          insert into entry_author (entry_id, account_id, record_id)
          select id, '00000000-0000-4000-8000-000000000000', (select max(id) from record) from entry where period = '2025-Q4'`,
    finds: {
      'every entry came to its state by legal steps': /its list of authors is not that of those who saved it/,
      'nothing refers to what is not there':
        /entry_author\.account_id = 00000000-0000-4000-8000-000000000000: 1 rows refer to it.*\nentry_author\.account_id: the database no longer checks/,
    },
  },
];

describe('verify, of entries and their steps,', () => findOnly(verifiedWorld(), CASES));
