import type pg from 'pg';
import type { Check, Faults } from './check.js';
import { streamed } from './cursor.js';

/** What happened according to one side, by its name: `entry 7d… version 3` → what the other side must say too. */
type Facts = Map<string, string>;

interface AuditPayload {
  readonly action?: unknown;
  readonly subject?: unknown;
  readonly by?: unknown;
  readonly facts?: Readonly<Record<string, unknown>>;
}

const STEPS = `
  select 'entry ' || v.entry_id || ' version ' || v.version as name, v.action, v.account_id as by, v.from_state, v.to_state,
         v.value::float8 as value, v.missing, v.reason, case when v.action = 'approve' then o.revision end as revision
    from entry_event v left join observation o on o.entry_id = v.entry_id`;

const RUNS = `
  select 'import run ' || id as name, source, file_name, encode(sha256, 'hex') as sha256, rows, added, changed, unchanged, reason, approved_by_id as by
    from import_run`;

/** Every step of an entry and every import run has its audit event that says the same, and no event tells of what is not there. */
export const auditCoverageCheck: Check = {
  name: 'every change stands in the audit trail',
  async run(client, faults) {
    const happened = await recordedFacts(client);
    const told = await toldFacts(client, faults);
    for (const [name, facts] of happened) {
      const other = told.get(name);
      if (other === undefined) faults.add(name, 'no audit event tells of it');
      else if (other !== facts) faults.add(name, `the audit trail says ${other}, the table ${facts}`);
    }
    for (const name of told.keys()) {
      if (!happened.has(name)) faults.add(name, 'the audit trail tells of it, but it is not there');
    }
    return happened.size;
  },
};

async function recordedFacts(client: pg.ClientBase): Promise<Facts> {
  const facts: Facts = new Map();
  type Step = Record<'name' | 'action' | 'by' | 'from_state' | 'to_state' | 'value' | 'missing' | 'reason' | 'revision', unknown>;
  for await (const { name, action, by, from_state, to_state, value, missing, reason, revision } of streamed<Step>(client, STEPS)) {
    facts.set(String(name), textOf([action, by, from_state, to_state, value, missing, reason, revision]));
  }
  type Run = Record<'name' | 'source' | 'file_name' | 'sha256' | 'rows' | 'added' | 'changed' | 'unchanged' | 'reason' | 'by', unknown>;
  for await (const { name, by, source, file_name, sha256, rows, added, changed, unchanged, reason } of streamed<Run>(client, RUNS)) {
    facts.set(String(name), textOf([by, source, file_name, sha256, rows, added, changed, unchanged, reason]));
  }
  return facts;
}

async function toldFacts(client: pg.ClientBase, faults: Faults): Promise<Facts> {
  const told: Facts = new Map();
  for await (const { seq, payload } of streamed<{ seq: string; payload: string }>(
    client,
    'select r.seq::text, payload from audit_event a join record r on r.id = a.record_id',
  )) {
    const found = factsOf(payload);
    if (!found) continue;
    if (told.has(found.name)) faults.add(`audit event ${seq}`, `it tells of ${found.name} a second time`);
    told.set(found.name, found.facts);
  }
  return told;
}

/** What an event says of an entry or an import run; undefined for the others and for what is no JSON (the chain finds that). */
function factsOf(payload: string): { name: string; facts: string } | undefined {
  const { action, subject, by, facts = {} } = parsed(payload);
  const [kind, id = ''] = String(subject).split(/:(.*)/s);
  if (kind === 'entry') {
    const { version, from, to, value, missing, reason, revision } = facts;
    return {
      name: `entry ${id} version ${String(version)}`,
      facts: textOf([String(action).replace(/^entry\./, ''), by, from, to, value, missing, reason, revision]),
    };
  }
  if (kind === 'import-run') {
    const { source, file, sha256, rows, added, changed, unchanged, reason } = facts;
    return { name: `import run ${id}`, facts: textOf([by, source, file, sha256, rows, added, changed, unchanged, reason]) };
  }
  return undefined;
}

function parsed(payload: string): AuditPayload {
  try {
    return (JSON.parse(payload) ?? {}) as AuditPayload;
  } catch {
    return {};
  }
}

const textOf = (facts: readonly unknown[]): string => JSON.stringify(facts.map((fact) => fact ?? null));
