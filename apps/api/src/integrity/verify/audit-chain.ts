import canonicalize from 'canonicalize';
import { GENESIS, linkHash } from '../../identity/audit-trail.js';
import type { Check } from './check.js';
import { streamed } from './cursor.js';

interface Line {
  readonly seq: string;
  readonly payload: string;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

/** Each audit event is chained to the one before it, and is canonical JSON, so that nothing in the trail was altered or taken out. */
export const auditChainCheck: Check = {
  name: 'the audit trail is unbroken',
  async run(client, faults) {
    let previous: Buffer = GENESIS;
    let looked = 0;
    for await (const line of streamed<Line>(
      client,
      'select r.seq::text, payload, previous_hash, hash from audit_event a join record r on r.id = a.record_id order by r.seq',
    )) {
      const where = `audit event ${line.seq}`;
      if (!line.previous_hash.equals(previous))
        faults.add(
          where,
          looked === 0 ? 'the trail does not begin with it' : 'it is not chained to the event before it: one was changed or is missing',
        );
      if (!line.hash.equals(linkHash(line.previous_hash, line.payload))) faults.add(where, 'its hash is not that of its content');
      if (!isCanonical(line.payload)) faults.add(where, 'its content is not canonical JSON');
      previous = line.hash;
      looked++;
    }
    return looked;
  },
};

function isCanonical(payload: string): boolean {
  try {
    return canonicalize(JSON.parse(payload)) === payload;
  } catch {
    return false;
  }
}
