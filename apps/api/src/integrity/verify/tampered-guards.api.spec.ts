import { findOnly, verifiedWorld, type Tampering } from './verified-world.fixtures.js';

const CASES: readonly Tampering[] = [
  {
    what: 'a counter that was set back',
    tables: [],
    sql: `select setval(pg_get_serial_sequence('observation', 'id'), 3)`,
    finds: { 'counters stand past what they gave out': /observation\.id: its counter stands at 3/ },
  },
  {
    what: 'a guard that was switched off',
    tables: [],
    sql: `alter table target disable trigger refuse_change`,
    finds: {
      'history is guarded by the database':
        /^target: its trigger refuse_change is switched off\ntarget: a change was not refused\ntarget: a removal was not refused$/,
    },
  },
  {
    what: 'a guard that was dropped',
    tables: [],
    sql: `drop trigger refuse_after_seal on goal`,
    finds: { 'history is guarded by the database': /^goal: its trigger refuse_after_seal is missing$/ },
  },
  {
    what: 'a guard whose function lets everything pass',
    tables: [],
    sql: `create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$`,
    finds: { 'history is guarded by the database': /observation: a change was not refused/ },
  },
  {
    what: 'a right the app should not have',
    tables: [],
    sql: `grant update (value) on observation to slusen_app`,
    finds: { 'the app can only add to history': /^observation: slusen_app has the right UPDATE$/ },
  },
];

describe('verify, of what guards history,', () => findOnly(verifiedWorld(), CASES));
