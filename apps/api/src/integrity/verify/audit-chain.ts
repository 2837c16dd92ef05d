import canonicalize from 'canonicalize';
import { GENESIS, linkHash } from '../../identity/audit-trail.js';
import type { Check } from './check.js';
import { streamed } from './cursor.js';
import { leftBy } from './disposed.js';
import { FORM, instantText, readSealed } from './sealed.js';

interface Line {
  readonly seq: string;
  readonly record: string;
  readonly at: string;
  readonly sealed: string | null;
  readonly payload: string;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

const EVENTS = `
  select r.seq::text, r.id::text as record, ${instantText('r.at')} as at, a.sealed, a.payload, a.previous_hash, a.hash
    from audit_event a join record r on r.id = a.record_id order by r.seq`;

/**
 * Each audit event is chained to the one before it, is canonical JSON, and seals the place and the moment of its record, so that nothing in
 * the trail was altered or taken out.
 */
export const auditChainCheck: Check = {
  name: 'the audit trail is unbroken',
  async run(client, faults) {
    let previous: Buffer = GENESIS;
    let looked = 0;
    let isSealing = false;
    const reduced = await leftBy(client, 'audit_event');
    for await (const line of streamed<Line>(client, EVENTS)) {
      const where = `audit event ${line.seq}`;
      if (!line.previous_hash.equals(previous))
        faults.add(
          where,
          looked === 0 ? 'the trail does not begin with it' : 'it is not chained to the event before it: one was changed or is missing',
        );
      const link = linkHash(line.previous_hash, line).toString('hex');
      if (link !== (reduced.get(line.record)?.sha256 ?? line.hash.toString('hex')))
        faults.add(where, 'its hash is not that of its content');
      if (!isCanonical(line.payload)) faults.add(where, 'its content is not canonical JSON');
      if (line.sealed !== null) checkPlace(line, (what) => faults.add(where, what));
      else if (isSealing) faults.add(where, 'it seals nothing, though events before it do');
      isSealing ||= line.sealed !== null;
      previous = line.hash;
      looked++;
    }
    return looked;
  },
};

/** What is sealed tells of the very record that the event points to. */
function checkPlace({ sealed, seq, record, at }: Line, report: (what: string) => void): void {
  const told = readSealed(sealed);
  if (!told) return report('what it seals cannot be read');
  if (told.form !== FORM) report(`what it seals has the form ${told.form}, which this program does not know`);
  if (String(told.seq) !== seq || String(told.record) !== record || told.at !== at)
    report(`it sealed record ${told.record} at place ${told.seq}, ${told.at}; now that is record ${record} at place ${seq}, ${at}`);
}

function isCanonical(payload: string): boolean {
  try {
    return canonicalize(JSON.parse(payload)) === payload;
  } catch {
    return false;
  }
}
