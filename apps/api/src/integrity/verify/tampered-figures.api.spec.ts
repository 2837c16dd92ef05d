import { findOnly, verifiedWorld, type Tampering } from './verified-world.fixtures.js';

const CASES: readonly Tampering[] = [
  {
    what: 'an observation that was removed',
    tables: ['observation'],
    sql: `delete from observation where period = '2024' and revision = 1`,
    finds: {
      'revision numbers are gapless': /folkmangd 0884 2024: revision 1 is missing/,
      'import runs brought what they say': /import run 1: it says 7 new figures, but brought 6/,
    },
  },
  {
    what: 'a value that was changed after its approval',
    tables: ['observation'],
    sql: `update observation set value = 999 where period = '2025-Q3' and revision = 2`,
    finds: { 'approved entries and revisions match': /besok 0884 2025-Q3 revision 2: it does not say what its entry says/ },
  },
  {
    what: 'an observation that nothing brought',
    tables: ['observation'],
    sql: `insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at, record_id)
          select series_id, '2018', 2018 * 12 + 12, 1, 1, 'final', 'exact', 'Ingen', now(), record_id from observation where period = '2024' limit 1`,
    finds: { 'approved entries and revisions match': /folkmangd 0884 2018 revision 1: it came neither of an entry nor of an import/ },
  },
  {
    what: 'an observation that names a run that never was, after its foreign key was taken away',
    tables: ['observation'],
    sql: `alter table observation drop constraint "FK_27d10b2e71be9000d29d781d59b";
          update observation set import_run_id = 77 where period = '2019'`,
    finds: {
      'import runs brought what they say':
        /import run 1: it says 7 new figures, but brought 6\nimport run 77: it does not exist, but 1 revisions came of it/,
      'nothing refers to what is not there':
        /observation\.import_run_id = 77: 1 rows refer to it, .*\nobservation\.import_run_id: the database no longer checks/,
    },
  },
  {
    what: 'a period that is stored at another place',
    tables: ['observation'],
    sql: `update observation set period_end = period_end + 1 where period = '2019'`,
    finds: { 'revision numbers are gapless': /folkmangd 0884 2019: it is stored at position 24241, but its period ends at 24240/ },
  },
  {
    what: 'an import run whose counts were changed',
    tables: ['import_run'],
    sql: `update import_run set added = 8, rows = 8 where id = 1`,
    finds: {
      'import runs brought what they say': /import run 1: it says 8 new figures, but brought 7/,
      'every change stands in the audit trail': /import run 1: the audit trail says/,
    },
  },
  {
    what: 'words of a goal that were put in the place of others',
    tables: ['goal_revision'],
    sql: `update goal_revision set revision = 2, change_reason = 'Ingen sade det' where goal_id = (select min(id) from goal)`,
    finds: {
      'what was decided has every revision':
        /goal_revision 1: revision 1 is missing .*\ngoal_revision 1: the audit trail gives another reason or decision for revision 2, or none/,
    },
  },
  {
    what: 'a reading that serves other values than were recorded',
    tables: [],
    sql: `do $$ begin
            execute replace(pg_get_functiondef('public_observation'::regproc), 'else o.value end', 'else (o.value + 500)::numeric(21, 6) end');
          end $$`,
    finds: {
      'served series are the recorded ones': /folkmangd 0884: 2019 revision 1: 16147 is served, 2019 revision 1: 15647 is recorded/,
      'served statuses are the recomputed ones': /goal fler-bor-har, folkmangd: on-track is shown, off-track is recomputed/,
    },
  },
];

describe('verify, of what was recorded and decided,', () => findOnly(verifiedWorld(), CASES));
